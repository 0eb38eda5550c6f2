import { passesModulus10 } from '../../base/check-digits.ts';
import { type Day, parseDay } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { IdentifierFault } from './identifiers.ts';
import { squeeze } from './squeeze.ts';

export type PersonalNumberFault = IdentifierFault | 'not-a-birthday';

/** In a coordination number (samordningsnummer) the day is this much higher. */
const coordinationDays = 60;

/**
 * Personal identity number (personnummer) or coordination number (samordningsnummer) → 12 digits, the century first. Ten digits are of
 * someone under a hundred; with + between, of someone who is a hundred or more. `today` tells which century that is.
 *
 * Source: docs/identifiers.md; folkbokföringslagen (1991:481) 18 §.
 */
export function parsePersonalNumber(text: string, today: Day): Result<string, PersonalNumberFault> {
  const isHundred = /^\s*\d{6}\s*\+\s*\d{4}\s*$/.test(text);
  const digits = squeeze(isHundred ? text.replace('+', '') : text);
  if (!/^\d+$/.test(digits)) return err('not-digits');
  if (digits.length !== 10 && digits.length !== 12) return err('wrong-length');
  const whole = digits.length === 12 ? digits : `${centuryOf(digits, isHundred, today)}${digits}`;
  const birthday = birthdayOf(whole);
  if (birthday === undefined || birthday > today) return err('not-a-birthday');
  return passesModulus10(whole.slice(2)) ? ok(whole) : err('wrong-check-digit');
}

/** The latest one in which the day of birth is not yet to come; for a hundred years and more, the one before. */
function centuryOf(tenDigits: string, isHundred: boolean, today: Day): string {
  const year = Number(today.slice(0, 4));
  const century = Math.floor(year / 100);
  const thisCentury = birthdayOf(`${century}${tenDigits}`);
  const latest = thisCentury !== undefined ? thisCentury <= today : Number(tenDigits.slice(0, 2)) <= year % 100;
  return String(century - (latest ? 0 : 1) - (isHundred ? 1 : 0));
}

function birthdayOf(digits: string): Day | undefined {
  const day = Number(digits.slice(6, 8));
  const ofMonth = String(day > coordinationDays ? day - coordinationDays : day).padStart(2, '0');
  const parsed = parseDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${ofMonth}`);
  return parsed.ok ? parsed.value : undefined;
}

export const isCoordinationNumber = (digits: string): boolean => Number(digits.slice(6, 8)) > coordinationDays;

/** As a person may see it who has said why: 19121212-1212. */
export const showPersonalNumber = (digits: string): string => `${digits.slice(0, 8)}-${digits.slice(8)}`;

/** As everyone may see it: 19121212-••••. */
export const maskPersonalNumber = (digits: string): string => `${digits.slice(0, 8)}-••••`;

/** Names of facts in which a person's number may stand. */
const personalFacts: readonly string[] = ['organisationNumber', 'personalNumber', 'vatNumber', 'from', 'to'];

/** The same, all through it, with the last four digits of each person's number covered. It knows such a number by its form, in the facts that may have one. */
export function withPersonsCovered<Part>(part: Part): Part {
  return covered(part, false) as Part; // of the same shape: texts stay texts
}

function covered(part: unknown, mayBePersonal: boolean): unknown {
  if (typeof part === 'string') return mayBePersonal ? coverNumber(part) : part;
  if (Array.isArray(part)) return part.map((one) => covered(one, mayBePersonal));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, covered(value, personalFacts.includes(name))]));
}

/** Ten digits, twelve with the century, or ten within a VAT number; the third of the ten is too low for a company's. */
const personal = /^(\d{2}[01]\d{3}|(?:18|19|20)\d{2}[01]\d{3}|SE\d{2}[01]\d{3})\d{4}(01)?$/;

function coverNumber(text: string): string {
  const [, head, vatTail] = personal.exec(text) ?? [];
  if (head === undefined || head.startsWith('SE') !== (vatTail !== undefined)) return text;
  return `${head}-••••`;
}

/** A person's number, with or without its century, standing by itself in a text: '0007:1212121212', 'K-121212-1212'. */
const withinText = /(?<!\d)(?:\d{2})?\d{6}[-+]?\d{4}(?!\d)/g;

function isPersons(text: string): boolean {
  const digits = squeeze(text.replace('+', ''));
  const wholes = digits.length === 12 ? [digits] : [`19${digits}`, `20${digits}`];
  return passesModulus10(digits.slice(-10)) && wholes.some((whole) => birthdayOf(whole) !== undefined);
}

/** Whether a number in another system, or an address there, holds a person's number. */
export const holdsPersonalNumber = (text: string): boolean => (text.match(withinText) ?? []).some(isPersons);

/** The same text with the last four digits of each person's number in it covered. */
export const coverPersonalNumbers = (text: string): string =>
  text.replace(withinText, (found) => (isPersons(found) ? `${found.slice(0, -4).replace(/[-+]$/, '')}-••••` : found));
