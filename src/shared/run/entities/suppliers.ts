import { sortKey } from '../../base/text.ts';
import type { PaymentNumber, Supplier } from '../../domain/suppliers/index.ts';
import { day, defineEntity, integer, reference, text } from '../define-entity.ts';

export const supplier = defineEntity<Supplier>()('supplier', {
  table: 'suppliers',
  columns: {
    name: text,
    organisationNumber: text.orNone,
    vatNumber: text.orNone,
    street: text.orNone,
    postcode: text.orNone,
    city: text.orNone,
    phone: text.orNone,
    email: text.orNone,
    paymentDays: integer.orNone,
    blockedFor: text.orNone,
    mergedInto: reference.orNone,
    endedOn: day.orNone,
  },
  derived: { sortName: { kind: 'text', of: (row) => sortKey(row.name) } },
  unique: { organisationNumber: ['organisationNumber'] },
  lookups: { byOrganisationNumber: ['organisationNumber'], byMergedInto: ['mergedInto'] },
  indexes: { bySortName: ['sortName'] },
  scope: () => 'reg:suppliers',
  cites: () => [],
});

export const paymentNumber = defineEntity<PaymentNumber>()('paymentNumber', {
  table: 'payment_numbers',
  columns: { supplierId: reference, kind: text, number: text, holder: text.orNone, state: text.orNone },
  derived: {},
  unique: {},
  lookups: { byNumber: ['kind', 'number'], bySupplier: ['supplierId'] },
  indexes: {},
  scope: () => 'reg:suppliers',
  cites: () => [],
});
