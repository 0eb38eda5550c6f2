/**
 * A page's picture in 64 bits, as 16 hex digits: a difference hash, each bit telling whether one of 9 × 8 grey fields is lighter than
 * its neighbour to the right. The same paper scanned again differs in a few bits.
 */
export type PixelHash = string;

export const isPixelHash = (text: string): boolean => /^[0-9a-f]{16}$/.test(text);

/** In how many of the 64 bits two hashes differ. */
export function bitsApart(one: PixelHash, other: PixelHash): number {
  let apart = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; apart !== 0n; apart &= apart - 1n) count += 1;
  return count;
}

/** The four 16-bit bands of a hash, each told apart by its place: hashes that differ in three bits or fewer share one. */
export const bandsOf = (hash: PixelHash): readonly string[] => [0, 1, 2, 3].map((place) => hash.slice(4 * place, 4 * place + 4));
