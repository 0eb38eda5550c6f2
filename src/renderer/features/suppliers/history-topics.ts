import type { RegisterHistoryLine } from '../../../shared/contract/register-history.ts';
import type { RegisterChangeEvent, WantedChange } from '../../../shared/domain/register-changes/index.ts';
import type { SupplierEvent, SupplierFacts } from '../../../shared/domain/suppliers/index.ts';

export const historyTopics = ['name', 'numbers', 'address', 'contact', 'payment', 'eInvoice', 'ids', 'state', 'seen'] as const;
export type HistoryTopic = (typeof historyTopics)[number];

const ofFact = {
  name: 'name',
  vatNumber: 'numbers',
  gln: 'numbers',
  street: 'address',
  postcode: 'address',
  city: 'address',
  addresses: 'address',
  phone: 'contact',
  email: 'contact',
  contacts: 'contact',
  peppolId: 'eInvoice',
  eInvoice: 'eInvoice',
} as const satisfies Record<keyof SupplierFacts, HistoryTopic>;

const ofWanted = {
  'add-payment-number': 'payment',
  'replace-payment-number': 'payment',
  'end-payment-number': 'payment',
  'set-holder': 'payment',
  'set-payment-days': 'payment',
  'set-organisation-number': 'numbers',
  block: 'state',
  unblock: 'state',
  merge: 'state',
  'un-merge': 'state',
  'lift-protection': 'state',
} as const satisfies Record<WantedChange['kind'], HistoryTopic>;

const ofSupplier: { readonly [Type in SupplierEvent['type']]?: HistoryTopic } = {
  'organisation-number-set': 'numbers',
  'payment-days-set': 'payment',
  'personal-number-revealed': 'seen',
};

/** What a line of a supplier's history is about. `wanted`: what the changes asked for, by their ids. */
export function topicsOf(line: RegisterHistoryLine, wanted: ReadonlyMap<string, WantedChange>): readonly HistoryTopic[] {
  const event = line.event as unknown as SupplierEvent | RegisterChangeEvent; // as it was written
  if (event.type === 'personal-number-revealed') return ['seen'];
  if (event.on === 'paymentNumber') return ['payment'];
  if (event.on === 'supplierExternalId') return ['ids'];
  if (event.on === 'registerChange') {
    const change = event.type === 'change-requested' ? event.wanted : wanted.get(event.id);
    return change === undefined ? [] : [ofWanted[change.kind]];
  }
  if (event.type === 'supplier-facts-changed') return topicsOfFacts(event.facts);
  if (event.type === 'supplier-registered')
    return [...topicsOfFacts(event as SupplierFacts), ...(event.organisationNumber === undefined ? [] : (['numbers'] as const))];
  return [ofSupplier[event.type] ?? 'state'];
}

const topicsOfFacts = (facts: SupplierFacts): readonly HistoryTopic[] =>
  (Object.keys(ofFact) as (keyof SupplierFacts)[]).filter((name) => facts[name] !== undefined).map((name) => ofFact[name]);
