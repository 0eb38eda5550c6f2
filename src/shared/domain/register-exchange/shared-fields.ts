import type { ExchangeField } from './exchange-field.ts';

export const placeFields: readonly ExchangeField[] = [
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
export const ownId: ExchangeField = { name: 'id', kind: 'own-id', headings: ['Fakturist-id', 'Fakturist id'] };

/** What another system calls the row: the system that the mapping names. */
export const externalId: ExchangeField = {
  name: 'externalId',
  kind: 'text',
  most: 100,
  personal: true,
  headings: ['Id i systemet', 'Leverantörsnummer', 'Leverantörsnr', 'Kundnummer', 'Kundnr', 'Externt id', 'External id'],
};

/** Addresses for a purpose or with days. */
export const addresses: ExchangeField = {
  name: 'addresses',
  kind: 'address',
  several: true,
  headings: ['Adresser', 'Addresses'],
};

/** Nobody is shown where they are. */
export const isProtected: ExchangeField = {
  name: 'isProtected',
  kind: 'flag',
  onlyBegins: true,
  headings: ['Skyddad identitet', 'Skyddade uppgifter', 'Protected identity'],
};

export const endedOn: ExchangeField = {
  name: 'endedOn',
  kind: 'day',
  headings: ['Avslutad', 'Slutdatum', 'Upphört', 'Ended on', 'End date'],
};
