import { guardCell, isGuarded, unguardCell } from './cell-guard.ts';
import { type RowFinding, type RowFindingCode, severityOf } from './findings.ts';
import type { ExchangeMapping } from './mapping.ts';

/**
 * The wrong rows of a file as a file of their own, to be mended in a spreadsheet and taken in by the same mapping: before the columns of
 * the file stands one of what is amiss, in words. Its heading says what the file is: docs/register-formats.md.
 */
const format = 'wrong-rows-1';
/** Before what is amiss where a row could not be parted into cells: it stays wrong until a person has emptied that cell. */
const notMended = '!';

/** What is amiss, in the words of whoever is to mend it. */
export type WrongRowWords = {
  readonly heading: string;
  /** With the place {row}. */
  readonly row: string;
  readonly findings: { readonly [code: string]: string };
  readonly fields: { readonly [field: string]: string };
  /** The register has refused the row. */
  readonly refused: string;
  /** That the cell is to be emptied when the row has been mended. */
  readonly empty: string;
};

type Faulty = { readonly row: number; readonly findings: readonly RowFinding[] };

const isOfWrongRows = (heading: string | undefined): boolean => heading?.startsWith(`${format} `) === true;

/** Whether a file is one of wrong rows, by its first row. */
export const holdsWrongRows = (first: readonly string[]): boolean => isOfWrongRows(first[0]);

/** The headings as they stood in the file that the rows are from, what is amiss among them. */
export const plainHeadings = (first: readonly string[]): readonly string[] =>
  holdsWrongRows(first) ? first.map(unguardCell) : first;

/** The mapping as it reads such a file: every cell is guarded in it. */
export const asGuarded = (mapping: ExchangeMapping, columns: readonly string[]): ExchangeMapping =>
  holdsWrongRows(columns)
    ? { ...mapping, columns: mapping.columns.map((column) => ({ ...column, transforms: withUnguard(column.transforms) })) }
    : mapping;

type Transforms = ExchangeMapping['columns'][number]['transforms'];
const hasUnguard = (transforms: Transforms): boolean => transforms.some((transform) => transform.do === 'unguard');
const withUnguard = (transforms: Transforms): Transforms =>
  hasUnguard(transforms) ? transforms : [{ do: 'unguard' }, ...transforms];

/** The row could not be parted into its cells, and nobody has said that it can now. */
export const isNotMended = (columns: readonly string[], cells: readonly string[]): boolean =>
  holdsWrongRows(columns) && cells[0]?.trimStart().startsWith(notMended) === true;

/** The headings, and how a row is written. `columns`: those of the file that the rows are from, which may be such a file itself. */
export function wrongRowsForm(mapping: ExchangeMapping, columns: readonly string[], words: WrongRowWords) {
  const from = holdsWrongRows(columns) ? 1 : 0;
  const own = columns.slice(from);
  const unguarded = own.map((name) =>
    mapping.columns.some(({ column, transforms }) => column === name && hasUnguard(transforms)),
  );
  /** What our guard stands before already is left so, where it is the mapping that takes it off. */
  const written = (cell: string, place: number): string =>
    unguarded[place] === true && isGuarded(cell)
      ? cell
      : guardCell(from === 1 && isGuarded(cell) ? unguardCell(cell) : cell.trim());
  return {
    headings: [`${format} ${words.heading}`, ...own.map(guardCell)],
    cells: (row: Faulty, cells: readonly string[], isRefused: boolean): readonly string[] => {
      const whole = Array.from({ length: Math.max(own.length, cells.length - from) }, (_, place) => cells[from + place] ?? '');
      return [guardCell(amiss(row, isRefused, words)), ...whole.map(written)];
    },
  };
}

const ofTheWholeRow: ReadonlySet<RowFindingCode> = new Set([
  ...(['quote-not-closed', 'row-too-long', 'unreadable-characters'] as const),
  ...(['too-few-cells', 'too-many-cells', 'not-mended'] as const),
]);

function amiss({ row, findings }: Faulty, isRefused: boolean, words: WrongRowWords): string {
  const isTorn = findings.some(({ code }) => ofTheWholeRow.has(code));
  const sentences = findings
    .filter((finding) => severityOf(finding) === 'error')
    .map(({ code, column, field }) => {
      const where = column ?? (field === null ? null : (words.fields[field] ?? field));
      const why = words.findings[code] ?? code;
      return where === null ? why : `${where}: ${why}`;
    });
  return [
    ...(isTorn ? [notMended] : []),
    `${words.row.replace('{row}', String(row))}:`,
    ...(isRefused ? [words.refused] : []),
    ...sentences,
    ...(isTorn ? [words.empty] : []),
  ].join(' ');
}
