/** What may be amiss with a row of a file, before anyone asks what it means. */
export const rowFaults = [
  /** A quote was opened and never closed. */
  'quote-not-closed',
  'row-too-long',
  /** Bytes that the encoding does not know, or the character NUL. */
  'unreadable-characters',
  'too-few-cells',
  'too-many-cells',
] as const;
export type RowFault = (typeof rowFaults)[number];

/** One row of a table as it stands in a file. Cells are text: nothing of them is ever run. */
export type SourceRow = {
  /** As the program that made the file shows it, 1 first: the line where it begins, or the row of the sheet. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly fault?: RowFault;
  /** The cells that a workbook had computed by a formula, by their places: what was last computed is taken. */
  readonly formulas?: readonly number[];
  /** The last row, and the file ends in the middle of its line. */
  readonly endsFile?: boolean;
};

/** Rows in their order, some at a time, so that the reading never runs ahead of the work by more than one batch. */
export type SourceRows = AsyncIterable<readonly SourceRow[]>;
