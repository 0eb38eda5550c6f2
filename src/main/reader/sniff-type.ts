import type { MediaType } from '../../shared/contract/reader.ts';

/** The type of a file by its first bytes; never by its name. Undefined: not a type that we read. */
export function sniffType(bytes: Uint8Array): MediaType | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (tiffMarks.some((mark) => startsWith(bytes, mark))) return 'image/tiff';
  if (hasPdfMark(bytes)) return 'application/pdf';
  return undefined;
}

/** Little-endian, big-endian, and BigTIFF in both orders. */
const tiffMarks = [
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x49, 0x49, 0x2b, 0x00],
  [0x4d, 0x4d, 0x00, 0x2b],
];

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

/** PDF programs look for the mark in the first 1024 bytes: mail gateways put rubbish before it. */
const hasPdfMark = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes('%PDF-');
