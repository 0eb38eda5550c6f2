import { coverPersonalNumbers, isLegalPerson, withPersonsCovered } from '../identifiers/index.ts';
import type { SupplierEvent } from './events.ts';
import type { SupplierExternalId } from './external-id.ts';
import type { Supplier } from './supplier.ts';

/**
 * A supplier as lists, cards and prints have it: a sole trader's number, which is the owner's personal number, covered wherever it stands;
 * of a protected identity nothing that leads there.
 */
export type ShownSupplier = Omit<Supplier, 'protectedBy'> & {
  readonly isProtected: boolean;
  /** Its organisation number is a person's. */
  readonly hasPersonalNumber: boolean;
};

/** What leads to a supplier whose identity is protected. */
const leadsThere: readonly string[] = ['street', 'postcode', 'city', 'addresses'];

/** Whether its organisation number is its owner's personal number (enskild firma). */
export const bearsPersonalNumber = ({ organisationNumber }: Pick<Supplier, 'organisationNumber'>): boolean =>
  organisationNumber !== undefined && !isLegalPerson(organisationNumber);

export function shownSupplier({ protectedBy, ...supplier }: Supplier): ShownSupplier {
  const isProtected = protectedBy !== undefined;
  return { ...shownFacts(supplier, isProtected), isProtected, hasPersonalNumber: bearsPersonalNumber(supplier) };
}

/** Facts that are named, covered; of a protected identity without what leads there. Those of an event as well as those of a row. */
export function shownFacts<Facts extends object>(facts: Facts, isProtected: boolean): Facts {
  const { eInvoice, peppolId } = facts as Partial<Supplier>;
  const covered = {
    ...withPersonsCovered(facts),
    ...(typeof peppolId === 'string' && { peppolId: coverPersonalNumbers(peppolId) }),
    ...(typeof eInvoice === 'object' &&
      eInvoice !== null && { eInvoice: { ...eInvoice, address: coverPersonalNumbers(eInvoice.address) } }),
  };
  if (!isProtected) return covered;
  return Object.fromEntries(Object.entries(covered).filter(([name]) => !leadsThere.includes(name))) as Facts; // less is known
}

/** What it is called in another system, where that may be a person's number too. */
export const shownExternalId = (row: SupplierExternalId): SupplierExternalId =>
  row.externalId === undefined ? row : { ...row, externalId: coverPersonalNumbers(row.externalId) };

/** What happened to a supplier as its history has it: covered as the row is. `isProtected`: it is so now, and then no address is told that it ever had. */
export function shownSupplierEvent(event: SupplierEvent, isProtected: boolean): SupplierEvent {
  switch (event.type) {
    case 'supplier-registered':
      return shownFacts(event, isProtected);
    case 'supplier-facts-changed':
      return { ...event, facts: shownFacts(event.facts, isProtected) };
    case 'external-id-given':
      return { ...event, externalId: coverPersonalNumbers(event.externalId) };
    case 'external-id-changed':
      return event.externalId === null ? event : { ...event, externalId: coverPersonalNumbers(event.externalId) };
    default:
      return withPersonsCovered(event);
  }
}
