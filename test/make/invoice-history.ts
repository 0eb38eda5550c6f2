import { modulus10Digit } from '../../src/shared/base/check-digits.ts';
import { addDays, type Day } from '../../src/shared/base/day.ts';
import { asId, type SupplierId } from '../../src/shared/base/ids.ts';
import type { SupplierInvoice } from '../../src/shared/domain/supplier-invoices/index.ts';
import type { Supplier } from '../../src/shared/domain/suppliers/index.ts';
import { type Chance, seeded } from './documents/seeded.ts';
import { type HistoricFacts, historicInvoice } from './historic-invoice.ts';
import { lookAlike, type Numbering, numberOf, someNumbering, writtenOtherwise } from './invoice-numbering.ts';

/**
 * Three years of supplier invoices as an authority gets them, from one seed, with planted doubles. What makes it hard to tell: subscriptions
 * that ask for the same amount every month, suppliers that send one invoice for each of several units on one day, round sums, short
 * numbers that many suppliers use, OCR references that stay the same.
 *
 * - `exact`: the same number, perhaps written otherwise · `look-alike`: misread, or its prefix left out
 * - `other-channel`: not tied to the register · `other-register`: under a twin of the supplier · `other-year`: again a year later
 * - `same-again`: the same day and amount under a new number · `reminder`: with a fee, or known by its reference alone
 */
export const plantedKinds = [
  'exact',
  'look-alike',
  'other-channel',
  'other-register',
  'other-year',
  'same-again',
  'reminder',
] as const;
export type PlantedKind = (typeof plantedKinds)[number];
export type HistoricInvoice = { readonly invoice: SupplierInvoice; readonly planted: PlantedKind | null };

export type HistoryOptions = {
  readonly seed: number;
  readonly invoices: number /** 0.02 where not said. */;
  readonly plantedShare?: number;
};

type Sender = {
  readonly supplier: Supplier;
  /** In the register twice: this is its other id. */
  readonly twinId: SupplierId | null;
  readonly payee: string;
  readonly numbering: Numbering;
  readonly first: number;
  readonly stride: number;
  readonly kind: 'irregular' | 'subscription' | 'per-unit';
  readonly perMonth: number;
  readonly amounts: readonly number[];
  /** 'none', the same on every invoice, or the invoice's own. */
  readonly reference: 'none' | 'constant' | 'own';
  /** Prints who ordered. */
  readonly namesBuyer: boolean;
  place: number;
};

const firstDay = '2024-01-01' as Day;
const months = 36;
/** About how many invoices a supplier sends in all: see `perMonth`. */
const perSender = 54;

/** The suppliers of a history, twins in the register among them. */
export function historicSuppliers({ seed, invoices }: HistoryOptions): readonly Supplier[] {
  return sendersOf(seed, invoices).flatMap(({ supplier, twinId }) => [
    supplier,
    ...(twinId === null ? [] : [{ ...supplier, id: twinId, name: supplier.name.toUpperCase() }]),
  ]);
}

/** Invoice after invoice in the order in which they come in. */
export function* invoiceHistory(options: HistoryOptions): Generator<HistoricInvoice> {
  const { seed, invoices, plantedShare = 0.02 } = options;
  const chance = seeded(seed + 1);
  const senders = sendersOf(seed, invoices);
  const recent: { readonly facts: HistoricFacts; readonly sender: Sender }[] = [];
  let count = 0;
  const give = (facts: HistoricFacts, planted: PlantedKind | null): HistoricInvoice => {
    count += 1;
    return { invoice: historicInvoice(count, facts), planted };
  };
  for (let month = 0; ; month += 1)
    for (const sender of senders)
      for (const facts of invoicesOf(sender, month % months, chance)) {
        if (count >= invoices) return;
        yield give(facts, null);
        if (recent.length < 5_000) recent.push({ facts, sender });
        else recent[chance.whole(0, 4_999)] = { facts, sender };
        if (count >= invoices || chance.next() >= plantedShare) continue;
        const original = recent[chance.whole(0, recent.length - 1)] ?? { facts, sender };
        const kind = chance.pick(plantedKinds as unknown as readonly [PlantedKind, ...PlantedKind[]]); // it is not empty
        yield give(doubleOf(kind, original, chance), kind);
      }
}

function sendersOf(seed: number, invoices: number): Sender[] {
  const chance = seeded(seed);
  return Array.from({ length: Math.max(20, Math.ceil(invoices / perSender)) }, (_, n) => aSender(n, chance));
}

const names = ['Bygg', 'El', 'Städ', 'Kontor', 'Medicin', 'Livs', 'Åkeri', 'Data', 'Text', 'Vård'] as const;

