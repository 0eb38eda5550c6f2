import { assert, unreachable } from '../../base/assert.ts';
import type { Day } from '../../base/day.ts';
import type { Id, SupplierId } from '../../base/ids.ts';
import type { PaymentNumber, PaymentNumberKind, Supplier } from './supplier.ts';

/** What is known of a supplier that one person may change alone. */
export const plainFacts = ['name', 'vatNumber', 'street', 'postcode', 'city', 'phone', 'email'] as const;
export type PlainFact = (typeof plainFacts)[number];
export type PlainFacts = { readonly [Name in PlainFact]?: string | null };

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
  | OnSupplier<'supplier-facts-changed', { readonly facts: PlainFacts }>
  | OnSupplier<'supplier-ended', { readonly endedOn: Day }>
  | OnSupplier<'supplier-resumed'>
  | OnSupplier<'organisation-number-set', { readonly organisationNumber: string }>
  | OnSupplier<'payment-days-set', { readonly paymentDays: number }>
  | OnSupplier<'supplier-blocked', { readonly blockedFor: string }>
  | OnSupplier<'supplier-unblocked'>
  | OnSupplier<'supplier-merged', { readonly mergedInto: SupplierId }>
  | OnSupplier<'supplier-unmerged'>
  | OnNumber<
      'payment-number-registered',
      { readonly supplierId: SupplierId; readonly kind: PaymentNumberKind; readonly number: string; readonly holder?: string }
    >
  | OnNumber<'payment-number-ended'>;

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
    default:
      return unreachable(event);
  }
}

function without<Name extends keyof Supplier>(supplier: Supplier, name: Name): Supplier {
  const { [name]: _, ...rest } = supplier;
  return rest as unknown as Supplier; // `name` is one that may be missing
}

function withFacts(supplier: Supplier, facts: PlainFacts): Supplier {
  const known = Object.fromEntries(Object.entries({ ...supplier, ...facts }).filter(([, value]) => value !== null));
  return known as unknown as Supplier; // a name is never taken away: see decideFacts
}

export function evolvePaymentNumber(before: PaymentNumber | undefined, event: EventOn<'paymentNumber'>): PaymentNumber {
  if (event.type === 'payment-number-registered') {
    const { on, type, ...facts } = event;
    return { ...facts, rev: 1 };
  }
  assert(before !== undefined, 'only a registered number ends');
  return { ...before, rev: before.rev + 1, state: 'ended' };
}
