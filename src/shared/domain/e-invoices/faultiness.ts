import type { ReadEInvoice, Syntax } from './read-e-invoice.ts';
import type { Profile } from './rules/profile.ts';
import type { RuleFinding } from './rules/rule.ts';
import { type RuleSet, ruleSets } from './rules/rule-sets.ts';
import { validateEInvoice } from './rules/validate.ts';

/** What an e-invoice is to whoever received it. `remarks`: it breaks rules, and must be processed all the same. */
export type Soundness = 'sound' | 'remarks' | 'faulty';

/** A broken rule, and whether the invoice may be sent back for it. */
export type JudgedFinding = RuleFinding & { readonly isFault: boolean };

/** What was found of an e-invoice when it came, kept with it: whatever the rules say later, this is what its sender is told of. */
export type Judgement = {
  readonly soundness: Soundness;
  readonly syntax: Syntax;
  readonly profile: Profile;
  /** Those that make it faulty first. */
  readonly findings: readonly JudgedFinding[];
  /** How many there were, where they were too many to be kept. */
  readonly findingCount: number;
};

/** More than a letter names, and than anybody mends one by one. */
const mostKept = 100;
const longestKept = 500;

/** Judges an e-invoice that was read: every rule that it breaks, and whether it may be sent back. */
export function judgeEInvoice(read: ReadEInvoice): Judgement {
  const { profile, findings } = validateEInvoice(read);
  const judged = findings.map((finding) => ({ ...finding, isFault: isFault(finding, profile) }));
  const faults = judged.filter((finding) => finding.isFault);
  const remarks = judged.filter((finding) => !finding.isFault);
  return {
    soundness: faults.length > 0 ? 'faulty' : remarks.length > 0 ? 'remarks' : 'sound',
    syntax: read.syntax,
    profile,
    findings: [...faults, ...remarks].slice(0, mostKept).map(shortened),
    findingCount: judged.length,
  };
}

/**
 * What makes an e-invoice faulty (felaktig e-faktura): a fatal finding of the European standard, or of Sweden, whose rules are asked of Swedish
 * sellers alone; of Peppol only where the file says that it follows Peppol. All else is a remark.
 *
 * Source: lag (2018:1277) 4–5 §§: an e-invoice that follows the European standard must be received and processed. docs/adr/0024.
 */
export function isFault({ rule, severity }: Pick<RuleFinding, 'rule' | 'severity'>, profile: Profile): boolean {
  if (severity !== 'fatal') return false;
  return setOf.get(rule) !== 'peppol' || profile === 'peppol-bis-billing-3';
}

const setOf: ReadonlyMap<string, RuleSet['name']> = new Map(
  ruleSets.flatMap(({ name, rules }) => rules.map(({ id }) => [id, name] as const)),
);

const shortened = ({ path, message: { sv, en }, ...finding }: JudgedFinding): JudgedFinding => ({
  ...finding,
  path: path.slice(0, longestKept),
  message: { sv: sv.slice(0, longestKept), en: en.slice(0, longestKept) },
});
