/** What of a row of a register tells whether it is another's twin (dubblett). Numbers in their normal forms; missing where not known. */
export type RegisterEntry = {
  readonly id: string;
  /** The name first, then what else it is called. */
  readonly names: readonly [string, ...string[]];
  readonly organisationNumber?: string;
  readonly vatNumber?: string;
  /** Each with its kind before it: 'bankgiro 50501055'. A bankgiro and a plusgiro with the same digits are two numbers. */
  readonly paymentNumbers: readonly string[];
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
};

export const twinReasons = [
  'organisation-number',
  'vat-number',
  'payment-number',
  'name',
  'name-like',
  'address',
  'city',
  /** They share a payment number, and yet bear different organisation numbers: one of the two is wrong, or somebody collects for both. */
  'other-organisation-number',
] as const;
export type TwinReason = (typeof twinReasons)[number];

/** Two rows that may be one. `score`: 0..100, for putting the surest first; it is no probability. */
export type RegisterTwins = {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly reasons: readonly TwinReason[];
};

/** The organisation number, also where only a Swedish VAT number tells it. */
export const numberOf = ({ organisationNumber, vatNumber }: RegisterEntry): string | undefined =>
  organisationNumber ?? (vatNumber !== undefined && /^SE\d{12}$/.test(vatNumber) ? vatNumber.slice(2, 12) : undefined);
