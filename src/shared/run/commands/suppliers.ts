import { z } from 'zod';
import { parseOrganisationNumber } from '../../domain/identifiers/index.ts';
import { decideSupplierRegistration, paymentNumberKinds, type RegisterSupplier } from '../../domain/suppliers/index.ts';
import { command } from '../command.ts';
import { id, words } from '../schemas.ts';

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

export const supplierCommands = {
  'suppliers/register': command({
    input: registerInput,
    permission: 'suppliers.register',
    class: 'provisional',
    load: (store, { organisationNumber }) => {
      const parsed = parseOrganisationNumber(organisationNumber ?? '');
      return store.find('supplier', 'byOrganisationNumber', [parsed.ok ? parsed.value : null], 1);
    },
    decide: decideSupplierRegistration,
  }),
};
