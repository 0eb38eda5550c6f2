import { inflateSync } from 'node:zlib';

/** A WOFF file (version 1) as the TrueType file that it was made of. Source: W3C, WOFF File Format 1.0, §3 and §4. */
export function unpackWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (view.getUint32(0) !== 0x77_4f_46_46) throw new Error('This is no WOFF file');
  const count = view.getUint16(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((field) => view.getUint32(44 + at * 20 + field)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const stored = woff.subarray(offset, offset + packed);
    return { tag, checksum, length, bytes: packed < length ? inflateSync(stored) : stored };
  });
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const start = 12 + count * 16;
  const out = new Uint8Array(start + tables.reduce((sum, { length }) => sum + padded(length), 0));
  const head = new DataView(out.buffer);
  head.setUint32(0, view.getUint32(4));
  head.setUint16(4, count);
  const power = 2 ** Math.floor(Math.log2(count));
  head.setUint16(6, power * 16);
  head.setUint16(8, Math.log2(power));
  head.setUint16(10, count * 16 - power * 16);
  let at = start;
  for (const [place, { tag, checksum, length, bytes }] of tables.entries()) {
    for (const [field, value] of [tag, checksum, at, length].entries()) head.setUint32(12 + place * 16 + field * 4, value);
    out.set(bytes, at);
    at += padded(length);
  }
  return out;
}
