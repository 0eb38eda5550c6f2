import type { RuleFinding } from '../../src/shared/domain/e-invoices/rules/rule.ts';
import { checkRules } from '../../src/shared/domain/e-invoices/rules/validate.ts';
import type { UnitCase } from './unit-cases.ts';

export type JudgedCase = UnitCase & { readonly found: readonly RuleFinding[]; readonly agrees: boolean };

/**
 * Published cases whose own expectation is wrong, by file and place, with the reason.
 * They are counted apart: neither agreed nor disagreed.
 */
export const wrongUpstream: { readonly [fileAndPlace: string]: string } = {};

export const nameOf = ({ file, place }: UnitCase): string => `${file}#${place}`;

export function judgeCase(one: UnitCase): JudgedCase {
  const found = checkRules(one.invoice);
  const spoken = found.filter(({ rule }) => rule === one.rule);
  const severity = one.expected === 'warning' ? 'warning' : 'fatal';
  const isRight = one.times === undefined ? spoken.length > 0 : spoken.length === one.times;
  const agrees =
    one.expected === 'success' ? spoken.length === 0 : isRight && spoken.every((finding) => finding.severity === severity);
  return { ...one, found, agrees };
}
