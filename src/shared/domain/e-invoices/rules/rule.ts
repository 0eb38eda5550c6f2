import { type Decimal, decimalText } from '../../../base/decimal.ts';
import type { Invoice, Place } from './place.ts';

/** An invoice with a `fatal` finding may be rejected; one with a `warning` must be processed (law 2018:1277, 5 §). */
export type Severity = 'fatal' | 'warning';

/** What fills the `{word}`s of a sentence. */
export type Values = { readonly [word: string]: string | number | Decimal | undefined };

/** `true` where the rule holds; the numbers of the sentence, or `false` when it has none but `{value}`, where it is broken. */
export type Verdict = boolean | Values;

/**
 * One official rule.
 *
 * - `id`: as published, so that supplier and authority speak of the same thing
 * - `at`: every place it is asked of: names from the outermost on, alternatives after `|`. `cac:Price/cac:AllowanceCharge` is any such
 *   allowance; a leading `/` means the root; `line` an invoice line or a credit note line; `*` every element
 * - `holds`: the check
 * - `sv`, `en`: what is wrong, in whole sentences; `{value}` is what the place itself says
 * - `isSaidOnce`: told of the first place only, however many there are
 */
export type Rule = {
  readonly id: string;
  readonly severity: Severity;
  readonly at: string;
  readonly holds: (place: Place, invoice: Invoice) => Verdict;
  readonly sv: string;
  readonly en: string;
  readonly isSaidOnce?: true;
};

/** A broken rule in a file. `path` is an XPath of local names, as in the tree of the file. */
export type RuleFinding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly message: { readonly sv: string; readonly en: string };
};

type Holds = Rule['holds'];

export const must = (id: string, at: string, holds: Holds, sv: string, en: string): Rule => ({
  id,
  severity: 'fatal',
  at,
  holds,
  sv,
  en,
});

export const should = (id: string, at: string, holds: Holds, sv: string, en: string): Rule => ({
  id,
  severity: 'warning',
  at,
  holds,
  sv,
  en,
});

export const root = '/Invoice | /CreditNote';

/** The finding of a rule that is broken at a place. */
export function finding(rule: Rule, place: Place, verdict: Verdict): RuleFinding {
  const values: Values = { value: place.value, ...(typeof verdict === 'object' && verdict) };
  const fill = (sentence: string, say: (value: Values[string]) => string) =>
    sentence.replace(/\{(\w+)\}/g, (_, word: string) => say(values[word]));
  return {
    rule: rule.id,
    severity: rule.severity,
    path: place.element.path,
    message: { sv: fill(rule.sv, inSwedish), en: fill(rule.en, inEnglish) },
  };
}

const inEnglish = (value: Values[string]): string => said(value, '(missing)', (number) => number);

/** Numbers that were reckoned with are said as a clerk reads them: 1 812,50. */
const inSwedish = (value: Values[string]): string =>
  said(value, '(saknas)', (number) => {
    const [whole = '', decimals] = number.split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
    return decimals === undefined ? grouped : `${grouped},${decimals}`;
  });

function said(value: Values[string], nothing: string, show: (number: string) => string): string {
  if (typeof value === 'object') return show(decimalText(value).replace(/(\.\d\d\d*?)0+$/, '$1'));
  return value === undefined || value === '' ? nothing : String(value);
}
