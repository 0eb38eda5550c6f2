import { sortKey } from '../../base/text.ts';
import type { PaymentNumber, Supplier, SupplierExternalId } from '../../domain/suppliers/index.ts';
import { day, defineEntity, integer, json, reference, text } from '../define-entity.ts';

export const supplier = defineEntity<Supplier>()('supplier', {
  table: 'suppliers',
  columns: {
    name: text,
    organisationNumber: text.orNone,
    vatNumber: text.orNone,
    gln: text.orNone,
    peppolId: text.orNone,
    street: text.orNone,
    postcode: text.orNone,
    city: text.orNone,
    phone: text.orNone,
    email: text.orNone,
    addresses: json.orNone,
    contacts: json.orNone,
    eInvoice: json.orNone,
    protectedBy: reference.orNone,
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
  columns: {
    supplierId: reference,
    kind: text,
    number: text,
    bic: text.orNone,
    holder: text.orNone,
    fromDay: day.orNone,
    throughDay: day.orNone,
    changeId: reference.orNone,
    state: text.orNone,
  },
  derived: {},
  unique: {},
  lookups: { byNumber: ['kind', 'number'], bySupplier: ['supplierId'] },
  indexes: {},
  scope: () => 'reg:suppliers',
  cites: () => [],
});

export const supplierExternalId = defineEntity<SupplierExternalId>()('supplierExternalId', {
  table: 'supplier_external_ids',
  columns: { supplierId: reference, system: text, externalId: text.orNone },
  derived: {},
  unique: { externalId: ['system', 'externalId'], supplier: ['supplierId', 'system'] },
  lookups: { bySystemAndId: ['system', 'externalId'], bySupplier: ['supplierId'], bySupplierAndSystem: ['supplierId', 'system'] },
  indexes: {},
  scope: () => 'reg:suppliers',
  cites: () => [],
});
