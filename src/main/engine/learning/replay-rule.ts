import { setImmediate } from 'node:timers/promises';
import { dayInSweden } from '../../../shared/base/day.ts';
import type { LearnedRuleId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { KnownSupplier, LearnedAnchor } from '../../../shared/domain/extraction/index.ts';
import type { Fields } from '../../../shared/domain/invoice-fields/index.ts';
import {
  fieldsWith,
  isWorse,
  type LearnedRule,
  type Replay,
  type VouchedInvoice,
} from '../../../shared/domain/learned-rules/index.ts';
import { vouchedValues } from '../../../shared/domain/supplier-invoices/index.ts';
import type { EngineParts } from '../engine-parts.ts';
import { asLearnedAnchor, withPaymentNumbers } from '../intake/knowledge.ts';
import { invoiceWords } from './invoice-words.ts';

/** On so many of the supplier's last verified invoices a rule is tried. */
const mostInvoices = 10;
const allRules = 1_000;

export type Replayed = { readonly replay: Replay; readonly replaces: readonly LearnedRuleId[] };
type Tried = { readonly id: SupplierInvoiceId; readonly vouched: VouchedInvoice; readonly before: Fields };

/**
 * Tries a rule on the supplier's last verified invoices: each is read from its kept words without the rule and with it, and nothing
 * that came out as the clerk vouched for may come out otherwise.
 *
 * The rule is tried in the place of the supplier's other rules for its field; where that breaks something, beside them, for a
 * supplier may have two layouts.
 */
export async function replayRule(parts: EngineParts, rule: LearnedRule): Promise<Replayed> {
  const { store } = parts;
  const supplier = await withPaymentNumbers(store, rule.supplierId, dayInSweden(parts.clock()));
  const rules = (await store.find('learnedRule', 'bySupplier', [rule.supplierId], allRules)).filter(
    ({ id, state, unitId }) => state === 'active' && unitId === rule.unitId && id !== rule.id,
  );
  const rivals = rules.filter(({ field }) => field === rule.field);
  const active = rules.map(asLearnedAnchor);
  const others = rules.filter((other) => !rivals.includes(other)).map(asLearnedAnchor);
  const tried = supplier === undefined ? [] : await verifiedBefore(parts, rule, supplier, active);

  const own = asLearnedAnchor(rule);
  const alone = await outcome(tried, rule, supplier, [...others, own]);
  if (alone.broken.length === 0 || rivals.length === 0) return { replay: alone, replaces: rivals.map(({ id }) => id) };
  const beside = await outcome(tried, rule, supplier, [...active, own]);
  return beside.broken.length === 0 ? { replay: beside, replaces: [] } : { replay: alone, replaces: rivals.map(({ id }) => id) };
}

async function verifiedBefore(
  parts: EngineParts,
  rule: LearnedRule,
  supplier: KnownSupplier,
  active: readonly LearnedAnchor[],
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (const id of parts.verified(rule.supplierId, mostInvoices)) {
    const invoice = await parts.store.get('supplierInvoice', id);
    const words = invoice === undefined ? undefined : await invoiceWords(parts, invoice);
    if (invoice === undefined || words === undefined) continue;
    const vouched: VouchedInvoice = { words, day: dayInSweden(invoice.receivedAtMs), values: vouchedValues(invoice) };
    const before = fieldsWith(vouched, supplier, active);
    if (before !== undefined) tried.push({ id, vouched, before });
    await setImmediate(); // a clerk's key comes in between
  }
  return tried;
}

async function outcome(
  tried: readonly Tried[],
  { field }: LearnedRule,
  supplier: KnownSupplier | undefined,
  anchors: readonly LearnedAnchor[],
): Promise<Replay> {
  const broken: SupplierInvoiceId[] = [];
  let agreed = 0;
  for (const { id, vouched, before } of tried) {
    const after = supplier === undefined ? undefined : fieldsWith(vouched, supplier, anchors);
    if (after === undefined) continue;
    if (after[field].value === vouched.values[field]) agreed += 1;
    if (isWorse(vouched, before, after)) broken.push(id);
    await setImmediate();
  }
  return { checked: tried.length, agreed, broken };
}
