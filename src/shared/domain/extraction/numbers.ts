import type { Result } from '../../base/result.ts';
import {
  type IdentifierFault,
  isLegalPerson,
  parseBankgiro,
  parseIban,
  parseOrganisationNumber,
  parsePlusgiro,
  parseVatNumber,
} from '../identifiers/index.ts';
import { unmisread, withDigits } from './misread-digits.ts';
import type { Row } from './rows.ts';
import { findSpans, type Span } from './spans.ts';

/** A number that has the form of an identifier; `valid` when its check digit is right too. */
export type PrintedNumber = {
  /** Misread digits were taken back ('S' for '5'): a person must see it. */
  readonly mended: boolean;
  readonly digits: string;
  readonly valid: boolean;
  /** Printed with its usual hyphen. */
  readonly hyphen: boolean;
  /** A right number that it may be a misreading of; only where it is not right itself. */
  readonly instead?: string;
};

type Reading = {
  readonly shape: RegExp;
  readonly parse: (text: string) => Result<string, IdentifierFault>;
  readonly mostTokens: number;
};

/** Blanks around a hyphen are OCR's; a trailing full stop is the sentence's. */
const tidy = (text: string): string =>
  text
    .replace(/\s*-\s*/g, '-')
    .replace(/^[-.:'’‘"|]+|[-.,;:)'’"|]+$/g, '')
    .replace(/^\$E/, 'SE');

function numbersOf(rows: readonly Row[], { shape, parse, mostTokens }: Reading): readonly Span<PrintedNumber>[] {
  const search = { mostTokens, widestGap: 1.5 };
  const right = findSpans(rows, { ...search, read: (text) => readRight(tidy(text), shape, parse) });
  const taken = new Set(right.flatMap(({ tokens }) => tokens));
  const wrong = findSpans(rows, { ...search, read: (text) => readWrong(tidy(text), shape, parse) });
  return [...right, ...wrong.filter(({ tokens }) => !tokens.some((token) => taken.has(token)))];
}

/** A number with the right check digit, misread digits taken back if letters stand among them. */
function readRight(text: string, shape: RegExp, parse: Reading['parse']): PrintedNumber | undefined {
  const parsed = shape.test(text) ? parse(text) : undefined;
  if (parsed?.ok) return { digits: parsed.value, valid: true, hyphen: text.includes('-'), mended: false };
  return parsed || !/\d{3}/.test(text) || !mayBeMisread.test(text) ? undefined : mend(text, shape, parse);
}

/** Letters among the digits that are read for one; or twelve digits behind what SE is read as. */
const mayBeMisread = /[OoDSIlBZz$|]|^.{1,2}\d{12}$/;

function mend(text: string, shape: RegExp, parse: Reading['parse']): PrintedNumber | undefined {
  const number = unmisread(text).find((one) => shape.test(one) && parse(one).ok);
  const parsed = number === undefined ? undefined : parse(number);
  return number !== undefined && parsed?.ok
    ? { digits: parsed.value, valid: true, hyphen: number.includes('-'), mended: true }
    : undefined;
}

/** A number of the right form with the wrong check digit, and what it may have been before it was misread. */
function readWrong(printed: string, shape: RegExp, parse: Reading['parse']): PrintedNumber | undefined {
  const text = shape.test(printed) || !/\d{6}/.test(printed) ? printed : withDigits(printed);
  if (!shape.test(text)) return undefined;
  const instead = mend(text, shape, parse)?.digits;
  const digits = text.replace(/[^\dA-Za-z]/g, '').toUpperCase();
  return { digits, valid: false, hyphen: text.includes('-'), mended: false, ...(instead !== undefined && { instead }) };
}

/** Organisation numbers: NNNNNN-NNNN, or ten or twelve digits. A person's number counts as one: a sole trader bears it. */
export const organisationNumbersIn = (rows: readonly Row[]): readonly Span<PrintedNumber>[] =>
  numbersOf(rows, {
    shape: /^(?:16)?\d{6}[ -]?\d{4}$/,
    parse: parseOrganisationNumber,
    mostTokens: 3,
  });

/** VAT numbers: SE and twelve digits in any grouping, or another land's. */
export const vatNumbersIn = (rows: readonly Row[]): readonly Span<PrintedNumber>[] =>
  numbersOf(rows, {
    shape:
      /^(?:SE[ -]?\d{6}[ -]?\d{4}(?:[ -]?\d{2})?|SE[ -]?\d{9,14}|(?:NL|DE|DK|FI|NO|GB|FR|BE|PL|IE|AT|EE|LV|LT|ES|IT|LU|CZ|PT|CHE)[ -]?(?:\d[ .]?){7,11}(?:B\d{2}|MVA|MWST)?|ATU\d{8}|IE\d[A-Z\d]\d{5}[A-Z]{1,2})$/i,
    parse: parseVatNumber,
    mostTokens: 5,
  });

/** Bankgiro numbers as printed: NNN-NNNN or NNNN-NNNN, or seven or eight digits in a row. */
export const bankgirosIn = (rows: readonly Row[]): readonly Span<PrintedNumber>[] =>
  numbersOf(rows, { shape: /^\d{3,4}-?\d{4}$|^\d{3,4} \d{4}$/, parse: parseBankgiro, mostTokens: 3 });

/** Plusgiro numbers as printed: pairs and a last digit after a hyphen, '28 65 43-4'. */
export const plusgirosIn = (rows: readonly Row[]): readonly Span<PrintedNumber>[] =>
  numbersOf(rows, { shape: /^\d{1,3}(?: ?\d{2}){0,3} ?-\d$|^\d{5,8}$/, parse: parsePlusgiro, mostTokens: 6 });

/** IBANs, in fours or in one piece. */
export const ibansIn = (rows: readonly Row[]): readonly Span<PrintedNumber>[] =>
  numbersOf(rows, {
    shape: /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){2,8}$|^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/,
    parse: parseIban,
    mostTokens: 9,
  });

/** A number fit to be a company's own: right check digit, and not a date with a person's digits unless its label says so. */
export const isCompanyNumber = (number: PrintedNumber): boolean => number.valid && isLegalPerson(number.digits);
