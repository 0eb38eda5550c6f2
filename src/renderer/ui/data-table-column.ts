import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The full value as text, shown where the cell is cut short, copied, and looked for while letters are typed. */
  readonly text?: (row: Row) => string;
  /** Smallest width in em. */
  readonly width: number;
  /** Share of the room that is left; 0 keeps the width. */
  readonly grow?: number;
  /** Numbers stand to the right. */
  readonly right?: boolean;
  readonly sorts?: boolean;
};
export type Sort = { readonly columnId: string; readonly descending: boolean };
export type SortWords = { readonly ascending: string; readonly descending: string; readonly hint: string };

/** How a column stands: a width in em in place of its usual one. */
export type ArrangedColumn = { readonly id: string; readonly widthEm?: number };

/** The columns in the order and width that somebody has given them; those that are not named are left out. None named: as they are. */
export function arrangeColumns<Row>(
  columns: readonly Column<Row>[],
  arranged: readonly ArrangedColumn[],
): readonly Column<Row>[] {
  const found = arranged.flatMap(({ id, widthEm }) => {
    const column = columns.find((one) => one.id === id);
    if (column === undefined) return []; // a column of an older program
    return [widthEm === undefined ? column : { ...column, width: widthEm, grow: 0 }];
  });
  return found.length === 0 ? columns : found;
}

/** What a cell says: its text, or its content where that is text itself. */
export function textOf<Row>({ text, cell }: Column<Row>, row: Row): string {
  if (text !== undefined) return text(row);
  const content = cell(row);
  return typeof content === 'string' || typeof content === 'number' ? String(content) : '';
}

/** No column is squeezed below its width; the table scrolls sideways instead. */
export const leastWidth = <Row>(columns: readonly Column<Row>[]): string =>
  `${columns.reduce((total, { width }) => total + width, 0)}em`;

export const gridTemplate = <Row>(columns: readonly Column<Row>[]): string =>
  columns.map(({ width, grow = 0 }) => (grow === 0 ? `${width}em` : `minmax(${width}em, ${grow}fr)`)).join(' ');
