import { EngineError } from '../../../shared/contract/engine.ts';
import type { JudgedRow } from '../../../shared/domain/register-exchange/index.ts';
import type { Judge, Mends } from './judge-table.ts';
import type { SourceRow } from './source-row.ts';

/** So many wrong rows can be mended where they are shown; who has more mends the file. */
const mostHeld = 20_000;

/** The wrong rows of a file as they stand in it, so that a person can write other cells and have them judged again. */
export function openWrongRows() {
  const sources = new Map<number, SourceRow>();
  const places = new Map<number, number>();
  const mends = new Map<number, readonly string[]>();
  let judging: Judge | undefined;
  return {
    /** The cells of the rows that were mended, also of those that are still wrong. */
    mends: mends as Mends,
    note: (judge: Judge, source: SourceRow, { verdict }: JudgedRow): void => {
      judging = judge;
      if (verdict === 'wrong' && sources.size < mostHeld) sources.set(source.row, source);
    },
    /** Where a row is kept. */
    place: ({ row }: JudgedRow, at: number): void => {
      if (sources.has(row)) places.set(row, at);
    },
    /** Throws `not-found` where the row is not wrong, or there is no such column. */
    judgeAgain: async (row: number, cells: { readonly [column: string]: string }) => {
      const source = sources.get(row);
      const place = places.get(row);
      if (source === undefined || place === undefined || judging === undefined) throw new EngineError('not-found');
      const { columns } = judging;
      if (Object.keys(cells).some((column) => !columns.includes(column))) throw new EngineError('not-found');
      const mended = { ...source, cells: source.cells.map((cell, at) => cells[columns[at] ?? ''] ?? cell) };
      const [judged] = await judging.judge([mended]);
      if (judged === undefined) throw new EngineError('not-found');
      mends.set(row, mended.cells);
      if (judged.verdict === 'wrong') sources.set(row, mended);
      else sources.delete(row);
      return { judged, place };
    },
  };
}
