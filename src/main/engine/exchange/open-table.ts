import { stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { codeOf } from '../failures.ts';
import { decodedChunks, detectEncoding, type Encoding, firstBytes, markedEncoding } from './encodings.ts';
import { ExchangeFault } from './exchange-fault.ts';
import { limits } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { SourceRow, SourceRows } from './source-row.ts';
import { readBook } from './xlsx-book.ts';
import { openPackage } from './xlsx-package.ts';

/** A file of rows, whatever it is kept as. */
export type Table = {
  readonly kind: 'csv' | 'xlsx';
  /** Of a text. */
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  /** Of a workbook: the sheets that can be seen, and the one that is read. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** All rows from the first, anew at each call. Throws ExchangeFault, also after some rows: then none of them count. */
  rows(): SourceRows;
  close(): void;
};
export type TableChoice = {
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
};
export const nothingChosen: TableChoice = { encoding: null, delimiter: null, sheet: null };

/** Opens a file by what it is, not by its name. Throws ExchangeFault. */
export async function openTable(path: string, choice: TableChoice = nothingChosen): Promise<Table> {
  const size = await sizeOf(path);
  if (size === 0) throw new ExchangeFault('file-empty');
  if (size > limits.fileBytes) throw new ExchangeFault('too-large');
  const first = await firstBytes(path, 512);
  if (startsWith(first, [0x50, 0x4b])) return openWorkbook(path, choice);
  if (startsWith(first, [0xd0, 0xcf, 0x11, 0xe0])) throw new ExchangeFault('old-workbook');
  if (startsWith(first, [0x25, 0x50, 0x44, 0x46]) || startsWith(first, [0x1f, 0x8b])) throw new ExchangeFault('unknown-kind');
  return openText(path, choice);
}

async function openText(path: string, choice: TableChoice): Promise<Table> {
  const encoding = markedEncoding(await firstBytes(path, 3)) ?? choice.encoding ?? (await detectEncoding(path));
  const delimiter = choice.delimiter ?? (await detectDelimiter(path, encoding));
  return {
    kind: 'csv',
    encoding,
    delimiter,
    sheets: [],
    sheet: null,
    rows: () => bounded(readCsv(decodedChunks(path, encoding), { delimiter, quote: '"' })),
    close: () => {},
  };
}

async function openWorkbook(path: string, choice: TableChoice): Promise<Table> {
  const parts = await openPackage(path);
  try {
    const book = await readBook(parts);
    const sheet = choice.sheet === null ? book.sheets[0] : book.sheets.find(({ name }) => name === choice.sheet);
    if (sheet === undefined) throw new ExchangeFault('no-sheet');
    return {
      kind: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: book.sheets.map(({ name }) => name),
      sheet: sheet.name,
      rows: () => padded(bounded(readXlsx(parts, book, sheet.part))),
      close: parts.close,
    };
  } catch (error) {
    parts.close();
    throw error;
  }
}

async function* bounded(batches: SourceRows): AsyncGenerator<readonly SourceRow[]> {
  let rows = 0;
  for await (const batch of batches) {
    rows += batch.length;
    if (rows > limits.rows) throw new ExchangeFault('too-many-rows');
    if (batch.some(({ cells, fault }) => fault === undefined && cells.length > limits.columns))
      throw new ExchangeFault('too-many-columns');
    yield batch;
  }
}

/** A sheet keeps no empty cells at a row's end: every row is as wide as the first. */
async function* padded(batches: SourceRows): AsyncGenerator<readonly SourceRow[]> {
  let columns: number | undefined;
  for await (const batch of batches) {
    columns ??= batch[0]?.cells.length ?? 0;
    const width = columns;
    yield batch.map((row) =>
      row.cells.length >= width ? row : { ...row, cells: [...row.cells, ...Array<string>(width - row.cells.length).fill('')] },
    );
  }
}

const delimiters = [';', ',', '\t', '|'] as const;
const sampleChars = 100_000;

/** The delimiter by which the first rows have most cells, and the same number of them. */
async function detectDelimiter(path: string, encoding: Encoding): Promise<string> {
  let sample = '';
  for await (const chunk of decodedChunks(path, encoding)) {
    sample += chunk;
    if (sample.length >= sampleChars) break;
  }
  const end = sample.length > sampleChars ? sample.lastIndexOf('\n', sampleChars) : sample.length;
  const text = sample.slice(0, end === -1 ? sampleChars : end);
  const score = (delimiter: string): number => {
    const widths = cellsOfRows(text, delimiter);
    const first = widths[0] ?? 1;
    if (first < 2) return 0;
    return widths.filter((width) => width === first).length / widths.length + Math.min(first, 50) / 1_000;
  };
  return delimiters.reduce((best, one) => (score(one) > score(best) ? one : best));
}

function cellsOfRows(text: string, delimiter: string): readonly number[] {
  const rows = parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    to: 100,
  }) as readonly (readonly string[])[];
  return rows.filter((row) => row.length > 1 || row[0] !== '').map(({ length }) => length);
}

async function sizeOf(path: string): Promise<number> {
  try {
    const file = await stat(path);
    if (!file.isFile()) throw new ExchangeFault('unknown-kind');
    return file.size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new ExchangeFault('file-missing');
    throw error;
  }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, place) => bytes[place] === byte);
