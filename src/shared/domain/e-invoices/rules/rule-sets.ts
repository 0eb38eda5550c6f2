import { en16931Rules } from './en16931/en16931-rules.ts';
import { peppolCodeRules } from './peppol/codes.ts';
import { peppolCommonRules } from './peppol/common.ts';
import { peppolDocumentRules } from './peppol/document.ts';
import { peppolLineRules } from './peppol/lines.ts';
import type { Rule } from './rule.ts';
import { swedishRules } from './swedish.ts';

/** A set of rules as published, with the release that ours follow. */
export type RuleSet = {
  readonly name: 'en16931' | 'peppol' | 'swedish';
  readonly release: string;
  readonly rules: readonly Rule[];
};

export const ruleSets: readonly RuleSet[] = [
  { name: 'en16931', release: 'EN 16931 1.3.x, UBL', rules: en16931Rules },
  {
    name: 'peppol',
    release: 'Peppol BIS Billing 2026.5',
    rules: [...peppolDocumentRules, ...peppolLineRules, ...peppolCodeRules, ...peppolCommonRules],
  },
  { name: 'swedish', release: 'Peppol BIS Billing 2026.5', rules: swedishRules },
];

/** Published rules that are not built, and why. */
export const leftOut: readonly { readonly rules: readonly string[]; readonly because: string }[] = [
  {
    rules: ['NO-R', 'DK-R', 'IT-R', 'GR-R', 'GR-S', 'IS-R', 'NL-R', 'DE-R'],
    because: 'for sellers in other countries: an authority in Sweden does not reject by them',
  },
  {
    rules: ['BR-CO-05', 'BR-CO-06', 'BR-CO-07', 'BR-CO-08'],
    because: 'no machine can tell whether a reason and its code mean the same; the published rules are always true',
  },
  {
    rules: ['BR-DEC-13', 'BR-DEC-15', 'UBL-SR-23'],
    because: 'the published rules look in a place that does not exist and never fire; UBL-DT-01 has the decimals',
  },
];
