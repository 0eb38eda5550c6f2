import { z } from 'zod';
import { parseTraderNumber } from '../../domain/identifiers/index.ts';
import { decideNewSupplier, type NewSupplier } from '../../domain/register-changes/index.ts';
import {
  decideExternalId,
  decideFacts,
  decidePhone,
  decideSupplierEnd,
  decideSupplierReveal,
  paymentNumberKinds,
} from '../../domain/suppliers/index.ts';
import { command } from '../command.ts';
import { daySchema, externalIdSchema, id, reasonSchema, words } from '../schemas.ts';
import { factsSchema, furtherFactsSchema, sourceSchema } from './supplier-schemas.ts';

const supplierId = id<'supplier'>();
const numberSchema = z.object({
  id: id<'paymentNumber'>(),
  kind: z.enum(paymentNumberKinds),
  number: words(50),
  bic: words(20).exactOptional(),
  holder: words(200).exactOptional(),
});
const registerInput: z.ZodType<NewSupplier> = z.object({
  supplierId,
  name: words(200),
  organisationNumber: words(20).nullable(),
  vatNumber: words(20).nullable(),
  street: words(200).nullable(),
  postcode: words(20).nullable(),
  city: words(100).nullable(),
  paymentNumbers: z.array(numberSchema).max(20),
  facts: furtherFactsSchema.exactOptional(),
  source: sourceSchema.exactOptional(),
  protect: z.boolean().exactOptional(),
});

export const supplierCommands = {
  'suppliers/register': command({
    input: registerInput,
    permission: 'suppliers.register',
    class: 'online',
    ownSession: true,
    load: (store, { organisationNumber }) => {
      const parsed = parseTraderNumber(organisationNumber ?? '');
      return store.find('supplier', 'byOrganisationNumber', [parsed.ok ? parsed.value : null], 1);
    },
    decide: (twins, input, { actor, atMs }) => decideNewSupplier(twins, input, actor, atMs),
  }),
  'suppliers/change-facts': command({
    input: z.object({ supplierId, facts: factsSchema, protect: z.boolean().exactOptional() }),
    permission: 'suppliers.register',
    class: 'provisional',
    load: (store, input) => store.get('supplier', input.supplierId),
    decide: decideFacts,
  }),
  'suppliers/set-phone': command({
    input: z.object({ supplierId, phone: words(50).nullable() }),
    permission: 'suppliers.register',
    class: 'online',
    ownSession: true,
    load: (store, input) => store.get('supplier', input.supplierId),
    decide: decidePhone,
  }),
  'suppliers/set-external-id': command({
    input: z.object({
      rowId: id<'supplierExternalId'>(),
      supplierId,
      system: externalIdSchema,
      externalId: externalIdSchema.nullable(),
    }),
    permission: 'suppliers.register',
    class: 'provisional',
    load: async (store, { supplierId, system, externalId }) => {
      const [known] = await store.find('supplierExternalId', 'bySupplierAndSystem', [supplierId, system], 1);
      const [taken] = await store.find('supplierExternalId', 'bySystemAndId', [system, externalId], 1);
      return {
        supplier: await store.get('supplier', supplierId),
        known,
        owner: taken === undefined ? undefined : await store.get('supplier', taken.supplierId),
      };
    },
    decide: decideExternalId,
  }),
  'suppliers/end': command({
    input: z.object({ supplierId, endedOn: daySchema.nullable() }),
    permission: 'suppliers.register',
    class: 'provisional',
    load: (store, input) => store.get('supplier', input.supplierId),
    decide: decideSupplierEnd,
  }),
  /** The trace stands where nobody can take it away before the number is seen: it needs the server. */
  'suppliers/reveal-personal-number': command({
    input: z.object({ supplierId, reason: reasonSchema }),
    permission: 'suppliers.register',
    class: 'online',
    ownSession: true,
    load: (store, input) => store.get('supplier', input.supplierId),
    decide: decideSupplierReveal,
  }),
};
