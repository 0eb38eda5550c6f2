import type { ExchangeField } from './exchange-field.ts';
import { addresses, endedOn, externalId, isProtected, ownId, placeFields } from './shared-fields.ts';

/** Customers (kunder). A plain address is the visiting address, without days. */
export const customerFields: readonly ExchangeField[] = [
  ownId,
  externalId,
  {
    name: 'name',
    kind: 'text',
    required: true,
    headings: ['Namn', 'Kundnamn', 'Kund', 'Företagsnamn', 'Name', 'Customer name', 'Customer', 'Company name'],
  },
  { name: 'otherNames', kind: 'text', several: true, headings: ['Andra namn', 'Tidigare namn', 'Other names'] },
  {
    name: 'organisationNumber',
    kind: 'organisation-number',
    personal: true,
    headings: ['Organisationsnummer', 'Orgnr', 'Org.nr', 'Org nr', 'Organisationsnr', 'Organisation number'],
  },
  {
    name: 'personalNumber',
    kind: 'personal-number',
    personal: true,
    headings: ['Personnummer', 'Personnr', 'Pnr', 'Samordningsnummer', 'Personal number', 'Personal identity number'],
  },
  ...placeFields.map((field): ExchangeField => ({ ...field, partOf: 'addresses' })),
  addresses,
  {
    name: 'eInvoiceAddress',
    kind: 'peppol-id',
    personal: true,
    headings: ['E-fakturaadress', 'Peppol-id', 'PeppolID', 'E-invoice address', 'Peppol participant id'],
  },
  isProtected,
  endedOn,
];
