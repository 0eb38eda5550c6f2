import type { FigureRow } from '../../ui/figure-table.tsx';
import { csvLines } from '../../ui/table-csv.ts';

type Table = { readonly title: string; readonly heads: readonly string[]; readonly rows: readonly FigureRow[] };

/** The tables under each other, each below its title; pictures are left out. */
export const figuresCsv = (tables: readonly Table[]): string =>
  csvLines(
    tables.flatMap(({ title, heads, rows }) => [
      [title],
      heads,
      ...rows.map(({ head, cells }) => [head, ...cells.map(({ text, note }) => [text, note].filter(Boolean).join(' '))]),
      [],
    ]),
  );
