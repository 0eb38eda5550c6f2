import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { byteOrderMark, csvLine } from './write-csv.ts';
import { xlsxStream } from './write-xlsx.ts';

export type Cells = readonly (readonly string[])[];
export type FileKind = 'csv' | 'xlsx';
type Form = { readonly kind: FileKind; readonly delimiter: string; readonly sheet: string };

/** Writes rows to a file as text or as a workbook, and gives the file's SHA-256. The same rows give the same bytes. */
export async function writeTable(path: string, { kind, delimiter, sheet }: Form, batches: AsyncIterable<Cells>): Promise<string> {
  const hash = createHash('sha256');
  const bytes = kind === 'csv' ? Readable.from(csvText(batches, delimiter)) : xlsxStream(sheet, batches);
  async function* hashed(stream: AsyncIterable<string | Buffer>): AsyncGenerator<string | Buffer> {
    for await (const chunk of stream) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(bytes, hashed, createWriteStream(path));
  return hash.digest('hex');
}

async function* csvText(batches: AsyncIterable<Cells>, delimiter: string): AsyncGenerator<string> {
  yield byteOrderMark;
  for await (const batch of batches) yield batch.map((cells) => csvLine(cells, delimiter)).join('');
}
