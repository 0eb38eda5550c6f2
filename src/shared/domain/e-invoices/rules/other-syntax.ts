import { parseXmlText } from '../../../xml/index.ts';
import type { EInvoice } from '../e-invoice.ts';
import { readEInvoiceTree } from '../read-e-invoice.ts';
import { writeUbl } from '../write-ubl.ts';
import { check, checklist } from './check.ts';
import type { RuleFinding } from './rule.ts';
import { ruleSets } from './rule-sets.ts';

/**
 * These ask for what only UBL has: CII writes the currency once for all amounts, codes the tax point by another list, and may have a payment
 * reference without any means of payment.
 */
const ofUblAlone: readonly string[] = ['BR-CL-03', 'BR-CL-06', 'BR-49'];

const meaning = checklist(
  ruleSets.flatMap(({ rules }) => rules.filter(({ id }) => /^(BR|SE)-/.test(id) && !ofUblAlone.includes(id))),
);

/**
 * What breaks the rules about meaning in an invoice that came in another syntax (CII): it is written as UBL and judged there, and each
 * finding is told at the place in the file that it came from, or at the nearest thing around it that has one.
 */
export function checkMeaning(invoice: EInvoice, rootPath: string): readonly RuleFinding[] {
  const ubl = parseXmlText(writeUbl(invoice));
  const again = ubl.ok ? readEInvoiceTree(ubl.value) : ubl;
  if (!ubl.ok || !again.ok) return [];
  const places = new Map<string, string>();
  pair(again.value.invoice, invoice, places);
  return check(ubl.value, meaning).map((finding) => ({ ...finding, path: placeOf(finding.path, places) ?? rootPath }));
}

/** Both are one invoice, but for where each thing stands: from its path in the one to that in the other. */
function pair(from: unknown, to: unknown, places: Map<string, string>): void {
  if (!isObject(from) || !isObject(to)) return;
  if (typeof from.path === 'string' && typeof to.path === 'string') places.set(from.path, to.path);
  for (const key of Object.keys(from)) pair(from[key], to[key], places);
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } => typeof value === 'object' && value !== null;

function placeOf(path: string, places: ReadonlyMap<string, string>): string | undefined {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = places.get(at);
    if (found !== undefined) return found;
  }
  return undefined;
}
