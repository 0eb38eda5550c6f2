import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The full value as text, shown where the cell is cut short. */
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

/** No column is squeezed below its width; the table scrolls sideways instead. */
export const leastWidth = <Row>(columns: readonly Column<Row>[]): string =>
  `${columns.reduce((total, { width }) => total + width, 0)}em`;

export const gridTemplate = <Row>(columns: readonly Column<Row>[]): string =>
  columns.map(({ width, grow = 0 }) => (grow === 0 ? `${width}em` : `minmax(${width}em, ${grow}fr)`)).join(' ');
