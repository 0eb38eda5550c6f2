import { passesModulus10 } from '../../base/check-digits.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { IdentifierFault } from './identifiers.ts';
import { squeeze } from './squeeze.ts';

/** Global location number (GLN): 13 digits, weights 1, 3, 1, 3 … from the right, sum divisible by 10. Source: GS1. */
export function parseGln(text: string): Result<string, IdentifierFault> {
  const digits = squeeze(text);
  if (!/^\d+$/.test(digits)) return err('not-digits');
  if (digits.length !== 13) return err('wrong-length');
  const sum = [...digits].reverse().reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0 && !/^0+$/.test(digits) ? ok(digits) : err('wrong-check-digit');
}

export type PeppolFault = IdentifierFault | 'unknown-scheme';

/** Lists of who may be reached over Peppol as: Swedish organisation numbers, and GLNs. */
const organisationNumbers = '0007';
const locations = '0088';
/** Once used for Swedish VAT numbers; no scheme of electronic addresses any longer. */
const withdrawn: readonly string[] = ['9955'];

/**
 * Peppol participant id → `scheme:value`, '0007:2321000131'. The prefix `iso6523-actorid-upis::` may stand before it. The value is checked where
 * its scheme has a check that we know.
 *
 * Source: docs/identifiers.md; PEPPOL-COMMON-R040, R049 and the list of electronic address schemes.
 */
export function parsePeppolId(text: string): Result<string, PeppolFault> {
  const bare = text.trim().replace(/^iso6523-actorid-upis::/i, '');
  const [, scheme, value] = /^(\d{4})\s*:\s*([A-Za-z0-9._~-]{1,50})$/.exec(bare) ?? [];
  if (scheme === undefined || value === undefined || withdrawn.includes(scheme)) return err('unknown-scheme');
  if (scheme === locations) return withScheme(scheme, parseGln(value));
  if (scheme !== organisationNumbers) return ok(`${scheme}:${value.toLowerCase()}`); // ids of Peppol are compared without regard to case
  if (!/^\d+$/.test(value)) return err('not-digits');
  if (value.length !== 10) return err('wrong-length');
  return passesModulus10(value) ? ok(`${scheme}:${value}`) : err('wrong-check-digit');
}

const withScheme = (scheme: string, parsed: Result<string, IdentifierFault>): Result<string, PeppolFault> =>
  parsed.ok ? ok(`${scheme}:${parsed.value}`) : parsed;

/**
 * Bank identifier code (BIC): 8 characters, or 11 with a branch, in capitals. A branch of three X is the head office, and is left out.
 * It has no check digit. Source: ISO 9362.
 */
export function parseBic(text: string): Result<string, IdentifierFault> {
  const value = squeeze(text).toUpperCase();
  if (value.length !== 8 && value.length !== 11) return err('wrong-length');
  return /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(value) ? ok(value.replace(/^(.{8})X{3}$/, '$1')) : err('not-digits');
}
