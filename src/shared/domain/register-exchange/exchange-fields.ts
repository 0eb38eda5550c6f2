import type { ExchangeField, ExchangeRegister } from './exchange-field.ts';

const address: readonly ExchangeField[] = [
  {
    name: 'street',
    kind: 'text',
    headings: ['Gatuadress', 'Adress', 'Gata', 'Postadress', 'Utdelningsadress', 'Street', 'Address', 'Street address'],
  },
  {
    name: 'postcode',
    kind: 'postcode',
    most: 20,
    headings: ['Postnummer', 'Postnr', 'Postal code', 'Zip', 'Zip code', 'Postcode'],
  },
  { name: 'city', kind: 'text', most: 100, headings: ['Ort', 'Postort', 'Stad', 'City', 'Town'] },
];

/** Our own id, by which a row is known again in another workspace too. */
const ownId: ExchangeField = { name: 'id', kind: 'own-id', headings: ['Fakturist-id', 'Fakturist id'] };

const supplierFields: readonly ExchangeField[] = [
  ownId,
  {
    name: 'name',
    kind: 'text',
    required: true,
    headings: [
      'Namn',
      'Leverantörsnamn',
      'Leverantör',
      'Företagsnamn',
      'Företag',
      'Name',
      'Supplier name',
      'Supplier',
      'Vendor',
      'Vendor name',
      'Company',
      'Company name',
    ],
  },
  {
    name: 'organisationNumber',
    kind: 'organisation-number',
    sensitive: true,
    headings: [
      'Organisationsnummer',
      'Orgnr',
      'Org.nr',
      'Org nr',
      'Org.nummer',
      'Organisationsnr',
      'Organisation number',
      'Organization number',
      'Company registration number',
      'Corporate identity number',
    ],
  },
  {
    name: 'vatNumber',
    kind: 'vat-number',
    headings: [
      'Momsregistreringsnummer',
      'Momsnr',
      'Momsreg.nr',
      'Momsregnr',
      'VAT-nummer',
      'VAT-nr',
      'VAT number',
      'VAT no',
      'VAT',
      'VAT id',
    ],
  },
  ...address,
  { name: 'phone', kind: 'text', most: 50, headings: ['Telefon', 'Telefonnummer', 'Tfn', 'Phone', 'Telephone', 'Phone number'] },
  { name: 'email', kind: 'email', headings: ['E-post', 'E-postadress', 'Epost', 'Mejl', 'E-mail', 'Email', 'Email address'] },
  {
    name: 'paymentDays',
    kind: 'count',
    most: 3,
    sensitive: true,
    headings: ['Betalningsvillkor dagar', 'Betalningsdagar', 'Betalningsvillkor', 'Kredittid', 'Payment days', 'Payment terms'],
  },
  {
    name: 'bankgiro',
    kind: 'bankgiro',
    several: true,
    sensitive: true,
    waitsWhenNew: true,
    headings: ['Bankgiro', 'Bankgironummer', 'Bankgironr', 'BG', 'BG-nummer', 'BG-nr', 'Bankgiro number'],
  },
  {
    name: 'plusgiro',
    kind: 'plusgiro',
    several: true,
    sensitive: true,
    waitsWhenNew: true,
    headings: ['Plusgiro', 'Plusgironummer', 'Plusgironr', 'Postgiro', 'PG', 'PG-nummer', 'PG-nr', 'Plusgiro number'],
  },
  {
    name: 'iban',
    kind: 'iban',
    several: true,
    sensitive: true,
    waitsWhenNew: true,
    headings: ['IBAN', 'IBAN-nummer', 'IBAN-nr', 'IBAN number'],
  },
  {
    name: 'blockedFor',
    kind: 'text',
    sensitive: true,
    waitsWhenNew: true,
    onlyWhenEmpty: true,
    headings: ['Spärrad för', 'Spärrorsak', 'Spärr', 'Blocked for', 'Block reason'],
  },
  { name: 'endedOn', kind: 'day', headings: ['Avslutad', 'Slutdatum', 'Upphört', 'Ended on', 'End date'] },
];

/** The fields of each register in the order that files of ours have them. */
export const exchangeFields: { readonly [Register in ExchangeRegister]: readonly ExchangeField[] } = {
  suppliers: supplierFields,
};

export const exchangeField = (register: ExchangeRegister, name: string): ExchangeField | undefined =>
  exchangeFields[register].find((field) => field.name === name);
