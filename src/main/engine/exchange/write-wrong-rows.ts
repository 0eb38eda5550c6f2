import type { ExchangeRow } from '../../../shared/contract/register-exchange.ts';
import {
  columnNames,
  type ExchangeMapping,
  plainHeadings,
  type WrongRowWords,
  wrongRowsForm,
} from '../../../shared/domain/register-exchange/index.ts';
import { hasHeadings, type Mends, openMapped } from './judge-table.ts';
import type { RowFile } from './row-file.ts';
import { type Cells, type FileKind, writeTable } from './write-table.ts';

type Wrong = {
  /** The file that was judged. */
  readonly path: string;
  readonly mapping: ExchangeMapping;
  /** What was said of each of its rows, in their order. */
  readonly judged: RowFile<ExchangeRow>;
  readonly mends: Mends;
};

/** Writes the rows of a file that are wrong, or that the register refused, to a file of their own; gives how many. Throws ExchangeFault. */
export async function writeWrongRows(
  to: string,
  kind: FileKind,
  { path, mapping, judged, mends }: Wrong,
  words: WrongRowWords,
): Promise<number> {
  const table = await openMapped(path, mapping);
  let written = 0;
  async function* cells(): AsyncGenerator<Cells> {
    let form: ReturnType<typeof wrongRowsForm> | undefined;
    let place = 0;
    for await (const batch of table.rows()) {
      const first = batch[0]?.cells ?? [];
      const isFirst = form === undefined;
      const isHeaded = hasHeadings(mapping, first);
      form ??= wrongRowsForm(mapping, columnNames(isHeaded ? plainHeadings(first) : null, first.length), words);
      const { headings, cells: cellsOf } = form;
      const rows = isFirst && isHeaded ? batch.slice(1) : batch;
      const answers = await judged.page(place, rows.length, null);
      const wrong = answers.rows.flatMap((row, nth) => {
        const isRefused = row.answer === 'refused';
        const source = rows[nth];
        if (source === undefined || (row.verdict !== 'wrong' && !isRefused)) return [];
        return [cellsOf(row, mends.get(row.row) ?? source.cells, isRefused)];
      });
      place += rows.length;
      written += wrong.length;
      yield isFirst ? [headings, ...wrong] : wrong;
    }
  }
  try {
    await writeTable(to, { kind, delimiter: mapping.delimiter ?? ';', sheet: mapping.sheet ?? mapping.register }, cells());
  } finally {
    table.close();
  }
  return written;
}
