import { sortKey } from '../../base/text.ts';
import type { PaymentNumber, Supplier } from '../../domain/suppliers/index.ts';
import { defineEntity, reference, text } from '../define-entity.ts';

export const supplier = defineEntity<Supplier>()('supplier', {
  table: 'suppliers',
  columns: {
    name: text,
    organisationNumber: text.orNone,
    vatNumber: text.orNone,
    street: text.orNone,
    postcode: text.orNone,
    city: text.orNone,
  },
  derived: { sortName: { kind: 'text', of: (row) => sortKey(row.name) } },
  unique: { organisationNumber: ['organisationNumber'] },
  lookups: { byOrganisationNumber: ['organisationNumber'] },
  indexes: { bySortName: ['sortName'] },
  scope: () => 'reg:suppliers',
  cites: () => [],
});

export const paymentNumber = defineEntity<PaymentNumber>()('paymentNumber', {
  table: 'payment_numbers',
  columns: { supplierId: reference, kind: text, number: text },
  derived: {},
  unique: {},
  lookups: { byNumber: ['kind', 'number'], bySupplier: ['supplierId'] },
  indexes: {},
  scope: () => 'reg:suppliers',
  cites: () => [],
});
