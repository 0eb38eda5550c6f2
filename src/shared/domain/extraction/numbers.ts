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
import type { Row } from './rows.ts';
import { findSpans, type Span } from './spans.ts';

/** A number that has the form of an identifier; `valid` when its check digit is right too. */
export type PrintedNumber = {
  /** Letters were read where digits must be ('S' for '5'): a person must see it. */
  readonly mended: boolean;
  readonly digits: string;
  readonly valid: boolean /** Printed with its usual hyphen. */;
  readonly hyphen: boolean;
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
    .replace(/^[-.:]+|[-.,;:)]+$/g, '')
    .replace(/^\$E/, 'SE');

function numbersOf(rows: readonly Row[], { shape, parse, mostTokens }: Reading): readonly Span<PrintedNumber>[] {
  const search = { mostTokens, widestGap: 1.5 };
  const right = findSpans(rows, { ...search, read: (text) => readRight(tidy(text), shape, parse) });
  const taken = new Set(right.flatMap(({ tokens }) => tokens));
  const wrong = findSpans(rows, {
    ...search,
    read: (text) => (shape.test(tidy(text)) ? printed(tidy(text), parse(tidy(text)), false) : undefined),
  });
  return [...right, ...wrong.filter(({ tokens }) => !tokens.some((token) => taken.has(token)))];
}

/** A number with the right check digit, letters read for digits taken back if need be. */
function readRight(text: string, shape: RegExp, parse: Reading['parse']): PrintedNumber | undefined {
  const parsed = shape.test(text) ? parse(text) : undefined;
  if (parsed?.ok) return printed(text, parsed, false);
  if (parsed || !/\d{3}/.test(text) || !/[OoSIlBZ$]/.test(text)) return undefined;
  const mended = withDigits(text);
  const again = shape.test(mended) ? parse(mended) : undefined;
  return again?.ok ? printed(mended, again, true) : undefined;
}

function printed(text: string, parsed: Result<string, IdentifierFault>, mended: boolean): PrintedNumber {
  const digits = parsed.ok ? parsed.value : text.replace(/[^\dA-Za-z]/g, '').toUpperCase();
  return { digits, valid: parsed.ok, hyphen: text.includes('-'), mended };
}

/** The digits that letters are read for; the land's letters of a VAT number or an IBAN stay. */
const withDigits = (text: string): string => {
  const land = /^(SE(?=[\dSOIlBZ$ ]{8})|[A-Z]{2}(?=\d\d))/.exec(text)?.[0] ?? '';
  const looks: Readonly<Record<string, string>> = { O: '0', o: '0', S: '5', $: '5', I: '1', l: '1', B: '8', Z: '2' };
  return land + text.slice(land.length).replace(/[OoSIlBZ$]/g, (letter) => looks[letter] ?? letter);
};

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
