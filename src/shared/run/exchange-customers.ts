import type { Customer } from '../domain/customers/index.ts';
import {
  addressText,
  type CustomerRowFacts,
  type ExchangeRecord,
  joinParts,
  joinSeveral,
} from '../domain/register-exchange/index.ts';
import { ownerKey } from './commands/registers.ts';
import { byIdOf, present, type RegisterKey } from './exchange-reading.ts';
import type { Store } from './store.ts';

type Part = Pick<RegisterKey, 'system' | 'unitId'>;
const isOurs =
  ({ unitId }: Part) =>
  (customer: Customer): boolean =>
    (customer.unitId ?? null) === unitId;

/** Customers by their ids, as files have them. */
export const customerRecords = async (store: Store, key: Part, ids: readonly string[]): Promise<readonly ExchangeRecord[]> =>
  present(await store.getMany('customer', ids))
    .filter(isOurs(key))
    .map((customer) => customerRecord(customer, key));

/** What the register knows of each row. */
export async function customerFacts(
  store: Store,
  key: Part,
  records: readonly ExchangeRecord[],
): Promise<readonly Omit<CustomerRowFacts, 'earlierRow'>[]> {
  const byId = await byIdOf(store, 'customer', records);
  const owner = ownerKey(key.unitId);
  const companies = records.map(({ organisationNumber }) => [owner, organisationNumber ?? null]);
  const persons = records.map(({ personalNumber }) => [owner, personalNumber ?? null]);
  const byCompany = await store.findMany('customer', 'byOrganisationNumber', companies, 1);
  const byPerson = await store.findMany('customer', 'byPersonalNumber', persons, 1);
  const called = await store.findMany(
    'customerExternalId',
    'bySystemAndId',
    records.map(({ externalId }) => [owner, key.system, externalId ?? null]),
    1,
  );
  const callers = await store.getMany(
    'customer',
    called.map(([one]) => one?.customerId ?? ''),
  );
  const known = (customer: Customer | undefined) =>
    customer && { id: customer.id, record: customerRecord(customer, key), waiting: {}, row: customer };
  return records.map(({ id }, place) => ({
    byOwnId: known(present([byId.get(id ?? '')]).find(isOurs(key))),
    byExternalId: known(callers[place]),
    byNumber: known(byCompany[place]?.[0] ?? byPerson[place]?.[0]),
    elsewhere: [],
  }));
}

function customerRecord(customer: Customer, { system }: Part): ExchangeRecord {
  const { id, name, otherNames, organisationNumber, personalNumber, addresses, eInvoiceAddress, endedOn } = customer;
  const externalId = customer.externalIds.find((one) => one.system === system)?.id;
  return {
    ...{ id, name },
    ...(externalId !== undefined && { externalId }),
    ...(otherNames.length > 0 && { otherNames: joinSeveral(otherNames.map((other) => joinParts([other]))) }),
    ...(organisationNumber !== undefined && { organisationNumber }),
    ...(personalNumber !== undefined && { personalNumber }),
    ...(addresses.length > 0 && { addresses: joinSeveral(addresses.map(addressText)) }),
    ...(eInvoiceAddress !== undefined && { eInvoiceAddress }),
    ...(customer.protectedBy !== undefined && { isProtected: 'yes' }),
    ...(endedOn !== undefined && { endedOn }),
  };
}
