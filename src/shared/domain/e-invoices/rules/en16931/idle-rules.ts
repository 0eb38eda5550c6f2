import { all, type Place, said } from '../place.ts';
import { type Rule, should } from '../rule.ts';
import { idleElements } from './idle-elements.ts';

/** `+Party` → `cac:Party`, `ID` → `cbc:ID`. */
const prefixed = (name: string): string =>
  name.startsWith('+') ? `cac:${name.slice(1)}` : name === 'line' ? name : `cbc:${name}`;
const idOf = (number: number): string => `UBL-CR-${String(number).padStart(3, '0')}`;

const idle = (id: string, at: string, holds: Rule['holds'] = () => false): Rule => ({
  ...should(
    id,
    at,
    (place, invoice) => holds(place, invoice) || { name: place.name },
    '{name} hör inte hemma i en faktura enligt EN 16931 och läses inte.',
    '{name} has no place in an invoice by EN 16931 and is not read.',
  ),
  isSaidOnce: true,
});

const inDocument = (way: string): string => `/Invoice/${way} | /CreditNote/${way}`;

const elementRules: readonly Rule[] = idleElements.flatMap(([firstNumber, within, names]) =>
  names.split(' ').flatMap((name, place) => {
    if (name === '.') return [];
    const way = [...within.split('/').filter((part) => part !== ''), name].map(prefixed).join('/');
    return [idle(idOf(firstNumber + place), inDocument(way))];
  }),
);

const withoutAttribute = (number: number, at: string, attribute: string, is: (place: Place) => boolean = () => true): Rule => ({
  ...should(
    idOf(number),
    at,
    (place) => place.attribute(attribute) === undefined || !is(place) || { name: place.name },
    `${attribute} hör inte hemma på {name} i en faktura enligt EN 16931 och läses inte.`,
    `${attribute} has no place on {name} in an invoice by EN 16931 and is not read.`,
  ),
  isSaidOnce: true,
});

const isObject = (reference: Place | undefined): boolean =>
  all(reference, 'cbc:DocumentTypeCode').some(({ text }) => text.trim() === '130');

const attributeRules: readonly Rule[] = [
  withoutAttribute(648, inDocument('cbc:CustomizationID'), 'schemeID'),
  withoutAttribute(649, inDocument('cbc:ProfileID'), 'schemeID'),
  withoutAttribute(650, inDocument('cbc:ID'), 'schemeID'),
  withoutAttribute(651, inDocument('cbc:SalesOrderID'), 'schemeID'),
  withoutAttribute(652, 'cac:PartyTaxScheme/cbc:CompanyID', 'schemeID'),
  withoutAttribute(653, inDocument('cac:PaymentMeans/cbc:PaymentID'), 'schemeID'),
  withoutAttribute(654, inDocument('cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID'), 'schemeID'),
  withoutAttribute(
    655,
    inDocument('cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID'),
    'schemeID',
  ),
  withoutAttribute(656, inDocument('cbc:InvoiceTypeCode'), 'listID'),
  withoutAttribute(657, inDocument('cbc:DocumentCurrencyCode'), 'listID'),
  withoutAttribute(658, inDocument('cbc:TaxCurrencyCode'), 'listID'),
  withoutAttribute(659, inDocument('cac:AdditionalDocumentReference/cbc:DocumentTypeCode'), 'listID'),
  withoutAttribute(660, 'cac:Country/cbc:IdentificationCode', 'listID'),
  withoutAttribute(661, inDocument('cac:PaymentMeans/cbc:PaymentMeansCode'), 'listID'),
  withoutAttribute(662, 'cbc:AllowanceChargeReasonCode', 'listID'),
  withoutAttribute(663, '*', 'unitCodeListID'),
  withoutAttribute(665, 'cac:AdditionalDocumentReference/cbc:ID', 'schemeID', ({ parent }) => !isObject(parent)),
  withoutAttribute(667, 'cac:BuyersItemIdentification/cbc:ID', 'schemeID'),
  withoutAttribute(668, 'cac:SellersItemIdentification/cbc:ID', 'schemeID'),
  withoutAttribute(672, inDocument('cbc:CreditNoteTypeCode'), 'listID'),
  withoutAttribute(674, 'cbc:PrimaryAccountNumber', 'schemeID'),
  withoutAttribute(675, 'cac:CardAccount/cbc:NetworkID', 'schemeID'),
  withoutAttribute(676, 'cac:PaymentMandate/cbc:ID', 'schemeID'),
  withoutAttribute(677, 'cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID', 'schemeID'),
  withoutAttribute(678, 'cac:TaxCategory/cbc:ID', 'schemeID'),
  withoutAttribute(679, 'cac:ClassifiedTaxCategory/cbc:ID', 'schemeID'),
];

/** A numbered object is not enclosed, and needs no description: it is two things in one reference. */
const notWithObject = (number: number, at: string, sv: string, en: string): Rule => ({
  ...idle(idOf(number), at, ({ parent }) => !isObject(parent)),
  severity: 'fatal',
  sv,
  en,
});

/** UBL-CR: what is in a UBL file and has no place in the standard. Nobody reads it, so it is said, and rejects nothing. */
export const idleRules: readonly Rule[] = [
  idle('UBL-CR-001', inDocument('ext:UBLExtensions')),
  idle('UBL-CR-002', inDocument('cbc:UBLVersionID'), ({ parent }) => said(parent, 'cbc:UBLVersionID') === '2.1'),
  ...elementRules,
  idle('UBL-CR-412', inDocument('cac:PaymentMeans/cbc:PaymentDueDate'), (_, invoice) => invoice.isCreditNote),
  ...attributeRules,
  idle('UBL-CR-664', 'cac:FinancialInstitution'),
  notWithObject(
    666,
    'cac:AdditionalDocumentReference/cac:Attachment',
    'Ett fakturerat objekt (130) får inte ha en bilaga i samma hänvisning (BT-18, BT-125).',
    'An invoiced object (130) may not have an attachment in the same reference (BT-18, BT-125).',
  ),
  idle('UBL-CR-669', 'cac:Price/cac:AllowanceCharge/cbc:AllowanceChargeReasonCode'),
  idle('UBL-CR-670', 'cac:Price/cac:AllowanceCharge/cbc:AllowanceChargeReason'),
  idle('UBL-CR-671', 'cac:Price/cac:AllowanceCharge/cbc:MultiplierFactorNumeric'),
  notWithObject(
    673,
    'cac:AdditionalDocumentReference/cbc:DocumentDescription',
    'Ett fakturerat objekt (130) får inte ha en beskrivning i samma hänvisning (BT-18, BT-123).',
    'An invoiced object (130) may not have a description in the same reference (BT-18, BT-123).',
  ),
  idle('UBL-CR-680', 'cac:PaymentMeans/cac:PayerFinancialAccount'),
];
