import { parse } from 'csv-parse/sync';
import { limits } from './limits.ts';
import { type Line, lines } from './lines.ts';
import type { RowFault, SourceRow } from './source-row.ts';

export type CsvForm = { readonly delimiter: string; readonly quote: string };

/** So many lines are parsed at a time. */
const batchLines = 1_000;
/** After so many quotes that were never closed, no cell is believed to go on over lines: a hostile file costs no more than another. */
const mostOpenQuotes = 1_000;

/**
 * The rows of a text with delimiters. Every row is answered: where a quote is never closed, or closes on a later row, or a line is
 * longer than sane, that line alone is a faulty row, and reading goes on with the next line.
 */
export async function* readCsv(chunks: AsyncIterable<string>, form: CsvForm): AsyncGenerator<readonly SourceRow[]> {
  const state: State = { form, columns: 0, openQuotes: 0, line: 1 };
  let waiting: readonly Line[] = [];
  for await (const more of lines(chunks)) {
    for (let from = 0; from < more.length; from += batchLines) {
      waiting = [...waiting, ...more.slice(from, from + batchLines)];
      if (waiting.length < batchLines) continue;
      const { rows, used } = parseLines(waiting, state, false);
      waiting = waiting.slice(used);
      if (rows.length > 0) yield rows;
    }
  }
  const { rows } = parseLines(waiting, state, true);
  if (rows.length > 0) yield rows;
}

type State = {
  readonly form: CsvForm;
  /** Of the first row. */
  columns: number;
  openQuotes: number;
  /** Where the next row begins, 1 first. */
  line: number;
};

/** Rows of these lines, and how many lines they took. The last ones wait while more may come that close their quote. */
function parseLines(all: readonly Line[], state: State, atEnd: boolean): { rows: SourceRow[]; used: number } {
  const rows: SourceRow[] = [];
  let used = 0;
  while (used < all.length) {
    const from = used;
    const cut = all.findIndex(({ isCut }, place) => place >= from && isCut);
    const block = all.slice(used, cut === -1 ? undefined : cut);
    const goesOver = state.openQuotes < mostOpenQuotes;
    const taken = goesOver ? parseBlock(block, state, rows) : parseEach(block, state, rows);
    used += taken.lines;
    const first = all[used];
    if (first === undefined) break;
    const isOpen = used < from + block.length;
    if (isOpen && taken.stopped === 'at-end' && cut === -1 && !atEnd && isWithinReason(all.slice(used))) break;
    if (isOpen) state.openQuotes += 1;
    rows.push(faulty(first, isOpen ? 'quote-not-closed' : 'row-too-long', state));
    used += 1;
  }
  if (atEnd) markTornEnd(rows, all.at(-1)?.text ?? '');
  return { rows, used };
}

const isWithinReason = (open: readonly Line[]): boolean =>
  open.length <= limits.rowLines && open.reduce((length, { text }) => length + text.length, 0) <= limits.rowChars;

/** How far it came, and why no further: the quote of the next row closes nowhere in the block, or on a row of its own. */
type Taken = { readonly lines: number; readonly stopped: 'at-end' | 'within' };

function parseBlock(block: readonly Line[], state: State, rows: SourceRow[]): Taken {
  let taken = 0;
  for (const cells of parsed(block.map(({ text }) => text).join(''), state.form)) {
    const own = 1 + cells.reduce((sum, cell) => sum + endsOfLines(cell), 0);
    if (state.columns === 0) state.columns = cells.length;
    if (own > 1 && !isOneRow(cells, block.slice(taken, taken + own), state)) return { lines: taken, stopped: 'within' };
    if (!(cells.length === 1 && cells[0] === '')) rows.push(asRow(state.line, cells));
    state.line += own;
    taken += own;
  }
  return { lines: taken, stopped: 'at-end' };
}

/** Whether these lines are truly one row: as wide as the first, and with every quote where one may stand. */
function isOneRow(cells: readonly string[], own: readonly Line[], { columns, form }: State): boolean {
  if (cells.length !== columns) return false;
  const mayBeRelaxed = cells.some((cell) => cell.startsWith(form.quote) && endsOfLines(cell) > 0);
  return !mayBeRelaxed || parsed(own.map(({ text }) => text).join(''), form, false).length === 1;
}

/** Each line by itself. */
function parseEach(block: readonly Line[], state: State, rows: SourceRow[]): Taken {
  for (const [place, { text }] of block.entries()) {
    const [cells] = parsed(text, state.form);
    if (cells === undefined) return { lines: place, stopped: 'within' };
    if (!(cells.length === 1 && cells[0] === '')) rows.push(asRow(state.line, cells));
    state.line += 1;
  }
  return { lines: block.length, stopped: 'at-end' };
}

/** The whole rows of a text; one whose quote is open at its end is left out. */
function parsed(text: string, { delimiter, quote }: CsvForm, relax = true): readonly (readonly string[])[] {
  return parse(text, {
    delimiter,
    quote: text.includes(quote) ? quote : null,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: relax,
    skip_records_with_error: true,
  });
}

const endsOfLines = (cell: string): number => (/[\r\n]/.test(cell) ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0);

function faulty({ text }: Line, fault: RowFault, state: State): SourceRow {
  const cells = text
    .slice(0, limits.rowChars)
    .replace(/[\r\n]+$/, '')
    .split(state.form.delimiter)
    .slice(0, limits.columns);
  const row = state.line;
  state.line += 1;
  return { row, cells, fault };
}

function asRow(row: number, cells: readonly string[]): SourceRow {
  const fault: RowFault | undefined = cells.some((cell) => cell.length > limits.rowChars)
    ? 'row-too-long'
    : cells.some(isUnreadable)
      ? 'unreadable-characters'
      : undefined;
  return fault === undefined ? { row, cells } : { row, cells, fault };
}

export const isUnreadable = (cell: string): boolean => cell.includes('\ufffd') || cell.includes('\u0000') || !cell.isWellFormed();

function markTornEnd(rows: SourceRow[], lastLine: string): void {
  const last = rows.at(-1);
  if (last !== undefined && lastLine !== '' && !/[\r\n]$/.test(lastLine)) rows[rows.length - 1] = { ...last, endsFile: true };
}
