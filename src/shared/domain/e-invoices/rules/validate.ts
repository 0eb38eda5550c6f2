import type { XmlElement } from '../../../xml/index.ts';
import { type ReadEInvoice, readEInvoice } from '../read-e-invoice.ts';
import { check, checklist } from './check.ts';
import { faultFinding } from './faults.ts';
import { checkMeaning } from './other-syntax.ts';
import { type Profile, profileOf } from './profile.ts';
import type { RuleFinding } from './rule.ts';
import { ruleSets } from './rule-sets.ts';

const everyRule = checklist(ruleSets.flatMap(({ rules }) => rules));

/** Everything in a UBL invoice or credit note that breaks a rule of EN 16931, of Peppol or of Sweden, in the file's order. */
export const checkRules = (file: XmlElement): readonly RuleFinding[] => check(file, everyRule);

/** What the rules say of a file. It is valid when no finding is fatal: warnings reject nothing (law 2018:1277, 5 §). */
export type Validation = {
  readonly profile: Profile;
  readonly findings: readonly RuleFinding[];
  readonly isValid: boolean;
};

/**
 * An e-invoice that was read: UBL by all rules, CII by those about meaning. Svefaktura is older than the standard, and no rule of it is
 * published.
 */
export function validateEInvoice(read: ReadEInvoice): Validation {
  if (read.syntax === 'svefaktura') return judged(profileOf(read), []);
  return judged(profileOf(read), read.syntax === 'cii' ? checkMeaning(read.invoice, read.tree.path) : checkRules(read.tree));
}

/** As above, from the bytes of an XML file; one that cannot be read has that as its only finding. */
export function validateFile(bytes: Uint8Array): Validation {
  const read = readEInvoice(bytes);
  return read.ok ? validateEInvoice(read.value) : judged('unknown', [faultFinding(read.error)]);
}

const judged = (profile: Profile, findings: readonly RuleFinding[]): Validation => ({
  profile,
  findings,
  isValid: findings.every(({ severity }) => severity !== 'fatal'),
});
