import { z } from 'zod';
import { parseOrganisationNumber } from '../../domain/identifiers/index.ts';
import { decideNewSupplier } from '../../domain/register-changes/index.ts';
import {
  decideFacts,
  decideSupplierEnd,
  type PlainFacts,
  paymentNumberKinds,
  type RegisterSupplier,
} from '../../domain/suppliers/index.ts';
import { command } from '../command.ts';
import { daySchema, id, words } from '../schemas.ts';

const registerInput: z.ZodType<RegisterSupplier> = z.object({
  supplierId: id<'supplier'>(),
  name: words(200),
  organisationNumber: words(20).nullable(),
  vatNumber: words(20).nullable(),
  street: words(200).nullable(),
  postcode: words(20).nullable(),
  city: words(100).nullable(),
  paymentNumbers: z.array(z.object({ id: id<'paymentNumber'>(), kind: z.enum(paymentNumberKinds), number: words(50) })).max(20),
});

const fact = (most: number) => words(most).nullable().exactOptional();
const factsSchema: z.ZodType<PlainFacts> = z.object({
  name: fact(200),
  vatNumber: fact(20),
  street: fact(200),
  postcode: fact(20),
  city: fact(100),
  phone: fact(50),
  email: fact(200),
});

export const supplierCommands = {
  'suppliers/register': command({
    input: registerInput,
    permission: 'suppliers.register',
    class: 'provisional',
    load: (store, { organisationNumber }) => {
      const parsed = parseOrganisationNumber(organisationNumber ?? '');
      return store.find('supplier', 'byOrganisationNumber', [parsed.ok ? parsed.value : null], 1);
    },
    decide: (twins, input, { actor, atMs }) => decideNewSupplier(twins, input, actor, atMs),
  }),
  'suppliers/change-facts': command({
    input: z.object({ supplierId: id<'supplier'>(), facts: factsSchema }),
    permission: 'suppliers.register',
    class: 'provisional',
    load: (store, input) => store.get('supplier', input.supplierId),
    decide: decideFacts,
  }),
  'suppliers/end': command({
    input: z.object({ supplierId: id<'supplier'>(), endedOn: daySchema.nullable() }),
    permission: 'suppliers.register',
    class: 'provisional',
    load: (store, input) => store.get('supplier', input.supplierId),
    decide: decideSupplierEnd,
  }),
};
