import type { Day } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { isLegalPerson, parseOrganisationNumber, parsePeppolId, parsePersonalNumber } from '../identifiers/index.ts';
import {
  type AddressFault,
  addressFault,
  type ExternalId,
  type ExternalIdsFault,
  externalIdsFault,
  tidyAddress,
} from '../party-facts/index.ts';
import type { Customer, CustomerAddress } from './customer.ts';

/** What is known of a customer that one person may say alone. Null: not known. */
export type CustomerFacts = {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly organisationNumber: string | null;
  readonly personalNumber: string | null;
  readonly addresses: readonly CustomerAddress[];
  readonly eInvoiceAddress: string | null;
  readonly externalIds: readonly ExternalId[];
};
export type FactsFault =
  | { readonly code: 'name-missing' }
  | { readonly code: 'wrong-organisation-number' }
  | { readonly code: 'not-a-company' }
  | { readonly code: 'wrong-personal-number' }
  | { readonly code: 'company-and-person' }
  | { readonly code: 'wrong-e-invoice-address' }
  | AddressFault
  | ExternalIdsFault;

/** Facts in their normal forms, or the first that is wrong. `today` tells the century of a personal number of ten digits. */
export function normalFacts(facts: CustomerFacts, today: Day): Result<CustomerFacts, FactsFault> {
  const name = facts.name.trim();
  if (name === '') return err({ code: 'name-missing' });
  const numbers = normalNumbers(facts, today);
  if (!numbers.ok) return numbers;
  const eInvoiceAddress = facts.eInvoiceAddress === null ? ok(null) : parsePeppolId(facts.eInvoiceAddress);
  if (!eInvoiceAddress.ok) return err({ code: 'wrong-e-invoice-address' });
  const addresses = facts.addresses.map(tidyAddress);
  const fault = addresses.map(addressFault).find((each) => each !== undefined) ?? externalIdsFault(facts.externalIds);
  if (fault !== undefined) return err(fault);
  const otherNames = [...new Set(facts.otherNames.map((other) => other.trim()))].filter(
    (other) => other !== '' && other !== name,
  );
  return ok({ ...facts, name, otherNames, ...numbers.value, addresses, eInvoiceAddress: eInvoiceAddress.value });
}

/** A customer is a company or a person. Who trades under a personal number is a person. */
function normalNumbers(
  { organisationNumber, personalNumber }: CustomerFacts,
  today: Day,
): Result<Pick<CustomerFacts, 'organisationNumber' | 'personalNumber'>, FactsFault> {
  const company = organisationNumber === null ? ok(null) : parseOrganisationNumber(organisationNumber);
  if (!company.ok) return err({ code: 'wrong-organisation-number' });
  if (company.value !== null && !isLegalPerson(company.value)) return err({ code: 'not-a-company' });
  const person = personalNumber === null ? ok(null) : parsePersonalNumber(personalNumber, today);
  if (!person.ok) return err({ code: 'wrong-personal-number' });
  if (company.value !== null && person.value !== null) return err({ code: 'company-and-person' });
  return ok({ organisationNumber: company.value, personalNumber: person.value });
}

/** The facts of a customer as they are. */
export const factsOf = (customer: Customer): CustomerFacts => ({
  name: customer.name,
  otherNames: customer.otherNames,
  organisationNumber: customer.organisationNumber ?? null,
  personalNumber: customer.personalNumber ?? null,
  addresses: customer.addresses,
  eInvoiceAddress: customer.eInvoiceAddress ?? null,
  externalIds: customer.externalIds,
});

/** What of the new facts differs from the old. */
export function changedFacts(before: CustomerFacts, after: CustomerFacts): Partial<CustomerFacts> {
  const names = Object.keys(after) as (keyof CustomerFacts)[]; // made in `factsOf` and `normalFacts`, with just those keys
  return Object.fromEntries(
    names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) => [name, after[name]]),
  );
}
