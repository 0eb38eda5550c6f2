/** The registers that come and go as files. */
export const exchangeRegisters = ['suppliers', 'customers', 'articles'] as const;
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
  | 'personal-number'
  | 'peppol-id'
  | 'account'
  | 'vat-code'
  /** Of several parts: see composites.ts. */
  | 'address'
  | 'contact'
  | 'price-from'
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
  /** Whether somebody is protected: a file may begin it, and never end it. */
  readonly onlyBegins?: true;
  /** Read from files as a part of another field, into which it goes: see gather-record.ts. */
  readonly partOf?: string;
  /** Of an amount: a price is none. */
  readonly notBelowZero?: true;
  /** May hold a person's number, which is covered where it is shown, and written to no file that it was not asked for. */
  readonly personal?: true;
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
