import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * What two copies of a scope compare: how many rows, and the sum modulo 2^64 of the first eight bytes of SHA-256(row id ‖ rev) over
 * them. Both sides compute their own from what they wrote, in any order; neither ever takes over the other's.
 */
export type Digest = { readonly rows: number; readonly sum: bigint };

export const emptyDigest: Digest = { rows: 0, sum: 0n };

/** The share of one row. */
export function rowSum(rowId: string, rev: number): bigint {
  const hash = sha256(utf8ToBytes(`${rowId}\u0000${rev}`));
  return new DataView(hash.buffer, hash.byteOffset).getBigUint64(0);
}

export const withRow = ({ rows, sum }: Digest, rowId: string, rev: number): Digest => ({
  rows: rows + 1,
  sum: BigInt.asUintN(64, sum + rowSum(rowId, rev)),
});

export const withoutRow = ({ rows, sum }: Digest, rowId: string, rev: number): Digest => ({
  rows: rows - 1,
  sum: BigInt.asUintN(64, sum - rowSum(rowId, rev)),
});

export const sameDigest = (one: Digest, other: Digest): boolean => one.rows === other.rows && one.sum === other.sum;

/** As it is kept and sent: 16 hex digits. */
export const digestHex = ({ sum }: Digest): string => sum.toString(16).padStart(16, '0');
export const parseDigestHex = (hex: string): bigint => BigInt(`0x${hex}`);
