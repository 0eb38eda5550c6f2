import type { ExchangeRecord } from './exchange-field.ts';
import type { RowFinding } from './findings.ts';

export const rowVerdicts = ['new', 'changed', 'unchanged', 'wrong'] as const;
export type RowVerdict = (typeof rowVerdicts)[number];

/** A row of the register as files would have it, and what of it waits for a second person. */
export type KnownRow = {
  readonly id: string;
  readonly record: ExchangeRecord;
  /** The values that are asked for and not yet decided, by field. */
  readonly waiting: ExchangeRecord;
  /** The file names one that was merged into this one. */
  readonly wasMerged?: boolean;
};

/** `Row`: what the register holds of it, as whoever decides needs it. */
export type KnownAs<Row> = KnownRow & { readonly row: Row };

/** The rows of the register that a row of a file may be, looked up before. */
export type RowFacts<Known extends KnownRow = KnownRow> = {
  readonly byOwnId: Known | undefined;
  readonly byExternalId: Known | undefined;
  readonly byNumber: Known | undefined;
  /** The one who takes it in has put the telephone number there: it is nobody's to ring about what they ask for. */
  readonly importerSetPhone?: boolean;
  /** The row of the file that is the same. */
  readonly earlierRow: number | undefined;
  /** Rows of the register, not this one, that have one of its payment numbers: field, number and the row's name. */
  readonly elsewhere: readonly { readonly field: string; readonly number: string; readonly name: string }[];
};

/** The row of the register that a row of a file is; undefined: a new one. */
export const knownOf = <Known extends KnownRow>({ byOwnId, byExternalId, byNumber }: RowFacts<Known>): Known | undefined =>
  byOwnId ?? byExternalId ?? byNumber;

export type FieldChange = {
  readonly field: string;
  /** '' where it had none. */
  readonly before: string;
  /** Of several values: those that are new. */
  readonly after: string;
  /** Asked for, and in force when a second person has approved it. */
  readonly sensitive: boolean;
};

export type JudgedRow = {
  readonly row: number;
  readonly verdict: RowVerdict;
  /** The row of the register; null for a new one. */
  readonly id: string | null;
  readonly record: ExchangeRecord;
  readonly changes: readonly FieldChange[];
  readonly findings: readonly RowFinding[];
};
