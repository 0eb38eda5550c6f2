import { assert, unreachable } from '../../base/assert.ts';
import type { Day } from '../../base/day.ts';
import type { PersonId } from '../../base/ids.ts';
import type { Customer } from './customer.ts';
import type { CustomerFacts } from './facts.ts';

type OnCustomer<Type extends string, Facts = object> = {
  readonly on: 'customer';
  readonly id: Customer['id'];
  readonly type: Type;
} & Facts;

export type CustomerEvent =
  | OnCustomer<'customer-registered', CustomerFacts & { readonly unitId: string | null }>
  /** Null: no longer known. Those that are not named stay. */
  | OnCustomer<'customer-facts-changed', { readonly facts: Partial<CustomerFacts> }>
  | OnCustomer<'identity-protected', { readonly by: PersonId }>
  | OnCustomer<'protection-lifted', { readonly reason: string }>
  | OnCustomer<'customer-ended', { readonly endedOn: Day }>
  | OnCustomer<'customer-resumed'>
  /** Somebody saw what is covered: the number, a protected address. And why. Who and when stands with every event. */
  | OnCustomer<'personal-number-revealed', { readonly reason: string }>;

export function evolveCustomer(before: Customer | undefined, event: CustomerEvent): Customer {
  if (event.type === 'customer-registered') {
    const { on, type, ...facts } = event;
    return known({ ...facts, rev: 1 });
  }
  assert(before !== undefined, 'only a registered customer changes');
  const next: Customer = { ...before, rev: before.rev + 1 };
  switch (event.type) {
    case 'customer-facts-changed':
      return known({ ...next, ...event.facts });
    case 'identity-protected':
      return { ...next, protectedBy: event.by };
    case 'protection-lifted':
      return known({ ...next, protectedBy: null });
    case 'customer-ended':
      return { ...next, endedOn: event.endedOn };
    case 'customer-resumed':
      return known({ ...next, endedOn: null });
    case 'personal-number-revealed':
      return next;
    default:
      return unreachable(event);
  }
}

type Nullable = { readonly [Name in keyof Customer]: Customer[Name] | null };

/** Without what is not known. A name is never taken away: see `normalFacts`. */
const known = (customer: Nullable): Customer =>
  Object.fromEntries(Object.entries(customer).filter(([, value]) => value !== null)) as unknown as Customer;
