import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ExchangeMapping, type ExchangeRecord, prepareCells } from '../../../shared/domain/register-exchange/index.ts';
import { byteOrderMark, csvLine } from './write-csv.ts';
import { xlsxStream } from './write-xlsx.ts';

type Exported = { readonly rows: number; readonly sha256: string };
type Cells = readonly (readonly string[])[];

/** Writes a register to a file by a mapping, which reads it back without loss. The same rows give the same bytes. */
export async function exportRegister(
  path: string,
  kind: 'csv' | 'xlsx',
  mapping: ExchangeMapping,
  batches: AsyncIterable<readonly ExchangeRecord[]>,
): Promise<Exported> {
  const cellsOf = prepareCells(mapping);
  let rows = 0;
  async function* cells(): AsyncGenerator<Cells> {
    if (mapping.hasHeadings) yield [mapping.columns.map(({ column }) => column)];
    for await (const batch of batches) {
      rows += batch.length;
      yield batch.map(cellsOf);
    }
  }
  const hash = createHash('sha256');
  const bytes =
    kind === 'csv' ? Readable.from(csvText(cells(), mapping.delimiter ?? ';')) : xlsxStream(mapping.register, cells());
  async function* hashed(stream: AsyncIterable<string | Buffer>): AsyncGenerator<string | Buffer> {
    for await (const chunk of stream) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(bytes, hashed, createWriteStream(path));
  return { rows, sha256: hash.digest('hex') };
}

async function* csvText(batches: AsyncIterable<Cells>, delimiter: string): AsyncGenerator<string> {
  yield byteOrderMark;
  for await (const batch of batches) yield batch.map((cells) => csvLine(cells, delimiter)).join('');
}
