import type { Day } from '../../base/day.ts';
import type { PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Customer, CustomerId } from './customer.ts';
import type { CustomerEvent } from './events.ts';

type Decision<Code extends string = never> = Result<readonly CustomerEvent[], { readonly code: 'not-found' | Code }>;
export type EndCustomer = { readonly customerId: CustomerId; readonly endedOn: Day | null };
export type WithReason = { readonly customerId: CustomerId; readonly reason: string };

/** Ends a customer (avslutar), or takes it into use again: null. */
export function decideCustomerEnd(customer: Customer | undefined, { endedOn }: EndCustomer): Decision<'nothing-to-do'> {
  if (customer === undefined) return err({ code: 'not-found' });
  if ((customer.endedOn ?? null) === endedOn) return err({ code: 'nothing-to-do' });
  const { id } = customer;
  return ok([
    endedOn === null ? { on: 'customer', id, type: 'customer-resumed' } : { on: 'customer', id, type: 'customer-ended', endedOn },
  ]);
}

/**
 * Shows what is covered (visar personnumret, och en skyddad adress), and keeps who saw it and why.
 *
 * Source: dataskyddslagen (2018:218) 3 kap. 10 §: a personal number is handled without consent only where there is a weighty reason.
 */
export function decideReveal(customer: Customer | undefined, { reason }: WithReason): Decision<'nothing-covered'> {
  if (customer === undefined) return err({ code: 'not-found' });
  if (customer.personalNumber === undefined && customer.protectedBy === undefined) return err({ code: 'nothing-covered' });
  return ok([{ on: 'customer', id: customer.id, type: 'personal-number-revealed', reason }]);
}

/** Ends the protection of an identity. One person puts it there; another takes it away. */
export function decideLifting(
  customer: Customer | undefined,
  { reason }: WithReason,
  { actor }: { readonly actor: PersonId },
): Decision<'nothing-to-do' | 'four-eyes'> {
  if (customer === undefined) return err({ code: 'not-found' });
  if (customer.protectedBy === undefined) return err({ code: 'nothing-to-do' });
  if (customer.protectedBy === actor) return err({ code: 'four-eyes' });
  return ok([{ on: 'customer', id: customer.id, type: 'protection-lifted', reason }]);
}
