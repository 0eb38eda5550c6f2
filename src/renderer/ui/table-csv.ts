import { guardCell } from '../../shared/domain/register-exchange/index.ts';
import { type Column, textOf } from './data-table-column.ts';

/**
 * Rows as CSV, as a Swedish spreadsheet takes them: semicolons, quotes where they are needed, a line each. No cell can run as a formula.
 */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return csvLines([columns.map(({ header }) => header), ...rows.map((row) => columns.map((column) => textOf(column, row)))]);
}

/** Lines of cells, in the same way. */
export const csvLines = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => cells.map(cellOf).join(';')).join('\r\n');

function cellOf(text: string): string {
  // Amounts are shown with spaces that do not break; no other program reads those as numbers. A sign before digits is no formula.
  const plain = text.replace(/[\u00a0\u202f]/g, ' ');
  const number = plain.replaceAll(' ', '');
  const safe = /^-?\d+(,\d+)?$/.test(number) ? number : guardCell(plain);
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
