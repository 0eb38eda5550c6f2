import { addDays, type Day, daysBetween, parseDay } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { showBankgiro, showIban, showOrganisationNumber, showPlusgiro } from '../identifiers/index.ts';
import type { FieldKind, FieldValue } from './fields.ts';

/** Why typed text is no value of its kind. A wrong check digit is no fault here: it may stand so on the paper. */
export type TypedValueFault =
  | 'nothing-typed'
  | 'too-long'
  | 'not-an-amount'
  | 'ambiguous-amount'
  | 'not-a-day'
  | 'not-digits'
  | 'not-a-vat-number'
  | 'not-an-iban'
  | 'not-a-currency';

type Reader = (text: string, today: Day) => Result<FieldValue, TypedValueFault>;

/** What a clerk typed or pasted, in any usual shape → its normal form. What can be read in two ways is refused, never guessed. */
export function readTypedValue(kind: FieldKind, text: string, today: Day): Result<FieldValue, TypedValueFault> {
  const tidy = text
    .normalize('NFC')
    .replace(/[\s\u00a0\u2000-\u200b\u202f]+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
  if (tidy === '') return err('nothing-typed');
  if (tidy.length > 200) return err('too-long');
  return readers[kind](tidy, today);
}

const readDigits =
  (label: RegExp): Reader =>
  (text) => {
    const digits = text.replace(label, '').replace(/[ .,\-/]/g, '');
    if (!/^\d+$/.test(digits)) return err('not-digits');
    return digits.length > 40 ? err('too-long') : ok(digits);
  };

const readOrganisationNumber: Reader = (text, today) => {
  const bare = text.replace(/^(org(anisations)?\.? ?(nr|nummer)?\.?|pers\.?nr)[: ]*/i, '').replace(/[ .-]/g, '');
  const fromVat = /^SE(\d{10})\d{2}$/i.exec(bare)?.[1];
  if (fromVat !== undefined) return ok(fromVat);
  return /^(16|00)\d{10}$/.test(bare) ? ok(bare.slice(2)) : readDigits(/^$/)(bare, today);
};

const readVatNumber: Reader = (text) => {
  const value = text
    .toUpperCase()
    .replace(/^(MOMS(REG)?\.?(ISTRERINGS)?-?(NR|NUMMER)?|VAT)[:. ]+/, '')
    .replace(/[ .\-/]/g, '');
  if (/^\d{12}$/.test(value)) return ok(`SE${value}`);
  return /^[A-Z]{2}[A-Z0-9]{2,14}$/.test(value) ? ok(value) : err('not-a-vat-number');
};

const readIban: Reader = (text) => {
  const value = text
    .toUpperCase()
    .replace(/^IBAN[: ]*/, '')
    .replace(/[ .-]/g, '');
  return /^[A-Z]{2}\d{2}[A-Z0-9]{4,30}$/.test(value) ? ok(value) : err('not-an-iban');
};

const currencySigns: Readonly<Record<string, string>> = {
  KR: 'SEK',
  'KR.': 'SEK',
  KRONOR: 'SEK',
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
};
const readCurrency: Reader = (text) => {
  const word = text.toUpperCase();
  const code = currencySigns[word] ?? word;
  return /^[A-Z]{3}$/.test(code) ? ok(code) : err('not-a-currency');
};

// ── amounts ──

/** A decimal number without rounding: `units` divided by ten `decimals` times. */
type Decimal = { readonly units: bigint; readonly decimals: number };

const readAmount: Reader = (text) => {
  if (text.startsWith('=')) return readSum(text.slice(1));
  const bare = text.replace(/^(SEK|EUR|kr)\.? ?/i, '').replace(/ ?(SEK|EUR|NOK|DKK|USD|GBP|kr(onor)?|€)\.?$/i, '');
  const match = /^(-? ?)(.*?)( ?-?)$/.exec(bare.replace(/:-$|,-$/, ''));
  const before = match?.[1]?.trim() ?? '';
  const after = match?.[3]?.trim() ?? '';
  if (before !== '' && after !== '') return err('not-an-amount');
  const number = readDecimal(match?.[2] ?? '');
  if (!number.ok) return number;
  return toMinor(number.value, before !== '' || after !== '');
};

/** Without a sign. Groups of three may be parted by spaces, or by whichever of dot and comma is not the decimal sign. */
function readDecimal(text: string): Result<Decimal, TypedValueFault> {
  const grouped = /^\d{1,3}( \d{3})*$/;
  const [, whole = '', mark = '', decimals = ''] = /^(.*?)(?:([.,:])(\d*))?$/.exec(text) ?? [];
  const withoutMarks = whole.replace(/ /g, '');
  if (/^\d+$/.test(withoutMarks)) {
    if (whole.includes(' ') && !grouped.test(whole)) return err('not-an-amount');
    if (mark === '') return ok({ units: BigInt(withoutMarks), decimals: 0 });
    if (decimals.length === 3 && withoutMarks.length <= 3 && mark !== ':') return err('ambiguous-amount');
    if (decimals.length < 1 || decimals.length > 2) return err('not-an-amount');
    return ok({ units: BigInt(withoutMarks + decimals), decimals: decimals.length });
  }
  // 1.234.567,89 and 1,234,567.89: two different marks tell which is which; the same mark twice parts thousands.
  const groups = /^\d{1,3}(([.,])\d{3})(\2\d{3})*$/.exec(whole);
  if (groups === null || mark === '') return err('not-an-amount');
  const digits = whole.replace(/[.,]/g, '');
  if (groups[2] === mark)
    return decimals.length === 3 ? ok({ units: BigInt(digits + decimals), decimals: 0 }) : err('not-an-amount');
  if (decimals.length < 1 || decimals.length > 2) return err('not-an-amount');
  return ok({ units: BigInt(digits + decimals), decimals: decimals.length });
}

/** `1240*1,25+50`: products of numbers, added or taken away. */
function readSum(text: string): Result<number, TypedValueFault> {
  const terms = text.replace(/ /g, '').match(/[+-]?[^+-]+/g);
  if (terms === null || terms.join('') !== text.replace(/ /g, '')) return err('not-an-amount');
  let total: Decimal = { units: 0n, decimals: 0 };
  for (const term of terms) {
    const product = readProduct(term.replace(/^[+-]/, ''));
    if (!product.ok) return product;
    total = plus(total, term.startsWith('-') ? { ...product.value, units: -product.value.units } : product.value);
  }
  return toMinor(total, false);
}

function readProduct(text: string): Result<Decimal, TypedValueFault> {
  let product: Decimal = { units: 1n, decimals: 0 };
  for (const factor of text.split(/[*x×]/)) {
    const match = /^(\d{1,15})(?:[.,](\d{1,6}))?$/.exec(factor);
    if (match === null) return err('not-an-amount');
    const decimals = match[2] ?? '';
    product = { units: product.units * BigInt(`${match[1]}${decimals}`), decimals: product.decimals + decimals.length };
  }
  return ok(product);
}

function plus(a: Decimal, b: Decimal): Decimal {
  const decimals = Math.max(a.decimals, b.decimals);
  const scaled = ({ units, decimals: own }: Decimal) => units * 10n ** BigInt(decimals - own);
  return { units: scaled(a) + scaled(b), decimals };
}

/** Halves away from zero, as a clerk's calculator does; only a product can have more than two decimals. */
function toMinor({ units, decimals }: Decimal, negative: boolean): Result<number, TypedValueFault> {
  const size = units < 0n ? -units : units;
  const minor =
    decimals <= 2 ? size * 10n ** BigInt(2 - decimals) : (size + 10n ** BigInt(decimals - 2) / 2n) / 10n ** BigInt(decimals - 2);
  if (minor > 9_000_000_000_000_000n) return err('too-long');
  const isBelow = negative !== units < 0n && minor !== 0n;
  return ok(isBelow ? -Number(minor) : Number(minor));
}

// ── days ──

const monthNames = ['jan', 'feb', 'mar', 'apr', 'ma', 'jun', 'jul', 'aug', 'sep', 'o', 'nov', 'dec'];
const monthPattern = /^(jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-zå]*\.?$/i;
const weekdays: readonly RegExp[] = [
  /^(sön|sun)/,
  /^(mån|mon)/,
  /^(tis|tue)/,
  /^(ons|wed)/,
  /^(tor|thu)/,
  /^(fre|fri)/,
  /^(lör|sat)/,
];
const weekday = /^(sön|mån|tis|ons|tors?|fre|lör)(dag)?$|^(sun|mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?)(day)?$/;
const near: Readonly<Record<string, number>> = { idag: 0, today: 0, igår: -1, yesterday: -1, imorgon: 1, tomorrow: 1 };

const readDay: Reader = (text, today) => {
  const word = text.toLowerCase();
  const distance = near[word.replace(/^i (dag|går|morgon)$/, 'i$1')];
  if (distance !== undefined) return ok(addDays(today, distance));
  const step = /^([+-])(\d{1,4})$/.exec(word);
  if (step !== null) return ok(addDays(today, Number(`${step[1]}${step[2]}`)));
  if (weekday.test(word)) return ok(nextWeekday(word, today));
  const parts = partsOf(word);
  if (parts === undefined) return err('not-a-day');
  return dayOfParts(parts, today);
};

type Parts = { readonly year: string | undefined; readonly month: string; readonly day: string };

function partsOf(text: string): Parts | undefined {
  const yearFirst =
    /^(\d{4}|\d{2})[-./ ]?(\d{2})[-./ ]?(\d{2})$/.exec(text) ?? /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (yearFirst !== null) return { year: yearFirst[1], month: yearFirst[2] ?? '', day: yearFirst[3] ?? '' };
  const dayFirst = /^(\d{1,2})[/.](\d{1,2})(?:[/. -]+(\d{4}|\d{2}))?$/.exec(text) ?? /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text);
  if (dayFirst !== null) return { year: dayFirst[3], month: dayFirst[2] ?? '', day: dayFirst[1] ?? '' };
  const named = /^(?:den )?(\d{1,2})(?::e)?\.? ([a-zå]+\.?)(?:,? (\d{4}|\d{2}))?$/.exec(text);
  const month = named?.[2] !== undefined && monthPattern.test(named[2]) ? monthNumber(named[2]) : undefined;
  return named === null || month === undefined ? undefined : { year: named[3], month, day: named[1] ?? '' };
}

