import { coverPersonalNumbers, maskPersonalNumber } from '../identifiers/index.ts';
import type { Customer } from './customer.ts';
import type { CustomerEvent } from './events.ts';
import type { CustomerFacts } from './facts.ts';

/** A customer as lists, cards and prints have it: with the number covered, and with no address where the identity is protected. */
export type ShownCustomer = Omit<Customer, 'personalNumber' | 'protectedBy'> & {
  /** '19121212-••••' */
  readonly personalNumber?: string;
  readonly isProtected: boolean;
};

export function shownCustomer({ protectedBy, ...customer }: Customer): ShownCustomer {
  const isProtected = protectedBy !== undefined;
  return { ...customer, ...coveredFacts(customer, isProtected), isProtected };
}

/**
 * What happened to a customer, as its history has it: every number covered, also those that it has no longer. `isProtected`: it is so now, and
 * then no address is told that it ever had.
 */
export function shownCustomerEvent(event: CustomerEvent, isProtected: boolean): CustomerEvent {
  if (event.type === 'customer-registered') return { ...event, ...coveredFacts(event, isProtected) };
  return event.type === 'customer-facts-changed' ? { ...event, facts: coveredFacts(event.facts, isProtected) } : event;
}

type Coverable = { readonly [Name in keyof CustomerFacts]?: CustomerFacts[Name] };

/** Those that are named, covered. A person's number may stand in the e-invoice address and in another system's number too. */
function coveredFacts<Facts extends Coverable>(facts: Facts, isProtected: boolean): Facts {
  const { personalNumber, eInvoiceAddress, externalIds, addresses } = facts;
  return {
    ...facts,
    ...(typeof personalNumber === 'string' && { personalNumber: maskPersonalNumber(personalNumber) }),
    ...(typeof eInvoiceAddress === 'string' && { eInvoiceAddress: coverPersonalNumbers(eInvoiceAddress) }),
    ...(externalIds !== undefined && { externalIds: externalIds.map((one) => ({ ...one, id: coverPersonalNumbers(one.id) })) }),
    ...(addresses !== undefined && isProtected && { addresses: [] }),
  };
}
