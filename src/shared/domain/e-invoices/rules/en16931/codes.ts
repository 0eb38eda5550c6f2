import { creditNoteTypes, invoiceTypes, mimeTypes, objectSchemes, taxPointCodes } from '../code-lists/documents.ts';
import { itemClassifications, units } from '../code-lists/items.ts';
import { allowanceReasons, chargeReasons, currencies, paymentMeans, vatCategories, vatExemptions } from '../code-lists/money.ts';
import { addressSchemes, countries, numberSchemes } from '../code-lists/parties.ts';
import { all, type Place } from '../place.ts';
import { must, type Rule } from '../rule.ts';
import { amounts, isAllowance, isCharge } from '../ubl.ts';

/** That a code is one of its list. An attribute that is not there is another rule's business. */
const codeOf = (id: string, at: string, list: ReadonlySet<string>, sv: string, en: string): Rule =>
  must(
    id,
    at,
    ({ value }) => list.has(value),
    `${sv} ”{value}” finns inte i kodlistan.`,
    `${en} “{value}” is not in the list of codes.`,
  );

const attributeOf = (id: string, at: string, attribute: string, list: ReadonlySet<string>, sv: string, en: string): Rule =>
  must(
    id,
    at,
    (place) => {
      const code = place.attribute(attribute);
      return code === undefined || list.has(code.trim()) || { code };
    },
    `${sv} ”{code}” för {value} finns inte i kodlistan.`,
    `${en} “{code}” of {value} is not in the list of codes.`,
  );

/** A reason's code, on an allowance or on a charge. */
const reasonOf = (id: string, is: (place: Place) => boolean, list: ReadonlySet<string>, sv: string, en: string): Rule =>
  must(
    id,
    'cac:AllowanceCharge/cbc:AllowanceChargeReasonCode',
    ({ value, parent }) => parent === undefined || !is(parent) || list.has(value),
    `${sv} ”{value}” finns inte i kodlistan.`,
    `${en} “{value}” is not in the list of codes.`,
  );

const isObject = (place: Place): boolean => all(place.parent, 'cbc:DocumentTypeCode').some(({ text }) => text === '130');

/** SEPA's own scheme is for the seller and the payee only: it is the creditor's reference of direct debit (BT-90). */
function isCreditor(place: Place): boolean {
  for (let at: Place | undefined = place; at !== undefined; at = at.parent)
    if (at.name === 'cac:AccountingSupplierParty' || at.name === 'cac:PayeeParty') return true;
  return false;
}

