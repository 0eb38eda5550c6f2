import { assert, unreachable } from '../../base/assert.ts';
import type { Day } from '../../base/day.ts';
import type { Id, PersonId, SupplierId } from '../../base/ids.ts';
import type { DatedAddress } from '../party-facts/index.ts';
import type { Contact } from './contacts.ts';
import type { EInvoiceChannel } from './e-invoice-channel.ts';
import type { SupplierExternalIdEvent } from './external-id.ts';
import type { PaymentNumber, Supplier } from './supplier.ts';

/** What is known of a supplier, in one text each, that one person may change alone. */
export const plainFacts = ['name', 'vatNumber', 'street', 'postcode', 'city', 'phone', 'email', 'gln', 'peppolId'] as const;
export type PlainFact = (typeof plainFacts)[number];
export type PlainFacts = { readonly [Name in PlainFact]?: string | null };
/**
 * Those that one of two suppliers that are merged may give the other. Not the telephone number: whoever asks for a merge would put there
 * the number to ring about the next change.
 */
export const mergeFacts = plainFacts.filter((name) => name !== 'phone');
export type MergeFacts = Omit<PlainFacts, 'phone'>;
/** Those that are changed together. The telephone number is set by itself: see `decidePhone`. */
export type FactsToChange = Omit<SupplierFacts, 'phone'>;
/** All that one person may change alone. Addresses and contacts are said whole: those that are not there any more are gone. */
export type SupplierFacts = PlainFacts & {
  readonly addresses?: readonly DatedAddress[];
  readonly contacts?: readonly Contact[];
  readonly eInvoice?: EInvoiceChannel | null;
};
export const supplierFacts = [
  ...plainFacts,
  'addresses',
  'contacts',
  'eInvoice',
] as const satisfies readonly (keyof SupplierFacts)[];

type OnSupplier<Type extends string, Facts = object> = {
  readonly on: 'supplier';
  readonly id: SupplierId;
  readonly type: Type;
} & Facts;
type OnNumber<Type extends string, Facts = object> = {
  readonly on: 'paymentNumber';
  readonly id: Id<'paymentNumber'>;
  readonly type: Type;
} & Facts;

export type SupplierEvent =
  | OnSupplier<'supplier-registered', Omit<Supplier, 'id' | 'rev'>>
  /** Null: no longer known. Those that are not named stay. */
  | OnSupplier<'supplier-facts-changed', { readonly facts: SupplierFacts }>
  | OnSupplier<'supplier-ended', { readonly endedOn: Day }>
  | OnSupplier<'supplier-resumed'>
  | OnSupplier<'organisation-number-set', { readonly organisationNumber: string }>
  | OnSupplier<'payment-days-set', { readonly paymentDays: number }>
  | OnSupplier<'supplier-blocked', { readonly blockedFor: string }>
  | OnSupplier<'supplier-unblocked'>
  | OnSupplier<'supplier-merged', { readonly mergedInto: SupplierId }>
  | OnSupplier<'supplier-unmerged'>
  | OnSupplier<'identity-protected', { readonly by: PersonId }>
  | OnSupplier<'protection-lifted'>
  /** Somebody saw what is covered: the number, where the supplier is. And why. Who and when stands with every event. */
  | OnSupplier<'personal-number-revealed', { readonly reason: string }>
  | OnNumber<'payment-number-registered', Omit<PaymentNumber, 'id' | 'rev' | 'state'>>
  /** Missing day: at once, as an older version wrote. */
  | OnNumber<'payment-number-ended', { readonly throughDay?: Day }>
  /** Null: it is the supplier's own again. */
  | OnNumber<'payment-number-holder-set', { readonly holder: string | null; readonly changeId: Id<'registerChange'> }>
  | SupplierExternalIdEvent;

type EventOn<On extends SupplierEvent['on']> = Extract<SupplierEvent, { on: On }>;

export function evolveSupplier(before: Supplier | undefined, event: EventOn<'supplier'>): Supplier {
  if (event.type === 'supplier-registered') {
    const { on, type, ...facts } = event;
    return { ...facts, rev: 1 };
  }
  assert(before !== undefined, 'only a registered supplier changes');
  const next: Supplier = { ...before, rev: before.rev + 1 };
  switch (event.type) {
    case 'supplier-facts-changed':
      return withFacts(next, event.facts);
    case 'supplier-ended':
      return { ...next, endedOn: event.endedOn };
    case 'supplier-resumed':
      return without(next, 'endedOn');
    case 'organisation-number-set':
      return { ...next, organisationNumber: event.organisationNumber };
    case 'payment-days-set':
      return { ...next, paymentDays: event.paymentDays };
    case 'supplier-blocked':
      return { ...next, blockedFor: event.blockedFor };
    case 'supplier-unblocked':
      return without(next, 'blockedFor');
    case 'supplier-merged':
      return { ...next, mergedInto: event.mergedInto };
    case 'supplier-unmerged':
      return without(next, 'mergedInto');
    case 'identity-protected':
      return { ...next, protectedBy: event.by };
    case 'protection-lifted':
      return without(next, 'protectedBy');
    case 'personal-number-revealed':
      return next;
    default:
      return unreachable(event);
  }
}

function without<Name extends keyof Supplier>(supplier: Supplier, name: Name): Supplier {
  const { [name]: _, ...rest } = supplier;
  return rest as unknown as Supplier; // `name` is one that may be missing
}

/** What is not known is not there, an empty list neither. */
function withFacts(supplier: Supplier, facts: SupplierFacts): Supplier {
  const isKnown = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0);
  const known = Object.fromEntries(Object.entries({ ...supplier, ...facts }).filter(([, value]) => isKnown(value)));
  return known as unknown as Supplier; // a name is never taken away: see decideFacts
}

export function evolvePaymentNumber(before: PaymentNumber | undefined, event: EventOn<'paymentNumber'>): PaymentNumber {
  if (event.type === 'payment-number-registered') {
    const { on, type, ...facts } = event;
    return { ...facts, rev: 1 };
  }
  assert(before !== undefined, 'only a registered number changes');
  const next = { ...before, rev: before.rev + 1 };
  switch (event.type) {
    case 'payment-number-ended':
      return event.throughDay === undefined ? { ...next, state: 'ended' } : { ...next, throughDay: event.throughDay };
    case 'payment-number-holder-set': {
      const { holder: _, ...bare } = { ...next, changeId: event.changeId };
      return event.holder === null ? bare : { ...bare, holder: event.holder };
    }
    default:
      return unreachable(event);
  }
}