function aSender(n: number, chance: Chance): Sender {
  const luck = chance.next();
  const kind = luck < 0.4 ? 'subscription' : luck < 0.5 ? 'per-unit' : 'irregular';
  const digits = (length: number, value: number) => {
    const body = String(value).padStart(length - 1, '0');
    return `${body}${modulus10Digit(body)}`;
  };
  const supplier: Supplier = {
    id: asId(`0190bbbb-0000-7000-8000-${n.toString(16).padStart(12, '0')}`),
    rev: 1,
    name: `${chance.pick(names)}tjänst ${n} AB`,
    organisationNumber: digits(10, 556_000_000 + n),
  };
  const parallel = kind === 'irregular' ? 0 : chance.whole(1, kind === 'per-unit' ? 5 : 3);
  const amounts = Array.from({ length: Math.max(1, parallel) }, () => anAmount(chance));
  const [amount = 0] = amounts;
  return {
    ...{ supplier, kind, amounts: kind === 'per-unit' ? amounts.map(() => amount) : amounts },
    twinId: chance.next() < 0.02 ? asId(`0190bbbc-0000-7000-8000-${n.toString(16).padStart(12, '0')}`) : null,
    payee: digits(8, 5_000_000 + n),
    numbering: someNumbering(chance),
    first: chance.pick([1, 100, 1_000, 10_000, 400_000]) * chance.whole(1, 9),
    stride: chance.pick([1, 2, 5, 20, 150]),
    perMonth: kind === 'irregular' ? chance.next() ** 3 * 6 : 0,
    reference: chance.pick(['none', 'constant', 'own', 'own']),
    namesBuyer: chance.next() < 0.7,
    place: 0,
  };
}

/** In öre; a tenth are round. */
function anAmount(chance: Chance): number {
  const size = Math.exp(6 + chance.next() * 5 + chance.next() * 2);
  return chance.next() < 0.1 ? 50_000 * chance.whole(1, 40) : Math.max(100, Math.floor(size * 100));
}

function* invoicesOf(sender: Sender, month: number, chance: Chance): Generator<HistoricFacts> {
  const start = addDays(firstDay, Math.floor((month * 1_096) / months));
  if (sender.kind === 'irregular') {
    const count = Math.floor(sender.perMonth + chance.next());
    for (let each = 0; each < count; each += 1) yield next(sender, addDays(start, chance.whole(0, 27)), anAmount(chance), chance);
    return;
  }
  const day = addDays(start, sender.first % 27);
  for (const [unit, amount] of sender.amounts.entries())
    yield { ...next(sender, day, amount, chance), ...(sender.namesBuyer && { buyerReference: `${sender.first}${unit}` }) };
}

function next(sender: Sender, day: Day, totalMinor: number, chance: Chance): HistoricFacts {
  sender.place += chance.whole(1, sender.stride);
  const { supplier, numbering, first, place, payee, reference } = sender;
  const own = `${first}${String(place).padStart(6, '0')}`;
  const references = { none: null, constant: `77${payee}`, own: `${own}${modulus10Digit(own)}` };
  const number = numberOf(numbering, { place, year: Number(day.slice(0, 4)), first });
  const { id: supplierId, name, organisationNumber = null } = supplier;
  return {
    ...{ supplierId, name, organisationNumber, payee, number, day, receivedOn: addDays(day, chance.whole(1, 6)), totalMinor },
    ...{ ocrReference: references[reference], buyerReference: null, documentType: 'invoice' },
  };
}

function doubleOf(
  kind: PlantedKind,
  { facts, sender }: { readonly facts: HistoricFacts; readonly sender: Sender },
  chance: Chance,
): HistoricFacts {
  const again = { ...facts, receivedOn: addDays(facts.receivedOn, chance.whole(1, 25)) };
  switch (kind) {
    case 'exact':
      return chance.next() < 0.5 ? again : { ...again, number: writtenOtherwise(facts.number ?? '', chance) };
    case 'look-alike':
      return { ...again, number: lookAlike(facts.number ?? '', chance) };
    case 'other-channel':
      return { ...again, supplierId: null, ...(chance.next() < 0.3 && { organisationNumber: null }) };
    case 'other-register':
      return sender.twinId === null ? { ...again, supplierId: null } : { ...again, supplierId: sender.twinId };
    case 'other-year':
      return { ...again, receivedOn: addDays(facts.receivedOn, chance.whole(300, 700)) };
    case 'same-again':
      return { ...next(sender, facts.day, facts.totalMinor, chance), buyerReference: facts.buyerReference };
    case 'reminder': {
      const known = facts.ocrReference !== null && sender.reference === 'own';
      const asInvoice = chance.next() < 0.5;
      const number = known && chance.next() < 0.5 ? null : facts.number;
      return { ...again, number, totalMinor: facts.totalMinor + 6_000, documentType: asInvoice ? 'invoice' : 'reminder' };
    }
  }
}