/** That codes come from their lists. */
export const codeRules: readonly Rule[] = [
  must(
    'BR-CL-01',
    'cbc:InvoiceTypeCode | cbc:CreditNoteTypeCode',
    ({ name, value }) => (name === 'cbc:InvoiceTypeCode' ? invoiceTypes : creditNoteTypes).has(value),
    'Fakturatypen ”{value}” finns inte i kodlistan UNTDID 1001 (BT-3).',
    'The type of invoice “{value}” is not in the list UNTDID 1001 (BT-3).',
  ),
  must(
    'BR-CL-03',
    amounts.join(' | '),
    (amount) => {
      const code = amount.attribute('currencyID')?.trim() ?? '';
      return currencies.has(code) || { code };
    },
    'Beloppet {value} har valutan ”{code}”, som inte finns i ISO 4217.',
    'The amount {value} is in the currency “{code}”, which is not in ISO 4217.',
  ),
  codeOf('BR-CL-04', 'cbc:DocumentCurrencyCode', currencies, 'Fakturans valuta (BT-5)', 'The currency of the invoice (BT-5)'),
  codeOf('BR-CL-05', 'cbc:TaxCurrencyCode', currencies, 'Momsens valuta (BT-6)', 'The currency of VAT (BT-6)'),
  codeOf(
    'BR-CL-06',
    'cac:InvoicePeriod/cbc:DescriptionCode',
    taxPointCodes,
    'Koden för momsdatum (BT-8)',
    'The code of the tax point date (BT-8)',
  ),
  must(
    'BR-CL-07',
    'cac:AdditionalDocumentReference/cbc:ID | cac:DocumentReference/cbc:ID',
    (id) => {
      const code = id.attribute('schemeID');
      return code === undefined || !isObject(id) || objectSchemes.has(code.trim()) || { code };
    },
    'Systemet ”{code}” för det fakturerade objektet {value} finns inte i kodlistan UNTDID 1153 (BT-18, BT-128).',
    'The scheme “{code}” of the invoiced object {value} is not in the list UNTDID 1153 (BT-18, BT-128).',
  ),
  must(
    'BR-CL-10',
    'cac:PartyIdentification/cbc:ID',
    (id) => {
      const code = id.attribute('schemeID');
      if (code === undefined || numberSchemes.has(code.trim())) return true;
      return (code.trim() === 'SEPA' && isCreditor(id)) || { code };
    },
    'Systemet ”{code}” för partens id {value} finns inte i ISO 6523 (BT-29, BT-46, BT-60).',
    'The scheme “{code}” of the identifier {value} is not in ISO 6523 (BT-29, BT-46, BT-60).',
  ),
  attributeOf(
    'BR-CL-11',
    'cac:PartyLegalEntity/cbc:CompanyID',
    'schemeID',
    numberSchemes,
    'Systemet (BT-30, BT-47, BT-61)',
    'The scheme (BT-30, BT-47, BT-61)',
  ),
  attributeOf(
    'BR-CL-13',
    'cac:CommodityClassification/cbc:ItemClassificationCode',
    'listID',
    itemClassifications,
    'Klassificeringssystemet (BT-158)',
    'The scheme of classification (BT-158)',
  ),
  codeOf('BR-CL-14', 'cac:Country/cbc:IdentificationCode', countries, 'Landskoden', 'The country'),
  codeOf(
    'BR-CL-15',
    'cac:OriginCountry/cbc:IdentificationCode',
    countries,
    'Ursprungslandet (BT-159)',
    'The country of origin (BT-159)',
  ),
  codeOf(
    'BR-CL-16',
    'cac:PaymentMeans/cbc:PaymentMeansCode',
    paymentMeans,
    'Betalningssättet (BT-81)',
    'The means of payment (BT-81)',
  ),
  codeOf('BR-CL-17', 'cac:TaxCategory/cbc:ID', vatCategories, 'Momskategorin', 'The VAT category'),
  codeOf(
    'BR-CL-18',
    'cac:ClassifiedTaxCategory/cbc:ID',
    vatCategories,
    'Radens momskategori (BT-151)',
    "The line's VAT category (BT-151)",
  ),
  reasonOf(
    'BR-CL-19',
    isAllowance,
    allowanceReasons,
    'Orsaken till avdraget (BT-98, BT-140)',
    'The reason of the allowance (BT-98, BT-140)',
  ),
  reasonOf(
    'BR-CL-20',
    isCharge,
    chargeReasons,
    'Orsaken till tillägget (BT-105, BT-145)',
    'The reason of the charge (BT-105, BT-145)',
  ),
  attributeOf(
    'BR-CL-21',
    'cac:StandardItemIdentification/cbc:ID',
    'schemeID',
    numberSchemes,
    'Systemet (BT-157)',
    'The scheme (BT-157)',
  ),
  must(
    'BR-CL-22',
    'cbc:TaxExemptionReasonCode',
    ({ value }) => vatExemptions.has(value.toUpperCase()),
    'Orsaken till att moms inte tas ut ”{value}” finns inte i listan VATEX (BT-121).',
    'The reason why no VAT is charged “{value}” is not in the list VATEX (BT-121).',
  ),
  attributeOf(
    'BR-CL-23',
    'cbc:InvoicedQuantity | cbc:BaseQuantity | cbc:CreditedQuantity',
    'unitCode',
    units,
    'Enheten (BT-130, BT-150)',
    'The unit (BT-130, BT-150)',
  ),
  must(
    'BR-CL-24',
    'cbc:EmbeddedDocumentBinaryObject',
    (file) => {
      const type = file.attribute('mimeCode');
      return type === undefined || mimeTypes.has(type) || { type };
    },
    'Bilagans filtyp ”{type}” hör inte till dem som får skickas (BT-125).',
    'The type of the attachment “{type}” is not one that may be sent (BT-125).',
  ),
  attributeOf('BR-CL-25', 'cbc:EndpointID', 'schemeID', addressSchemes, 'Systemet (BT-34, BT-49)', 'The scheme (BT-34, BT-49)'),
  attributeOf('BR-CL-26', 'cac:DeliveryLocation/cbc:ID', 'schemeID', numberSchemes, 'Systemet (BT-71)', 'The scheme (BT-71)'),
];
