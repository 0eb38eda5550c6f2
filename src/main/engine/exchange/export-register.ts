import { type ExchangeMapping, type ExchangeRecord, prepareCells } from '../../../shared/domain/register-exchange/index.ts';
import { type Cells, type FileKind, writeTable } from './write-table.ts';

type Exported = { readonly rows: number; readonly sha256: string };

/** Writes a register to a file by a mapping, which reads it back without loss. The same rows give the same bytes. */
export async function exportRegister(
  path: string,
  kind: FileKind,
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
  const sha256 = await writeTable(path, { kind, delimiter: mapping.delimiter ?? ';', sheet: mapping.register }, cells());
  return { rows, sha256 };
}
