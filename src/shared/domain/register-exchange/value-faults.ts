/** Why a cell is no value of its field. */
export const valueFaults = [
  'not-digits',
  'wrong-length',
  'wrong-check-digit',
  'not-a-company',
  'too-long',
  'line-break',
  'not-a-number',
  /** '1.234': which sign parts decimals must be said. */
  'two-readings',
  'not-whole-ore',
  'not-a-day',
  'not-yes-or-no',
  'unknown-word',
  'not-an-address',
  'not-an-id',
  'not-a-birthday',
  'below-zero',
  'wrong-bic',
  'address-incomplete',
  'contact-incomplete',
  'days-in-wrong-order',
] as const;
export type ValueFault = (typeof valueFaults)[number];
