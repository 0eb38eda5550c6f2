import { passesModulus10, passesModulus97 } from '../../base/check-digits.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { squeeze } from './squeeze.ts';

/**
 * Swedish identifiers: text as people write it → its one normal form, or why it is none.
 *
 * Normal forms are digits only (VAT number and IBAN: capitals and digits). A letter O for a zero is never mended
 * in silence: it must be seen by a person. Source of each rule: docs/identifiers.md.
 */
export type IdentifierFault = 'not-digits' | 'wrong-length' | 'wrong-check-digit' | 'not-a-company';

/** Organisation number (organisationsnummer): 10 digits, or 12 with the prefix 16 or 00. Check digit by modulus 10. */
export function parseOrganisationNumber(text: string): Result<string, IdentifierFault> {
  const all = squeeze(text);
  if (!/^\d+$/.test(all)) return err('not-digits');
  const digits = all.length === 12 && /^(16|00)/.test(all) ? all.slice(2) : all;
  if (digits.length !== 10) return err('wrong-length');
  if (!passesModulus10(digits)) return err('wrong-check-digit');
  return ok(digits);
}

/** True for a legal person's number; a sole trader (enskild firma) bears the owner's personal identity number instead. */
export const isLegalPerson = (organisationNumber: string): boolean => Number(organisationNumber[2]) >= 2;

/**
 * The number that a business is registered by: an organisation number, or a sole trader's personal number, also with its century before:
 * '19880320-0016'. Always 10 digits. Not for what is read off papers: a number with a century there is a patient's as often as a sender's.
 */
export function parseTraderNumber(text: string): Result<string, IdentifierFault> {
  const digits = squeeze(text);
  return parseOrganisationNumber(/^(18|19|20)\d{2}[01]\d{7}$/.test(digits) ? digits.slice(2) : text);
}

/** Swedish VAT number (momsregistreringsnummer): SE, the organisation number, and 01. */
export function parseVatNumber(text: string): Result<string, IdentifierFault> {
  const value = squeeze(text).toUpperCase();
  if (!value.startsWith('SE')) return /^[A-Z]{2}[A-Z0-9]{2,12}$/.test(value) ? ok(value) : err('not-digits');
  if (!/^SE\d+$/.test(value)) return err('not-digits');
  if (value.length !== 14) return err('wrong-length');
  return passesModulus10(value.slice(2, 12)) ? ok(value) : err('wrong-check-digit');
}

/** Bankgiro number: 7 or 8 digits, check digit by modulus 10. */
export function parseBankgiro(text: string): Result<string, IdentifierFault> {
  const digits = squeeze(text);
  if (!/^\d+$/.test(digits)) return err('not-digits');
  if (digits.length < 7 || digits.length > 8) return err('wrong-length');
  return passesModulus10(digits) ? ok(digits) : err('wrong-check-digit');
}

/** Plusgiro number: 2 to 8 digits, check digit by modulus 10. */
export function parsePlusgiro(text: string): Result<string, IdentifierFault> {
  const digits = squeeze(text);
  if (!/^\d+$/.test(digits)) return err('not-digits');
  if (digits.length < 2 || digits.length > 8) return err('wrong-length');
  return passesModulus10(digits) ? ok(digits) : err('wrong-check-digit');
}

/** OCR reference: 2 to 25 digits, the last a check digit by modulus 10. */
export function parseOcrReference(text: string): Result<string, IdentifierFault> {
  const digits = squeeze(text);
  if (!/^\d+$/.test(digits)) return err('not-digits');
  if (digits.length < 2 || digits.length > 25) return err('wrong-length');
  return passesModulus10(digits) ? ok(digits) : err('wrong-check-digit');
}

/** IBAN: up to 34 characters, remainder 1 by modulus 97 (ISO 13616). */
export function parseIban(text: string): Result<string, IdentifierFault> {
  const value = squeeze(text).toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(value)) return err('not-digits');
  if (value.length < 15 || value.length > 34 || (value.startsWith('SE') && value.length !== 24)) return err('wrong-length');
  return passesModulus97(value) ? ok(value) : err('wrong-check-digit');
}

/** As people read it: 556677-8899. */
export const showOrganisationNumber = (digits: string): string =>
  digits.length === 10 ? `${digits.slice(0, 6)}-${digits.slice(6)}` : digits;

/** 123-4567 or 1234-5678. */
export const showBankgiro = (digits: string): string =>
  digits.length > 4 ? `${digits.slice(0, -4)}-${digits.slice(-4)}` : digits;

/** Pairs from the right before the check digit: 28 65 43-4. */
export function showPlusgiro(digits: string): string {
  const body = digits.slice(0, -1);
  const pairs = body.length % 2 === 0 ? body : ` ${body}`;
  return `${(pairs.match(/../g) ?? []).map((pair) => pair.trim()).join(' ')}-${digits.slice(-1)}`;
}

export const showIban = (iban: string): string => (iban.match(/.{1,4}/g) ?? []).join(' ');
