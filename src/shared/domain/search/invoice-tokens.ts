import { holdsPersonalNumber, isLegalPerson } from '../identifiers/index.ts';
import type { Fields } from '../invoice-fields/index.ts';
import { nameWords } from '../register-twins/index.ts';
import { numberSkeleton } from '../supplier-control/index.ts';
import { squeezed } from './page-words.ts';

/**
 * What an invoice's own facts are found by stands in one index, each kind told apart by a sign that nobody types (of the area that Unicode
 * leaves to private use). Words of names bear none.
 */
export const tokenSigns = {
  unit: '\u{e000}',
  number: '\u{e001}',
  ocr: '\u{e002}',
  account: '\u{e003}',
  organisation: '\u{e004}',
  amount: '\u{e005}',
  /** Numbers that look alike on paper share it. */
  alike: '\u{e006}',
  /** A person's identity number: asked for whole, by those who may, and never begun. */
  person: '\u{e007}',
  /** What has a person's number within it: asked for whole, and never begun. */
  sealed: '\u{e008}',
} as const;

export type SearchedInvoice = { readonly unitId: string; readonly fields: Fields };

/** The unit, so that who may see some units only is not made to look through all the others'. */
export const unitToken = (unitId: string): string =>
  `${tokenSigns.unit}${Array.from(unitId, (letter) => letter.codePointAt(0)?.toString(16)).join('')}`;

/** Credit notes are looked for by their amount without its sign. */
export const amountToken = (minorUnits: number): string => `${tokenSigns.amount}${Math.abs(minorUnits)}`;

export const alikeToken = (number: string): string => `${tokenSigns.alike}${numberSkeleton(number).toLowerCase()}`;

/** Whether a number in ten digits, or a VAT number with one within, is a person's. */
export function isPersonsKey(key: string): boolean {
  const digits = key.replace(/^se(\d{10})01$/, '$1').replace(/^(?:18|19|20)(\d{10})$/, '$1');
  return /^\d{10}$/.test(digits) && !isLegalPerson(digits);
}

/** The words that an invoice is found by, each once. */
export function invoiceTokens({ unitId, fields }: SearchedInvoice): readonly string[] {
  const value = (name: keyof Fields): string => String(fields[name].value ?? '');
  const tokens = new Set<string>([unitToken(unitId), ...nameWords(value('supplierName'))]);
  for (const name of ['invoiceNumber', 'purchaseOrderNumber'] as const)
    for (const key of numberKeys(value(name))) tokens.add(sealedOr(tokenSigns.number, key));
  if (value('invoiceNumber') !== '') tokens.add(alikeToken(value('invoiceNumber')));
  add('ocr', 'ocrReference');
  add('account', 'bankgiro');
  add('account', 'plusgiro');
  add('account', 'iban');
  for (const name of ['organisationNumber', 'vatNumber'] as const) {
    const key = squeezed(value(name));
    if (key !== '') tokens.add(isPersonsKey(key) ? personToken(key) : `${tokenSigns.organisation}${key}`);
  }
  for (const word of nameWords(value('buyerReference'))) if (word.length > 1 && !holdsPersonalNumber(word)) tokens.add(word);
  for (const name of ['totalMinor', 'netMinor'] as const) {
    const amount = fields[name].value;
    if (amount !== null) tokens.add(amountToken(amount));
  }
  return [...tokens];

  function add(sign: 'ocr' | 'account', name: keyof Fields): void {
    const key = squeezed(value(name));
    if (key !== '') tokens.add(sealedOr(tokenSigns[sign], key));
  }
}

export const personToken = (key: string): string => `${tokenSigns.person}${key.replace(/^se(\d{10})01$/, '$1').slice(-10)}`;

/** A number that is a person's is found as a person's is; one that has such a number within it is found whole. */
function sealedOr(sign: string, key: string): string {
  if (/^(\d{10}|\d{12})$/.test(key) && holdsPersonalNumber(key)) return personToken(key);
  return holdsPersonalNumber(key) || hasPersonWithin(key) ? `${tokenSigns.sealed}${key}` : `${sign}${key}`;
}

/** A number that is longer than a person's may begin with one. */
const hasPersonWithin = (key: string): boolean =>
  /^\d+$/.test(key) && (holdsPersonalNumber(key.slice(0, 10)) || holdsPersonalNumber(key.slice(0, 12)));

/** A number whole, and the parts of it that are often typed alone: 'F-2026-00123' is also 2026 and 00123. */
function numberKeys(number: string): readonly string[] {
  const parts = number.match(/\d{3,}/g) ?? [];
  return [...new Set([squeezed(number), ...parts])].filter((key) => key !== '');
}
