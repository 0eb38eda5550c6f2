import { dayOfSerial } from '../../../shared/domain/register-exchange/index.ts';
import { ExchangeFault } from './exchange-fault.ts';
import { limits } from './limits.ts';
import { isUnreadable } from './read-csv.ts';
import type { SourceRow } from './source-row.ts';
import { unescaped, type XlsxBook } from './xlsx-book.ts';
import type { XlsxPackage, XmlListener } from './xlsx-package.ts';

/**
 * The rows of one sheet, streamed. A cell is the text that its program last showed: a formula is never run, what was last computed
 * is taken and the cell is named; a number shown as a day is that day. Rows without any text are left out.
 */
export async function* readXlsx(parts: XlsxPackage, book: XlsxBook, part: string): AsyncGenerator<readonly SourceRow[]> {
  const gathered: SourceRow[] = [];
  const hears = listenToRows(book, (row) => void gathered.push(row));
  for await (const _ of parts.parse(part, limits.sheetBytes, hears)) if (gathered.length > 0) yield gathered.splice(0);
}

type Cell = { column: number; type: string; isDay: boolean; value: string; formula: string | undefined };

function listenToRows(book: XlsxBook, tell: (row: SourceRow) => void): XmlListener {
  let row = 0;
  let cells: string[] = [];
  let formulas: number[] = [];
  let chars = 0;
  let cell: Cell | undefined;
  let into: 'value' | 'formula' | undefined;
  let isReading = false;

  function openCell(attributes: { readonly [name: string]: string }): void {
    const column = attributes.r === undefined ? (cell === undefined ? 0 : cell.column + 1) : columnOf(attributes.r);
    if (column >= limits.columns) throw new ExchangeFault('too-many-columns');
    const isDay = book.dayStyles.has(Number(attributes.s ?? -1));
    cell = { column, type: attributes.t ?? 'n', isDay, value: '', formula: undefined };
  }

  function closeCell(): void {
    if (cell === undefined) return;
    const { column, formula } = cell;
    while (cells.length < column) cells.push('');
    cells[column] = shownText(cell, book);
    if (formula !== undefined) formulas.push(column);
  }

  return {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1);
        cells = [];
        formulas = [];
        chars = 0;
        cell = undefined;
      } else if (name === 'c') openCell(attributes);
      else if (name === 'rPh') isReading = true;
      else if ((name === 'v' || name === 't') && !isReading) into = 'value';
      else if (name === 'f') {
        into = 'formula';
        if (cell !== undefined) cell.formula = '';
      }
    },
    text: (text) => {
      if (into === undefined || cell === undefined) return;
      chars += text.length;
      if (chars > limits.rowChars) return;
      if (into === 'value') cell.value += text;
      else cell.formula = (cell.formula ?? '') + text;
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') into = undefined;
      else if (name === 'rPh') isReading = false;
      else if (name === 'c') closeCell();
      else if (name === 'row' && cells.some((text) => text !== '')) {
        const fault = chars > limits.rowChars ? 'row-too-long' : cells.some(isUnreadable) ? 'unreadable-characters' : undefined;
        tell({ row, cells, ...(fault !== undefined && { fault }), ...(formulas.length > 0 && { formulas }) });
      }
    },
  };
}

function shownText({ type, isDay, value, formula }: Cell, { texts, countsFrom1904 }: XlsxBook): string {
  if (type === 's') return texts[Number(value)] ?? '\ufffd';
  if (type === 'inlineStr' || type === 'str') return unescaped(value);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.slice(0, 10);
  if (value === '') return formula === undefined ? '' : `=${formula}`;
  const number = Number(value);
  if (type !== 'n' || !Number.isFinite(number)) return value;
  if (isDay) return dayOfSerial(Math.floor(number) + (countsFrom1904 ? daysTo1904 : 0)) ?? shownNumber(number);
  return shownNumber(number);
}

const daysTo1904 = 1_462;

/** Fifteen figures, which is what such a program shows; never with an exponent. */
function shownNumber(number: number): string {
  const rounded = Number(number.toPrecision(15));
  const shown = String(rounded);
  return /e/i.test(shown) ? rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : shown;
}

/** 'AB12' → 27 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.toUpperCase().charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
    if (column > 20_000) break;
  }
  return column - 1;
}
