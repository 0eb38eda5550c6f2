import type { ExchangeField } from './exchange-field.ts';
import { endedOn, ownId } from './shared-fields.ts';

/** Articles (artiklar). What one is called and counted in stays as it was registered; what it costs are dated rows. */
export const articleFields: readonly ExchangeField[] = [
  ownId,
  {
    name: 'number',
    kind: 'text',
    most: 40,
    required: true,
    onlyWhenEmpty: true,
    headings: ['Artikelnummer', 'Artikelnr', 'Artnr', 'Art.nr', 'Article number', 'Item number', 'Number'],
  },
  {
    name: 'name',
    kind: 'text',
    required: true,
    onlyWhenEmpty: true,
    headings: ['Benämning', 'Artikelnamn', 'Artikel', 'Namn', 'Name', 'Article name', 'Item', 'Description'],
  },
  {
    name: 'unit',
    kind: 'text',
    most: 20,
    required: true,
    onlyWhenEmpty: true,
    headings: ['Enhet', 'Måttenhet', 'Unit', 'Unit of measure'],
  },
  {
    name: 'requestedBy',
    kind: 'text',
    onlyWhenEmpty: true,
    headings: ['Beställd av', 'Underlag från', 'Requested by'],
  },
  { name: 'priceFrom', kind: 'day', partOf: 'prices', headings: ['Gäller från', 'Pris från', 'Valid from', 'Price from'] },
  {
    name: 'price',
    kind: 'amount',
    notBelowZero: true,
    partOf: 'prices',
    headings: ['Pris', 'À-pris', 'Apris', 'Pris exkl moms', 'Price', 'Unit price'],
  },
  { name: 'vatCode', kind: 'vat-code', partOf: 'prices', headings: ['Momskod', 'Moms', 'VAT code', 'VAT'] },
  { name: 'account', kind: 'account', partOf: 'prices', headings: ['Konto', 'Intäktskonto', 'Account', 'Income account'] },
  { name: 'prices', kind: 'price-from', several: true, required: true, headings: ['Priser', 'Prices'] },
  endedOn,
];
