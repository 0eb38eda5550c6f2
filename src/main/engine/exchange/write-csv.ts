export const byteOrderMark = '\ufeff';

/** A row of a text with delimiters, with its end. A cell is quoted where it would not come back as it is. */
export function csvLine(cells: readonly string[], delimiter: string): string {
  const line = cells.map((cell) => (needsQuotes(cell, delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);
  return `${line === '' ? '""' : line}\r\n`; // an empty line would be no row
}

const needsQuotes = (cell: string, delimiter: string): boolean =>
  cell.includes(delimiter) || cell.includes('"') || /[\r\n]/.test(cell) || cell.startsWith(byteOrderMark);
