import type { XmlElement } from '../../../xml/index.ts';
import { Invoice, type Place, standsAt } from './place.ts';
import { finding, type Rule, type RuleFinding } from './rule.ts';

type Asked = { readonly rule: Rule; readonly names: readonly string[] };

/** The rules by the name of the place that they are asked of, so that a file is gone through once. */
export type Checklist = { readonly everyPlace: readonly Asked[]; readonly byName: ReadonlyMap<string, readonly Asked[]> };

export function checklist(rules: readonly Rule[]): Checklist {
  const byName = new Map<string, Asked[]>();
  const everyPlace: Asked[] = [];
  for (const rule of rules)
    for (const way of rule.at.split(' | ')) {
      if (way === '*') everyPlace.push({ rule, names: [] });
      for (const names of bothLines(way.split('/'))) {
        const last = names.at(-1) ?? '';
        const same = byName.get(last);
        if (same === undefined) byName.set(last, [{ rule, names }]);
        else same.push({ rule, names });
      }
    }
  return { everyPlace, byName };
}

const bothLines = (names: readonly string[]): readonly (readonly string[])[] =>
  names.at(-1) === 'line' ? ['cac:InvoiceLine', 'cac:CreditNoteLine'].map((line) => [...names.slice(0, -1), line]) : [names];

/** How many places one rule is told of in a file: nobody reads more, and a file of empty elements would fill the memory. */
const mostTimes = 100;

/** What in a UBL invoice or credit note breaks one of the rules, in the file's order. */
export function check(file: XmlElement, { everyPlace, byName }: Checklist): readonly RuleFinding[] {
  const invoice = new Invoice(file);
  const findings: RuleFinding[] = [];
  const said = new Map<string, number>();
  const ask = (rule: Rule, place: Place) => {
    const times = said.get(rule.id) ?? 0;
    if (times >= (rule.isSaidOnce === true ? 1 : mostTimes)) return;
    const verdict = rule.holds(place, invoice);
    if (verdict === true) return;
    said.set(rule.id, times + 1);
    findings.push(finding(rule, place, verdict));
  };
  for (const place of invoice.places) {
    for (const { rule } of everyPlace) ask(rule, place);
    for (const { rule, names } of byName.get(place.name) ?? []) if (standsAt(place, names)) ask(rule, place);
  }
  return findings;
}
