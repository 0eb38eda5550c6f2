import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ExchangeFault } from './exchange-fault.ts';
import { limits } from './limits.ts';

/** The parts of a workbook file by their paths, each held against what it may unpack to before a byte of it is unpacked. */
export type XlsxPackage = {
  has(path: string): boolean;
  /** Feeds a part to a parser; what the parser gathers is given after each chunk. Throws ExchangeFault. */
  parse(path: string, atMostBytes: number, hears: XmlListener): AsyncGenerator<void>;
  close(): void;
};
export type XmlListener = {
  /** Names without their prefixes. */
  open(name: string, attributes: { readonly [name: string]: string }): void;
  close(name: string): void;
  text(text: string): void;
};

const mostParts = 10_000;
/** More than any text between two tags. */
const longestText = 20_000_000;

export async function openPackage(path: string): Promise<XlsxPackage> {
  const zip = await broken(() => openPromise(path, { lazyEntries: true, autoClose: false }));
  const entries = new Map<string, Entry>();
  try {
    await broken(async () => {
      if (zip.entryCount > mostParts) throw new ExchangeFault('unpacks-to-too-much');
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    });
  } catch (error) {
    zip.close();
    throw error;
  }
  return {
    has: (part) => entries.has(part),
    parse: (part, atMostBytes, hears) => parsePart(zip, entries.get(part), atMostBytes, hears),
    close: () => zip.close(),
  };
}

async function* parsePart(zip: ZipFile, entry: Entry | undefined, atMostBytes: number, hears: XmlListener): AsyncGenerator<void> {
  if (entry === undefined) throw new ExchangeFault('broken-workbook', 'a part is missing');
  if (entry.isEncrypted()) throw new ExchangeFault('old-workbook');
  assertSane(entry, atMostBytes);
  const parser = listening(hears);
  const stream: Readable = await broken(() => zip.openReadStreamPromise(entry)); // yauzl stops at more bytes than were declared
  const decoder = new TextDecoder('utf-8', { ignoreBOM: false });
  let sinceTag = 0;
  try {
    for await (const chunk of stream) {
      const text = decoder.decode(chunk as Buffer, { stream: true });
      const tag = text.lastIndexOf('<');
      sinceTag = tag === -1 ? sinceTag + text.length : text.length - tag;
      if (sinceTag > longestText) throw new ExchangeFault('unpacks-to-too-much');
      parser.write(text);
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    throw asFault(error);
  } finally {
    stream.destroy();
  }
}

function assertSane({ compressedSize, uncompressedSize }: Entry, atMostBytes: number): void {
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  if (uncompressedSize > atMostBytes || (uncompressedSize > limits.unpackAlways && ratio > limits.unpackRatio))
    throw new ExchangeFault('unpacks-to-too-much', `${uncompressedSize} bytes out of ${compressedSize}`);
}

/** Entities are never expanded but the five of XML: saxes knows no others, whatever a file declares. */
function listening(hears: XmlListener): SaxesParser<{ readonly xmlns: false }> {
  const parser = new SaxesParser({ xmlns: false } as const);
  parser.on('error', (error) => {
    throw new ExchangeFault('broken-workbook', error.message);
  });
  parser.on('opentag', ({ name, attributes }) => hears.open(bare(name), attributes));
  parser.on('closetag', ({ name }) => hears.close(bare(name)));
  parser.on('text', (text) => hears.text(text));
  parser.on('cdata', (text) => hears.text(text));
  return parser;
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Whatever goes wrong in unpacking is the file's fault, but for what the disk says. */
function asFault(error: unknown): unknown {
  if (error instanceof ExchangeFault) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new ExchangeFault('file-missing');
  if (/^E[A-Z]+$/.test(code)) return error;
  return new ExchangeFault('broken-workbook', error instanceof Error ? error.message : String(error));
}

async function broken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asFault(error);
  }
}
