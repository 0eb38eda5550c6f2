import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { nothingChosen, openTable, type Table, type TableChoice } from '../../src/main/engine/exchange/open-table.ts';
import type { SourceRow } from '../../src/main/engine/exchange/source-row.ts';
import { xlsxStream } from '../../src/main/engine/exchange/write-xlsx.ts';

/** A file of these bytes in a folder. */
export async function aFile(folder: string, name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** A workbook as we write them. */
export async function aWorkbook(folder: string, name: string, rows: readonly (readonly string[])[]): Promise<string> {
  const path = join(folder, name);
  async function* batches() {
    yield rows;
  }
  await pipeline(xlsxStream('Blad1', batches()), createWriteStream(path));
  return path;
}

/** A workbook of these parts, as others may make it. */
export async function aPackage(
  folder: string,
  name: string,
  parts: { readonly [path: string]: string | Buffer },
): Promise<string> {
  const path = join(folder, name);
  const zip = new ZipFile();
  for (const [part, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text as string), part);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

export async function allRows(path: string, choice: TableChoice = nothingChosen): Promise<readonly SourceRow[]> {
  const table = await openTable(path, choice);
  try {
    return await rowsOf(table);
  } finally {
    table.close();
  }
}

export async function rowsOf(table: Table): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of table.rows()) rows.push(...batch);
  return rows;
}
