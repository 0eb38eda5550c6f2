import type { Place } from '../place.ts';
import { must, type Rule, should } from '../rule.ts';
import { decimals } from '../ubl.ts';

/** UBL-DT: how amounts and files are written, wherever they stand. */
const writtenRules: readonly Rule[] = [
  must(
    'UBL-DT-01',
    '*',
    ({ name, text, parent }) =>
      !name.endsWith('Amount') || name.endsWith('PriceAmount') || decimals(text) <= 2 || isPriceAllowance(parent),
    'Beloppet {value} har fler än två decimaler.',
    'The amount {value} has more than two decimals.',
  ),
  must(
    'UBL-DT-06',
    '*',
    (place) => !place.name.endsWith('BinaryObject') || place.attribute('mimeCode') !== undefined,
    'Bilagans filtyp saknas (BT-125).',
    'The type of the attachment is missing (BT-125).',
  ),
  must(
    'UBL-DT-07',
    '*',
    (place) => !place.name.endsWith('BinaryObject') || place.attribute('filename') !== undefined,
    'Bilagans filnamn saknas (BT-125).',
    'The name of the attached file is missing (BT-125).',
  ),
];

function isPriceAllowance(place: Place | undefined): boolean {
  for (let at = place; at !== undefined; at = at.parent)
    if (at.name === 'cac:AllowanceCharge' && at.parent?.name === 'cac:Price') return true;
  return false;
}

/** UBL-DT-08…28: attributes that the standard has no use for. */
const idleAttributes: readonly (readonly [number: string, attribute: string])[] = [
  ['08', 'schemeName'],
  ['09', 'schemeAgencyName'],
  ['10', 'schemeDataURI'],
  ['11', 'schemeURI'],
  ['12', 'format'],
  ['13', 'unitCodeListIdentifier'],
  ['14', 'unitCodeListAgencyIdentifier'],
  ['15', 'unitCodeListAgencyName'],
  ['16', 'listAgencyName'],
  ['17', 'listName'],
  ['18', 'name'],
  ['19', 'languageID'],
  ['20', 'listURI'],
  ['21', 'listSchemeURI'],
  ['22', 'languageLocaleID'],
  ['23', 'uri'],
  ['24', 'currencyCodeListVersionID'],
  ['25', 'characterSetCode'],
  ['26', 'encodingCode'],
  ['27', 'schemeAgencyID'],
  ['28', 'listAgencyID'],
];

const idleAttributeRules: readonly Rule[] = idleAttributes.map(([number, attribute]) => ({
  ...should(
    `UBL-DT-${number}`,
    '*',
    (place) => place.attribute(attribute) === undefined || (attribute === 'name' && place.name === 'cbc:PaymentMeansCode'),
    `Attributet ${attribute} hör inte hemma i en faktura enligt EN 16931 och läses inte.`,
    `The attribute ${attribute} has no place in an invoice by EN 16931 and is not read.`,
  ),
  isSaidOnce: true,
}));

export const dataTypeRules: readonly Rule[] = [...writtenRules, ...idleAttributeRules];
