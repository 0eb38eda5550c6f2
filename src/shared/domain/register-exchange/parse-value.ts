import { type Day, parseDay } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import {
  parseBic,
  parseGln,
  parseOrganisationNumber,
  parsePeppolId,
  parsePersonalNumber,
  parseVatNumber,
} from '../identifiers/index.ts';
import {
  isAccount,
  joinParts,
  parseAddress,
  parseContact,
  parsePaidAt,
  parsePricedFrom,
  splitParts,
  vatCodeOf,
} from './composites.ts';
import { type ExchangeField, joinSeveral, splitSeveral, type ValueKind } from './exchange-field.ts';
import type { ValueFault } from './value-faults.ts';

type Parsed = Result<string, ValueFault>;

/** The day on which everybody has been born: enough to know a number of twelve digits by. */
const endOfTime = '9999-12-31' as Day;

/** A cell's text → the field's normal form, or why it is none. The text is not empty. `today` tells the century of a person's ten digits. */
export function parseValue(field: ExchangeField, text: string, today: Day = endOfTime): Parsed {
  if (field.several !== true) return parseOne(field, text, today);
  const values: string[] = [];
  for (const part of splitSeveral(text)) {
    const value = field.kind === 'text' ? parseText(field, part) : parseOne(field, part, today);
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

function parseOne(field: ExchangeField, text: string, today: Day): Parsed {
  if (text.length > (field.most ?? (isOfParts(field) ? 1_000 : 200))) return err('too-long');
  return parsers[field.kind](text, field, today);
}

/** One of several texts, which may themselves hold what parts values. */
function parseText(field: ExchangeField, text: string): Parsed {
  const [whole = ''] = splitParts(text);
  const parsed = parseOne(field, whole, endOfTime);
  return parsed.ok ? ok(joinParts([parsed.value])) : parsed;
}

/** Whether a value is several parts in one text. */
export const isOfParts = ({ kind, several }: ExchangeField): boolean => several === true && kind !== 'text';

const plain = (text: string): Parsed => (/[\r\n\u2028\u2029]/.test(text) ? err('line-break') : ok(text));
const matching =
  (pattern: RegExp, fault: ValueFault, normal = (text: string) => text) =>
  (text: string): Parsed => {
    const value = normal(text);
    return pattern.test(value) ? ok(value) : err(fault);
  };
const asFault = (parsed: Result<string, unknown>, fault: ValueFault): Parsed => (parsed.ok ? parsed : err(fault));

const parsers: { readonly [Kind in ValueKind]: (text: string, field: ExchangeField, today: Day) => Parsed } = {
  'own-id': matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'not-an-id', (text) => text.toLowerCase()),
  text: plain,
  'organisation-number': parseOrganisationNumber,
  'vat-number': parseVatNumber,
  bankgiro: (text) => parsePaidAt('bankgiro', text),
  plusgiro: (text) => parsePaidAt('plusgiro', text),
  iban: (text) => parsePaidAt('iban', text),
  'bank-account': (text) => parsePaidAt('bank-account', text),
  bic: (text) => asFault(parseBic(text), 'wrong-bic'),
  gln: parseGln,
  'personal-number': (text, _, today) => parsePersonalNumber(text, today),
  'peppol-id': (text) => asFault(parsePeppolId(text), 'not-an-address'),
  account: (text) => (isAccount(text) ? ok(text) : err('wrong-length')),
  'vat-code': (text) => {
    const code = vatCodeOf(text);
    return code === undefined ? err('unknown-word') : ok(code);
  },
  address: parseAddress,
  contact: parseContact,
  'price-from': (text) => parsePricedFrom(text, { parseAmount, showAmount }),
  postcode: (text) => {
    const digits = text.replace(/[\s\u00a0]/g, '');
    return /^\d{5}$/.test(digits) ? ok(`${digits.slice(0, 3)} ${digits.slice(3)}`) : plain(text);
  },
  email: matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'not-an-address'),
  country: matching(/^[A-Z]{2}$/, 'unknown-word', (text) => countryCodes[text.toLowerCase()] ?? text.toUpperCase()),
  currency: matching(/^[A-Z]{3}$/, 'unknown-word', (text) => text.toUpperCase()),
  count: matching(/^(0|[1-9]\d{0,8})$/, 'not-a-number', (text) => text.replace(/[\s\u00a0]/g, '').replace(/^0+(?=\d)/, '')),
  amount: (text, { notBelowZero }) => {
    const amount = parseAmount(text);
    return notBelowZero === true && amount.ok && amount.value.startsWith('-') ? err('below-zero') : amount;
  },
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
