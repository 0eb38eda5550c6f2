import {
  adapterOf,
  columnNames,
  coverValue,
  type ExchangeField,
  type ExchangeRegister,
  exchangeField,
  holdsWrongRows,
  plainHeadings,
  type SuggestedColumn,
  suggestMapping,
} from '../../../shared/domain/register-exchange/index.ts';
import type { Encoding } from './encodings.ts';
import { openTable, type TableChoice } from './open-table.ts';
import type { SourceRow } from './source-row.ts';

/** What a person sees of a file before anything of it is judged. */
export type TablePreview = {
  readonly kind: 'csv' | 'xlsx';
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** Whether the first row was taken for headings. */
  readonly hasHeadings: boolean;
  readonly columns: readonly string[];
  /** The first rows after the headings. */
  readonly rows: readonly SourceRow[];
  /** The format of ours that the file says it is in: 'economy-suppliers-1'. */
  readonly format: string | null;
  readonly suggested: readonly SuggestedColumn[];
};
type Wanted = { readonly register: ExchangeRegister; readonly choice: TableChoice; readonly hasHeadings: boolean | null };

/** A column that nobody has said what it is. */
const mayBePersons: ExchangeField = { name: '', kind: 'text', personal: true, headings: [''] };
const shownRows = 20;
const sampledRows = 200;

/** Throws ExchangeFault. */
export async function previewTable(path: string, { register, choice, hasHeadings: chosen }: Wanted): Promise<TablePreview> {
  const table = await openTable(path, choice);
  try {
    const first = await firstRows(table.rows(), sampledRows + 1);
    const heading = plainHeadings(first[0]?.cells ?? []);
    const isOfWrongRows = holdsWrongRows(heading);
    const hasHeadings = chosen ?? (isOfWrongRows || looksLikeHeadings(heading));
    const rows = hasHeadings ? first.slice(1) : first;
    const headings = hasHeadings ? heading : null;
    const samples = rows.filter(({ fault }) => fault === undefined).map(({ cells }) => cells);
    const adapter = hasHeadings ? adapterOf(isOfWrongRows ? heading.slice(1) : heading) : undefined;
    const names = columnNames(headings, heading.length);
    const suggested: readonly SuggestedColumn[] =
      adapter?.mapping.columns.map((column) => ({ ...column, by: 'heading' as const, fits: 1 })) ??
      suggestMapping({ register, headings, samples });
    const fields = names.map((name) => exchangeField(register, suggested.find(({ column }) => column === name)?.field ?? ''));
    const shown = ({ cells, ...row }: SourceRow): SourceRow => ({
      ...row,
      cells: cells.map((cell, place) => coverValue(fields[place] ?? mayBePersons, cell)),
    });
    const { kind, encoding, delimiter, sheets, sheet } = table;
    return {
      ...{ kind, encoding, delimiter, sheets, sheet, hasHeadings },
      columns: names,
      rows: rows.slice(0, shownRows).map(shown),
      format: adapter?.format ?? null,
      suggested,
    };
  } finally {
    table.close();
  }
}

async function firstRows(batches: AsyncIterable<readonly SourceRow[]>, most: number): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch.slice(0, most - rows.length));
    if (rows.length >= most) break;
  }
  return rows;
}

/** Headings have no digits to speak of, and no cell among others is empty. */
const looksLikeHeadings = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.trim() !== '') &&
  cells.every((cell) => !/^[\s\d.,:/-]*\d[\s\d.,:/-]*$/.test(cell) && !/@.+\./.test(cell));
