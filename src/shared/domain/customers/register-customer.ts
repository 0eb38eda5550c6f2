import type { Day } from '../../base/day.ts';
import type { PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Customer, CustomerId } from './customer.ts';
import type { CustomerEvent } from './events.ts';
import { type CustomerFacts, changedFacts, type FactsFault, factsOf, normalFacts } from './facts.ts';

export type RegisterCustomer = CustomerFacts & {
  readonly customerId: CustomerId;
  readonly isProtected: boolean;
  /** Null: shared by all clients. */
  readonly unitId: string | null;
};
export type TwinRejection = { readonly code: 'already-registered'; readonly customerId: CustomerId; readonly name: string };
export type CustomerRejection = FactsFault | TwinRejection;

/** `isProtected` is said where it is to begin; only a second person takes it away: see `decideLifting`. */
export type ChangeCustomerFacts = {
  readonly customerId: CustomerId;
  readonly facts: { readonly [Name in keyof CustomerFacts]?: CustomerFacts[Name] };
  readonly protect: boolean;
};
export type ChangeCustomerRejection =
  | { readonly code: 'not-found' }
  | FactsFault
  | TwinRejection
  | { readonly code: 'nothing-to-do' };

/** Who does it, and on what day. */
type Hand = { readonly actor: PersonId; readonly today: Day };

/** Puts a customer in the register (kundupplägg). An organisation number or a personal number is registered once in each register. */
export function decideCustomerRegistration(
  twins: readonly Customer[],
  { customerId: id, isProtected, unitId, ...said }: RegisterCustomer,
  { actor, today }: Hand,
): Result<readonly CustomerEvent[], CustomerRejection> {
  const facts = normalFacts(said, today);
  if (!facts.ok) return facts;
  const twin = twins[0];
  if (twin !== undefined) return err(asTwin(twin));
  return ok([
    { on: 'customer', id, type: 'customer-registered', ...facts.value, unitId },
    ...(isProtected ? [{ on: 'customer', id, type: 'identity-protected', by: actor } as const] : []),
  ]);
}

/** Changes what is known of a customer, and may begin to protect its identity. `twins`: others that have the numbers it is to have. */
export function decideCustomerFacts(
  { customer, twins }: { readonly customer: Customer | undefined; readonly twins: readonly Customer[] },
  { facts: said, protect }: ChangeCustomerFacts,
  { actor, today }: Hand,
): Result<readonly CustomerEvent[], ChangeCustomerRejection> {
  if (customer === undefined) return err({ code: 'not-found' });
  const before = factsOf(customer);
  const facts = normalFacts({ ...before, ...said }, today);
  if (!facts.ok) return facts;
  const { id } = customer;
  const twin = twins.find((other) => other.id !== id);
  if (twin !== undefined) return err(asTwin(twin));
  const changed = changedFacts(before, facts.value);
  const events: readonly CustomerEvent[] = [
    ...(Object.keys(changed).length > 0 ? [{ on: 'customer', id, type: 'customer-facts-changed', facts: changed } as const] : []),
    ...(protect && customer.protectedBy === undefined
      ? [{ on: 'customer', id, type: 'identity-protected', by: actor } as const]
      : []),
  ];
  return events.length === 0 ? err({ code: 'nothing-to-do' }) : ok(events);
}

const asTwin = ({ id, name }: Customer): TwinRejection => ({ code: 'already-registered', customerId: id, name });