const monthNumber = (name: string): string => String(monthNames.findIndex((start) => name.startsWith(start)) + 1);

/** Without a year, the year that brings the day nearest to today. */
function dayOfParts({ year, month, day }: Parts, today: Day): Result<Day, 'not-a-day'> {
  const inYear = (y: number) => parseDay(`${y}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (year !== undefined) return inYear(year.length === 4 ? Number(year) : 2000 + Number(year));
  const thisYear = Number(today.slice(0, 4));
  const candidates = [thisYear, thisYear - 1, thisYear + 1].map(inYear).filter((result) => result.ok);
  const distance = (result: { readonly value: Day }) => Math.abs(daysBetween(today, result.value));
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? err('not-a-day');
}

/** The next such day after today. */
function nextWeekday(word: string, today: Day): Day {
  const wanted = weekdays.findIndex((name) => name.test(word));
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, (wanted - now + 7) % 7 || 7);
}

const readers: { readonly [K in FieldKind]: Reader } = {
  text: (text) => ok(text),
  'organisation-number': readOrganisationNumber,
  'vat-number': readVatNumber,
  day: readDay,
  digits: readDigits(/^(ocr|ref)[a-zåäö.]*[: ]*/i),
  bankgiro: readDigits(/^(bg|bankgiro)[a-z.]*[: ]*/i),
  plusgiro: readDigits(/^(pg|plusgiro|postgiro)[a-z.]*[: ]*/i),
  iban: readIban,
  minor: readAmount,
  currency: readCurrency,
};

// ── showing ──

const noBreak = '\u00a0';

/** Minor units as Swedish readers expect: 1 234 567,89 with no-break spaces. */
export function showAmount(minorUnits: number, currency?: string | null): string {
  const digits = String(Math.abs(minorUnits)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, noBreak);
  const unit = currency === undefined || currency === null ? '' : `${noBreak}${currency === 'SEK' ? 'kr' : currency}`;
  return `${minorUnits < 0 ? '-' : ''}${whole},${digits.slice(-2)}${unit}`;
}

/** A value as people read it: 556677-8899, 123-4567, 1 234,50. */
export function showValue(kind: FieldKind, value: FieldValue, currency?: string | null): string {
  if (typeof value === 'number') return showAmount(value, currency);
  switch (kind) {
    case 'organisation-number':
      return showOrganisationNumber(value);
    case 'bankgiro':
      return showBankgiro(value);
    case 'plusgiro':
      return showPlusgiro(value);
    case 'iban':
      return showIban(value);
    default:
      return value;
  }
}
