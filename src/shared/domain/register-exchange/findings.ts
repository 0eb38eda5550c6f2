import type { ValueFault } from './value-faults.ts';

/** What is amiss with a row. `error`: the row is wrong. `warning`: a person may take it all the same. `note`: good to know. */
export const rowFindingSeverity = {
  'quote-not-closed': 'error',
  'row-too-long': 'error',
  'unreadable-characters': 'error',
  'too-few-cells': 'error',
  'too-many-cells': 'error',
  /** A row that could not be parted into cells has come back, and nobody has said that it is mended: see wrong-rows-form.ts. */
  'not-mended': 'error',
  /** The file ends in the middle of this row. */
  'file-ends-here': 'warning',
  /** The cell was computed by a formula: what was last computed is taken, and nothing is computed here. */
  'computed-cell': 'warning',
  /** The cell's text looks like a formula. It is kept as text. */
  'formula-text': 'warning',
  missing: 'error',
  /** No id in the named system, and no organisation number: nobody can say which row it is. */
  'no-identity': 'error',
  /** The same row stands earlier in the file. */
  'twice-in-file': 'error',
  /** The id says one row of the register, and the organisation number another. */
  'two-rows-match': 'error',
  /** The row has another id in the same system. */
  'other-id-there': 'error',
  /** The row has been merged into another, which is the one that is changed. */
  'merged-away': 'note',
  /** Waits for a second person. */
  'becomes-request': 'note',
  /** The same change waits for a second person already. */
  'waits-already': 'note',
  /** The payment number stands at another row. */
  'number-elsewhere': 'warning',
  /** Much like another row. */
  'looks-like-twin': 'warning',
  'not-digits': 'error',
  'wrong-length': 'error',
  'wrong-check-digit': 'error',
  'not-a-company': 'error',
  'too-long': 'error',
  'line-break': 'error',
  'not-a-number': 'error',
  'two-readings': 'error',
  'not-whole-ore': 'error',
  'not-a-day': 'error',
  'not-yes-or-no': 'error',
  'unknown-word': 'error',
  'not-an-address': 'error',
  'not-an-id': 'error',
  'not-a-birthday': 'error',
  'below-zero': 'error',
  'wrong-bic': 'error',
  'address-incomplete': 'error',
  'contact-incomplete': 'error',
  'days-in-wrong-order': 'error',
  /** A company's number and a person's: nobody is both. */
  'company-and-person': 'error',
  /** A test of the e-invoice channel has a day and a result, or neither. */
  'test-incomplete': 'error',
  'live-day-missing': 'error',
  'test-failed': 'error',
  /** The article may not be sold on that day any more. */
  'article-ended': 'error',
  /** It is another there, and a file does not change it. */
  'stays-as-it-is': 'note',
} as const satisfies Record<string, 'error' | 'warning' | 'note'> & Record<ValueFault, 'error'>;

export type RowFindingCode = keyof typeof rowFindingSeverity;
export type RowFinding = {
  readonly code: RowFindingCode;
  /** Of the file, as the person sees it. */
  readonly row: number;
  /** The column's name in the file; null when it is about the row. */
  readonly column: string | null;
  readonly field: string | null;
  /** The cell as it stands, shortened; a row or an id that the finding speaks of. */
  readonly detail: string | null;
};
export const severityOf = ({ code }: Pick<RowFinding, 'code'>) => rowFindingSeverity[code];
