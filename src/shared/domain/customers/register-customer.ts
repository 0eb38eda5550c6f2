import type { Day } from '../../base/day.ts';
import type { PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type CustomerExternalIdEvent, calledElsewhere, isCalledTheSame } from './called-elsewhere.ts';
import type { Customer, CustomerId } from './customer.ts';
import type { CustomerEvent } from './events.ts';
import { type CustomerFacts, changedFacts, type FactsFault, factsOf, normalFacts } from './facts.ts';

export type RegisterCustomer = CustomerFacts & {
  readonly customerId: CustomerId;
  readonly isProtected: boolean;
  /** Null: shared by all clients. */
  readonly unitId: string | null;
};
export type TwinRejection = {
  /** `taken-id`: another customer of the register has the id in that system. */
  readonly code: 'already-registered' | 'taken-id';
  readonly customerId: CustomerId;
  readonly name: string;
};
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
type Written = CustomerEvent | CustomerExternalIdEvent;

/** Puts a customer in the register (kundupplägg). A number, its own or another system's, is registered once in each register. */
export function decideCustomerRegistration(
  twins: readonly Customer[],
  { customerId: id, isProtected, unitId, ...said }: RegisterCustomer,
  { actor, today }: Hand,
): Result<readonly Written[], CustomerRejection> {
  const facts = normalFacts(said, today);
  if (!facts.ok) return facts;
  const twin = twins[0];
  if (twin !== undefined) return err(asTwin(twin, facts.value));
  return ok([
    { on: 'customer', id, type: 'customer-registered', ...facts.value, unitId },
    ...(isProtected ? [{ on: 'customer', id, type: 'identity-protected', by: actor } as const] : []),
    ...calledElsewhere({ customerId: id, unitId }, [], facts.value.externalIds),
  ]);
}

/** Changes what is known of a customer, and may begin to protect its identity. `twins`: others that have a number it is to have. */
export function decideCustomerFacts(
  { customer, twins }: { readonly customer: Customer | undefined; readonly twins: readonly Customer[] },
  { facts: said, protect }: ChangeCustomerFacts,
  { actor, today }: Hand,
): Result<readonly Written[], ChangeCustomerRejection> {
  if (customer === undefined) return err({ code: 'not-found' });
  const before = factsOf(customer);
  const facts = normalFacts({ ...before, ...said }, today);
  if (!facts.ok) return facts;
  const { id } = customer;
  const twin = twins.find((other) => other.id !== id);
  if (twin !== undefined) return err(asTwin(twin, facts.value));
  const changed = changedFacts(before, facts.value);
  const events: readonly Written[] = [
    ...(Object.keys(changed).length > 0 ? [{ on: 'customer', id, type: 'customer-facts-changed', facts: changed } as const] : []),
    ...(protect && customer.protectedBy === undefined
      ? [{ on: 'customer', id, type: 'identity-protected', by: actor } as const]
      : []),
    ...calledElsewhere({ customerId: id, unitId: customer.unitId ?? null }, before.externalIds, facts.value.externalIds),
  ];
  return events.length === 0 ? err({ code: 'nothing-to-do' }) : ok(events);
}

function asTwin(twin: Customer, { organisationNumber, personalNumber, externalIds }: CustomerFacts): TwinRejection {
  const isSame =
    (organisationNumber !== null && twin.organisationNumber === organisationNumber) ||
    (personalNumber !== null && twin.personalNumber === personalNumber);
  const code = !isSame && isCalledTheSame(twin, externalIds) ? 'taken-id' : 'already-registered';
  return { code, customerId: twin.id, name: twin.name };
}
