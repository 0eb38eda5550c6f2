import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'cp437', 'cp850'] as const;
export type Encoding = (typeof encodings)[number];

const sampleBytes = 1_000_000;

/**
 * The encoding of a text file: by its byte order mark, by the zeros of UTF-16, by being valid UTF-8 to its end, and else by which of
 * the single-byte encodings makes letters of its bytes. A person may choose another.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const sample = await firstBytes(path, sampleBytes);
  const marked = markedEncoding(sample) ?? unmarkedUtf16(sample);
  if (marked !== undefined) return marked;
  if (await isUtf8(path)) return 'utf-8';
  return singleByteEncoding(sample.some(isHigh) ? sample : await highBytes(path));
}

export async function firstBytes(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export function markedEncoding([a, b, c]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** Western text in UTF-16 has a zero in every other byte. */
function unmarkedUtf16(sample: Uint8Array): Encoding | undefined {
  const half = sample.length / 2;
  if (half < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (const [place, byte] of sample.entries()) if (byte === 0) place % 2 === 0 ? even++ : odd++;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : undefined;
}

/** A file that was cut off in the middle of its last character is UTF-8 all the same, when it has others. */
async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isWhole = false;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) decoder.decode(chunk, { stream: true });
    isWhole = true;
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return isWhole && (await highBytes(path)).length > longestCharacter;
    throw error;
  }
}
const longestCharacter = 4;

const isHigh = (byte: number): boolean => byte >= 0x80;

/** Where the beginning of a long file is plain ASCII, the bytes that tell stand further on. */
async function highBytes(path: string): Promise<Uint8Array> {
  const found: number[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    for (const byte of chunk as Uint8Array) if (isHigh(byte)) found.push(byte);
    if (found.length > 10_000) break;
  }
  return Uint8Array.from(found);
}

/** Letters of the Nordic and western languages, in the order of how common they are in Swedish registers. */
const commonLetters = 'åäöÅÄÖéÉüÜøØæÆèáàóíñçôêë';
const otherSigns = '–—’‘“”´§°½€£µ×·«»®';

function singleByteEncoding(sample: Uint8Array): Encoding {
  const counts = new Map<number, number>();
  for (const byte of sample) if (isHigh(byte)) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  const score = (encoding: Encoding): number => {
    let sum = 0;
    for (const [byte, count] of counts) {
      const character = iconv.decode(Buffer.from([byte]), iconvName[encoding]);
      sum += count * (commonLetters.includes(character) ? 10 : otherSigns.includes(character) ? 3 : -10);
    }
    return sum;
  };
  const singleByte = ['windows-1252', 'cp850', 'cp437'] as const;
  return singleByte.reduce((best, one) => (score(one) > score(best) ? one : best));
}

const iconvName: { readonly [Name in Encoding]: string } = {
  'utf-8': 'utf8',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  'windows-1252': 'win1252',
  cp437: 'cp437',
  cp850: 'cp850',
};

/** The text of a file, chunk by chunk. Bytes that the encoding does not know become U+FFFD; the byte order mark is left out. */
export async function* decodedChunks(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(iconvName[encoding], { stripBOM: false });
  let isFirst = true;
  const unmarked = (text: string): string => {
    if (!isFirst || text === '') return text;
    isFirst = false;
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) yield unmarked(decoder.write(chunk as Buffer));
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield unmarked(rest);
}
