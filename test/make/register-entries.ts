import type { RegisterEntry } from '../../src/shared/domain/register-twins/index.ts';
import type { MadeSupplier } from './registers.ts';

/** A made supplier as the search for twins sees it; its id is its row's number. */
export function asEntry(made: MadeSupplier): RegisterEntry {
  const number = made.organisationNumber ?? made.personalNumber;
  return {
    id: String(made.n).padStart(7, '0'),
    names: [made.name, ...made.aliases],
    ...(number !== null && { organisationNumber: number }),
    ...(made.vatNumber !== null && { vatNumber: made.vatNumber }),
    paymentNumbers: made.paymentNumbers.map(({ kind, number: digits }) => `${kind} ${digits}`),
    street: made.street,
    postcode: made.postcode,
    city: made.city,
  };
}
