import { ruleSets } from '../../src/shared/domain/e-invoices/rules/rule-sets.ts';
import { checkRules } from '../../src/shared/domain/e-invoices/rules/validate.ts';
import { parseXmlText } from '../../src/shared/xml/index.ts';
import type { JudgedCase } from './judge-cases.ts';
import type { OwnCase } from './own-cases/own-case.ts';
import type { JudgedFile } from './whole-files.ts';

export const everyRule: readonly string[] = ruleSets.flatMap(({ rules }) => rules.map(({ id }) => id));

/** Which rules speak in a file of our own making. */
export function rulesIn(xml: string): readonly string[] {
  const parsed = parseXmlText(xml);
  if (!parsed.ok) throw new Error(`${parsed.error.code} in ${xml.slice(0, 200)}`);
  return checkRules(parsed.value).map(({ rule }) => rule);
}

/**
 * Which rules are proven: with the check of one removed, some case that wants it to speak would fail. Each case names the one rule it is of,
 * and a rule speaks under its own number only, so every case is run once and the rest is looked up.
 */
export function provenRules(cases: readonly JudgedCase[], files: readonly JudgedFile[], own: readonly OwnCase[]) {
  const published = new Set<string>();
  for (const { rule, expected, agrees } of cases) if (expected !== 'success' && agrees) published.add(rule);
  for (const { expected, found } of files)
    for (const rule of expected) if (found.includes(rule)) published.add(rule.replace('(w)', ''));
  const ours = new Set(own.filter(({ rule, xml }) => rulesIn(xml).includes(rule)).map(({ rule }) => rule));
  return {
    published: everyRule.filter((rule) => published.has(rule)),
    oursOnly: everyRule.filter((rule) => !published.has(rule) && ours.has(rule)),
    unproven: everyRule.filter((rule) => !published.has(rule) && !ours.has(rule)),
  };
}
