import { z } from 'zod';
import type { Day } from '../../base/day.ts';
import {
  type ChangeCustomerFacts,
  type Customer,
  type CustomerFacts,
  decideCustomerEnd,
  decideCustomerFacts,
  decideCustomerRegistration,
  decideLifting,
  decideReveal,
  factsOf,
  normalFacts,
  type RegisterCustomer,
} from '../../domain/customers/index.ts';
import { command } from '../command.ts';
import { addressSchema, daySchema, externalIdSchema, id, reasonSchema, words } from '../schemas.ts';
import type { Store } from '../store.ts';
import { inSight, ownerKey, seenBy } from './registers.ts';

const customerId = id<'customer'>();
const facts = {
  name: words(200),
  otherNames: z.array(words(200)).max(20),
  organisationNumber: words(20).nullable(),
  personalNumber: words(20).nullable(),
  addresses: z.array(addressSchema).max(50),
  eInvoiceAddress: words(100).nullable(),
  externalIds: z.array(z.object({ system: externalIdSchema, id: externalIdSchema })).max(20),
};
const registerInput: z.ZodType<RegisterCustomer> = z.object({
  customerId,
  ...facts,
  isProtected: z.boolean(),
  unitId: words(60).min(1).nullable(),
});
const changeInput: z.ZodType<ChangeCustomerFacts> = z.object({
  customerId,
  facts: z.object({
    name: facts.name.exactOptional(),
    otherNames: facts.otherNames.exactOptional(),
    organisationNumber: facts.organisationNumber.exactOptional(),
    personalNumber: facts.personalNumber.exactOptional(),
    addresses: facts.addresses.exactOptional(),
    eInvoiceAddress: facts.eInvoiceAddress.exactOptional(),
    externalIds: facts.externalIds.exactOptional(),
  }),
  protect: z.boolean(),
});
const withReason = z.object({ customerId, reason: reasonSchema });

export const customerCommands = {
  'customers/register': command({
    input: registerInput,
    permission: 'customers.keep',
    class: 'provisional',
    load: async (store, input, ctx) => (await twinsOf(store, input.unitId, input, ctx.today)).filter(seenBy('customer', ctx)),
    decide: (twins, input, ctx) => inSight('customer', input.unitId, ctx, () => decideCustomerRegistration(twins, input, ctx)),
  }),
  'customers/change-facts': command({
    input: changeInput,
    permission: 'customers.keep',
    class: 'provisional',
    load: async (store, input, ctx) => {
      const customer = [await store.get('customer', input.customerId)].find(seenBy('customer', ctx));
      const wanted = customer === undefined ? undefined : { ...factsOf(customer), ...input.facts };
      const twins = wanted === undefined ? [] : await twinsOf(store, customer?.unitId ?? null, wanted, ctx.today);
      return { customer, twins };
    },
    decide: decideCustomerFacts,
  }),
  'customers/end': command({
    input: z.object({ customerId, endedOn: daySchema.nullable() }),
    permission: 'customers.keep',
    class: 'provisional',
    load: async (store, input, ctx) => [await store.get('customer', input.customerId)].find(seenBy('customer', ctx)),
    decide: decideCustomerEnd,
  }),
  /** The trace stands where nobody can take it away before the number is seen: it needs the server. */
  'customers/reveal-personal-number': command({
    input: withReason,
    permission: 'customers.keep',
    class: 'online',
    ownSession: true,
    load: async (store, input, ctx) => [await store.get('customer', input.customerId)].find(seenBy('customer', ctx)),
    decide: decideReveal,
  }),
  'customers/lift-protection': command({
    input: withReason,
    permission: 'customers.keep',
    class: 'online',
    ownSession: true,
    load: async (store, input, ctx) => [await store.get('customer', input.customerId)].find(seenBy('customer', ctx)),
    decide: decideLifting,
  }),
};

/** Those in the same register with one of the numbers, its own or another system's. Numbers in a wrong form find nobody; the rule refuses them. */
async function twinsOf(store: Store, unitId: string | null, said: CustomerFacts, today: Day): Promise<readonly Customer[]> {
  const normal = normalFacts(said, today);
  if (!normal.ok) return [];
  const { organisationNumber, personalNumber, externalIds } = normal.value;
  const keys = externalIds.map(({ system, id: externalId }) => [ownerKey(unitId), system, externalId]);
  const called = (await store.findMany('customerExternalId', 'bySystemAndId', keys, 1)).flat();
  const callers = await store.getMany(
    'customer',
    called.map((one) => one.customerId),
  );
  return [
    ...(await store.find('customer', 'byOrganisationNumber', [ownerKey(unitId), organisationNumber], 2)),
    ...(await store.find('customer', 'byPersonalNumber', [ownerKey(unitId), personalNumber], 2)),
    ...callers.filter((caller) => caller !== undefined),
  ];
}
