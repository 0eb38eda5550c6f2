import type { ExchangeRegister } from './exchange-field.ts';
import type { Transform } from './transforms.ts';

/** How the columns of a kind of file become fields of a register. Kept under a name, and used again for the next file of the kind. */
export type ExchangeMapping = {
  readonly register: ExchangeRegister;
  /**
   * The system whose ids stand in the column `externalId`: the same id in another system is another row. Null: the file has no
   * ids, and a row is known by its numbers.
   */
  readonly system: string | null;
  readonly columns: readonly MappedColumn[];
  /** Whether the first row holds headings. */
  readonly hasHeadings: boolean;
  /** Chosen by a person; null where the program finds out. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** The sheet of a workbook by its name; null: the first. */
  readonly sheet: string | null;
};

export type MappedColumn = {
  /** The heading as it stands in the file; without headings the place, 'A', 'B' … */
  readonly column: string;
  readonly field: string;
  readonly transforms: readonly Transform[];
};

/** 0 → 'A', 26 → 'AA': how a column without a heading is named. */
export function columnLetters(place: number): string {
  const rest = Math.floor(place / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (place % 26));
}

/** The names of the columns: the headings, or letters where there are none or a heading is empty. Doubles get a number. */
export function columnNames(headings: readonly string[] | null, columns: number): readonly string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: columns }, (_, place) => {
    const name = headings?.[place]?.trim() || columnLetters(place);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
