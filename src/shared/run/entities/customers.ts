import { sortKey } from '../../base/text.ts';
import type { Customer, CustomerExternalId } from '../../domain/customers/index.ts';
import { day, defineEntity, json, reference, text } from '../define-entity.ts';

export const customer = defineEntity<Customer>()('customer', {
  table: 'customers',
  columns: {
    name: text,
    organisationNumber: text.orNone,
    personalNumber: text.orNone,
    protectedBy: reference.orNone,
    eInvoiceAddress: text.orNone,
    unitId: reference.orNone,
    endedOn: day.orNone,
    otherNames: json,
    addresses: json,
    externalIds: json,
  },
  derived: {
    /** Whose register it stands in; a missing unit would not be equal to another missing one. */
    owner: { kind: 'text', of: ({ unitId }) => unitId ?? '' },
    sortName: { kind: 'text', of: ({ name }) => sortKey(name) },
  },
  unique: { organisationNumber: ['owner', 'organisationNumber'], personalNumber: ['owner', 'personalNumber'] },
  lookups: { byOrganisationNumber: ['owner', 'organisationNumber'], byPersonalNumber: ['owner', 'personalNumber'] },
  indexes: { bySortName: ['sortName'] },
  scope: ({ unitId }) => (unitId === undefined ? 'reg:customers' : `unit:${unitId}`),
  cites: () => [],
});

export const customerExternalId = defineEntity<CustomerExternalId>()('customerExternalId', {
  table: 'customer_external_ids',
  columns: { customerId: reference, unitId: reference.orNone, system: text, externalId: text.orNone },
  derived: { owner: { kind: 'text', of: ({ unitId }) => unitId ?? '' } },
  unique: { externalId: ['owner', 'system', 'externalId'] },
  lookups: { bySystemAndId: ['owner', 'system', 'externalId'] },
  indexes: {},
  scope: ({ unitId }) => (unitId === undefined ? 'reg:customers' : `unit:${unitId}`),
  cites: () => [],
});
