/** The registers that come and go as files. */
export const exchangeRegisters = ['suppliers'] as const;
export type ExchangeRegister = (typeof exchangeRegisters)[number];

/** What a cell must be to be taken for a value: see parse-value.ts. */
export type ValueKind =
  | 'own-id'
  | 'text'
  | 'organisation-number'
  | 'vat-number'
  | 'bankgiro'
  | 'plusgiro'
  | 'iban'
  | 'bank-account'
  | 'bic'
  | 'gln'
  | 'postcode'
  | 'email'
  | 'country'
  | 'currency'
  | 'count'
  | 'amount'
  | 'percent'
  | 'day'
  | 'flag'
  | 'word';

/** A field of a register as files have it. Values are text in their one normal form, so that files and rows compare as text. */
export type ExchangeField = {
  readonly name: string;
  readonly kind: ValueKind;
  /** The longest text; 200 where it is not said. */
  readonly most?: number;
  /** The words that a field of kind `word` may hold. */
  readonly words?: readonly string[];
  readonly required?: true;
  /** May hold several values, which a file writes between bars. */
  readonly several?: true;
  /** A change of it in an existing row waits for a second person: docs/adr/0017. */
  readonly sensitive?: true;
  /** In a new row, too. */
  readonly waitsWhenNew?: true;
  /** What stands there is not changed from a file; nothing there is filled in. */
  readonly onlyWhenEmpty?: true;
  /** Written to files, and never taken from them. */
  readonly exportOnly?: true;
  /** What columns with it are called, Swedish and English, as people write it. The first of each is the one that we write. */
  readonly headings: readonly [string, ...string[]];
};

/** What a row says of its fields; a field that it does not mention is missing. Several values are sorted and joined by bars. */
export type ExchangeRecord = { readonly [field: string]: string };

export const severalSign = '|';
export const joinSeveral = (values: readonly string[]): string => [...new Set(values)].sort().join(severalSign);
export const splitSeveral = (text: string): readonly string[] =>
  text
    .split(severalSign)
    .map((part) => part.trim())
    .filter((part) => part !== '');
