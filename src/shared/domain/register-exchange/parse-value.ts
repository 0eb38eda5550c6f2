import { parseDay } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { parseBankgiro, parseIban, parseOrganisationNumber, parsePlusgiro, parseVatNumber } from '../identifiers/index.ts';
import { type ExchangeField, joinSeveral, splitSeveral, type ValueKind } from './exchange-field.ts';

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
] as const;
export type ValueFault = (typeof valueFaults)[number];
type Parsed = Result<string, ValueFault>;

/** A cell's text → the field's normal form, or why it is none. The text is not empty. */
export function parseValue(field: ExchangeField, text: string): Parsed {
  if (field.several !== true) return parseOne(field, text);
  const values: string[] = [];
  for (const part of splitSeveral(text)) {
    const value = parseOne(field, part);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(joinSeveral(values));
}

/** Whether a value is in the field's normal form already: what a record holds, and what a command may be sent. */
export function isNormal(field: ExchangeField, value: string): boolean {
  if (field.kind === 'amount') return /^(0|-?[1-9]\d{0,15})$/.test(value);
  const parsed = parseValue(field, value);
  return parsed.ok && parsed.value === value;
}

function parseOne(field: ExchangeField, text: string): Parsed {
  if (text.length > (field.most ?? 200)) return err('too-long');
  return parsers[field.kind](text, field);
}

const plain = (text: string): Parsed => (/[\r\n\u2028\u2029]/.test(text) ? err('line-break') : ok(text));
const matching =
  (pattern: RegExp, fault: ValueFault, normal = (text: string) => text) =>
  (text: string): Parsed => {
    const value = normal(text);
    return pattern.test(value) ? ok(value) : err(fault);
  };
const squeezed = (text: string): string => text.replace(/[\s\u00a0.-]/g, '').toUpperCase();

const parsers: { readonly [Kind in ValueKind]: (text: string, field: ExchangeField) => Parsed } = {
  'own-id': matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'not-an-id', (text) => text.toLowerCase()),
  text: plain,
  'organisation-number': parseOrganisationNumber,
  'vat-number': parseVatNumber,
  bankgiro: parseBankgiro,
  plusgiro: parsePlusgiro,
  iban: parseIban,
  'bank-account': matching(/^\d{6,19}$/, 'not-digits', (text) => squeezed(text).replace(/[,/]/g, '')),
  bic: matching(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'wrong-length', squeezed),
  gln: (text) => {
    const digits = squeezed(text);
    if (!/^\d+$/.test(digits)) return err('not-digits');
    if (digits.length !== 13) return err('wrong-length');
    return glnCheck(digits) ? ok(digits) : err('wrong-check-digit');
  },
  postcode: (text) => {
    const digits = text.replace(/[\s\u00a0]/g, '');
    return /^\d{5}$/.test(digits) ? ok(`${digits.slice(0, 3)} ${digits.slice(3)}`) : plain(text);
  },
  email: matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'not-an-address'),
  country: matching(/^[A-Z]{2}$/, 'unknown-word', (text) => countryCodes[text.toLowerCase()] ?? text.toUpperCase()),
  currency: matching(/^[A-Z]{3}$/, 'unknown-word', (text) => text.toUpperCase()),
  count: matching(/^(0|[1-9]\d{0,8})$/, 'not-a-number', (text) => text.replace(/[\s\u00a0]/g, '').replace(/^0+(?=\d)/, '')),
  amount: parseAmount,
  percent: (text) => {
    const value = text.replace(/[\s\u00a0%]/g, '').replace(',', '.');
    return /^\d{1,3}(\.\d{1,2})?$/.test(value)
      ? ok(value.includes('.') ? value.replace(/\.?0+$/, '') : value)
      : err('not-a-number');
  },
  day: (text) => {
    const [, year, month, day] = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ]00:00(?::00)?)?$/.exec(text) ?? [];
    return parseDay(`${year}-${month}-${day}`);
  },
  flag: (text) => {
    const word = text.toLowerCase();
    if (yesWords.includes(word)) return ok('yes');
    return noWords.includes(word) ? ok('no') : err('not-yes-or-no');
  },
  word: (text, { words = [] }) => {
    const word = text.toLowerCase();
    return words.includes(word) ? ok(word) : err('unknown-word');
  },
};

const yesWords = ['ja', 'j', 'yes', 'y', 'true', 'sant', '1', 'x'];
const noWords = ['nej', 'n', 'no', 'false', 'falskt', '0'];
const countryCodes: { readonly [name: string]: string } = {
  sverige: 'SE',
  sweden: 'SE',
  norge: 'NO',
  norway: 'NO',
  danmark: 'DK',
  denmark: 'DK',
  finland: 'FI',
  tyskland: 'DE',
  germany: 'DE',
};

/** The last digit by weights 3 and 1 from the right. Source: GS1 General Specifications, 7.9.1 (check digit of a GLN). */
function glnCheck(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0 && !/^0+$/.test(digits);
}

/**
 * Kronor as people write them → whole öre as text. Spaces, or one sign between groups of three, part thousands; the other sign parts
 * the decimals. What could be read in two ways ('1.234') is refused: the mapping says which sign parts decimals.
 */
function parseAmount(text: string): Parsed {
  const value = text.replace(/[\s\u00a0']|kr|sek|:-/gi, '').replace(/^\u2212/, '-');
  if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(value)) return err('two-readings');
  const grouped = /^([+-]?)(\d{1,3}(?:([.,])\d{3})(?:\3\d{3})*)(?:(?!\3)[.,](\d+))?$/.exec(value);
  const [, sign = '', whole = '', , decimals = ''] = grouped ?? /^([+-]?)(\d+)()(?:[.,](\d+))?$/.exec(value) ?? [];
  if (whole === '' || whole.length > 15) return err('not-a-number');
  if (decimals.replace(/0+$/, '').length > 2) return err('not-whole-ore');
  const ore = `${whole.replace(/[.,]/g, '')}${decimals.slice(0, 2).padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
  return ok(sign === '-' && ore !== '0' ? `-${ore}` : ore);
}

/** Whole öre as text → kronor with a decimal comma, which reads back as the same: '123450' → '1234,50'. */
export function showAmount(ore: string): string {
  const digits = ore.replace('-', '').padStart(3, '0');
  return `${ore.startsWith('-') ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
