import { all, count, has, type Invoice, said } from '../place.ts';
import { must, type Rule, root } from '../rule.ts';
import { isAllowance, isCharge } from '../ubl.ts';
import { atMostOne } from './at-most-one.ts';

const other = (invoice: Invoice, name: string): readonly string[] => [
  ...new Set(invoice.everywhere(name).map(({ text }) => text)),
];

const reason = 'cbc:AllowanceChargeReason';

/** UBL-SR, the part on references, payment, allowances and lines. */
export const structureRules: readonly Rule[] = [
  atMostOne(
    'UBL-SR-01',
    root,
    'cac:ContractDocumentReference/cbc:ID',
    'Avtalets nummer (BT-12)',
    'The contract reference (BT-12)',
  ),
  atMostOne(
    'UBL-SR-02',
    root,
    'cac:ReceiptDocumentReference/cbc:ID',
    'Mottagningskvittots nummer (BT-15)',
    'The receiving advice (BT-15)',
  ),
  atMostOne(
    'UBL-SR-03',
    root,
    'cac:DespatchDocumentReference/cbc:ID',
    'Följesedelns nummer (BT-16)',
    'The despatch advice (BT-16)',
  ),
  atMostOne(
    'UBL-SR-04',
    root,
    'cac:AdditionalDocumentReference/cbc:ID',
    'Det fakturerade objektet (BT-18)',
    'The invoiced object (BT-18)',
    (id) => all(id.parent, 'cbc:DocumentTypeCode').some(({ text }) => text === '130'),
  ),
  atMostOne('UBL-SR-05', root, 'cac:PaymentTerms/cbc:Note', 'Betalningsvillkoren (BT-20)', 'The terms of payment (BT-20)'),
  atMostOne(
    'UBL-SR-06',
    'cac:BillingReference',
    'cac:InvoiceDocumentReference',
    'Hänvisningen till en tidigare faktura (BG-3)',
    'The reference to an earlier invoice (BG-3)',
  ),
  must(
    'UBL-SR-07',
    'cac:BillingReference',
    (reference) => has(reference, 'cac:InvoiceDocumentReference/cbc:ID'),
    'Hänvisningen till en tidigare faktura saknar dess nummer (BT-25).',
    'The reference to an earlier invoice lacks its number (BT-25).',
  ),
  atMostOne('UBL-SR-08', root, 'cac:InvoicePeriod', 'Faktureringsperioden (BG-14)', 'The invoicing period (BG-14)'),
  atMostOne('UBL-SR-24', root, 'cac:Delivery', 'Leveransen (BG-13)', 'The delivery (BG-13)'),
  atMostOne(
    'UBL-SR-25',
    'cac:Delivery',
    'cac:DeliveryParty/cac:PartyName/cbc:Name',
    'Leveransmottagarens namn (BT-70)',
    'The name of who received (BT-70)',
  ),
  atMostOne(
    'UBL-SR-26',
    'cac:PaymentMeans',
    'cbc:PaymentID',
    'Betalningsreferensen (BT-83)',
    'The remittance information (BT-83)',
  ),
  atMostOne(
    'UBL-SR-27',
    'cac:PaymentMeans',
    'cbc:PaymentMeansCode',
    'Betalningssättets kod (BT-81)',
    'The code of the means of payment (BT-81)',
  ),
  atMostOne(
    'UBL-SR-28',
    'cac:PaymentMeans',
    'cac:PaymentMandate/cbc:ID',
    'Medgivandets nummer (BT-89)',
    'The mandate reference (BT-89)',
  ),
  must(
    'UBL-SR-30',
    'cac:AllowanceCharge',
    (place) => !isAllowance(place) || count(place, reason) <= 1,
    'Ett avdrag har mer än en orsak i text (BT-97, BT-139).',
    'An allowance has more than one reason in words (BT-97, BT-139).',
  ),
  must(
    'UBL-SR-31',
    'cac:AllowanceCharge',
    (place) => !isCharge(place) || count(place, reason) <= 1,
    'Ett tillägg har mer än en orsak i text (BT-104, BT-144).',
    'A charge has more than one reason in words (BT-104, BT-144).',
  ),
  atMostOne(
    'UBL-SR-32',
    'cac:TaxSubtotal',
    'cac:TaxCategory/cbc:TaxExemptionReason',
    'Orsaken till undantag från moms (BT-120)',
    'The reason of exemption (BT-120)',
  ),
  atMostOne(
    'UBL-SR-33',
    'cac:AdditionalDocumentReference',
    'cbc:DocumentDescription',
    'Bilagans beskrivning (BT-123)',
    'The description of a document (BT-123)',
  ),
  atMostOne('UBL-SR-34', 'line', 'cbc:Note', 'Radens not (BT-127)', "The line's note (BT-127)"),
  atMostOne(
    'UBL-SR-35',
    'line',
    'cac:OrderLineReference/cbc:LineID',
    'Beställningsradens nummer (BT-132)',
    'The order line (BT-132)',
  ),
  atMostOne('UBL-SR-36', 'line', 'cac:InvoicePeriod', 'Radens period (BG-26)', "The line's period (BG-26)"),
  atMostOne(
    'UBL-SR-37',
    'line',
    'cac:Price/cac:AllowanceCharge/cbc:Amount',
    'Avdraget på priset (BT-147)',
    'The discount on the price (BT-147)',
  ),
  atMostOne('UBL-SR-39', root, 'cac:ProjectReference/cbc:ID', 'Projektets nummer (BT-11)', 'The project reference (BT-11)'),
  must(
    'UBL-SR-43',
    'cac:AdditionalDocumentReference',
    (reference, invoice) => {
      const type = said(reference, 'cbc:DocumentTypeCode');
      const isPlain =
        !has(reference, 'cbc:DocumentTypeCode') && all(reference, 'cbc:ID').every((id) => id.attribute('schemeID') === undefined);
      return type === '130' || (invoice.isCreditNote && type === '50') || isPlain || { type };
    },
    'En bilaga har typkod ({type}) eller system för sitt nummer; det är bara för fakturerat objekt (130) och projekt (50 på kreditnota).',
    'A document has a type code ({type}) or a scheme; they are only for an invoiced object (130) and a project (50 on a credit note).',
  ),
  must(
    'UBL-SR-44',
    root,
    (_, invoice) => other(invoice, 'cbc:PaymentID').length <= 1 || { ids: other(invoice, 'cbc:PaymentID').join(', ') },
    'Fakturan har flera betalningsreferenser: {ids}. Bara en får finnas (BT-83).',
    'The invoice has several payment references: {ids}. Only one may be there (BT-83).',
  ),
  atMostOne('UBL-SR-45', root, 'cac:PaymentMeans/cbc:PaymentDueDate', 'Förfallodagen (BT-9)', 'The due date (BT-9)'),
  atMostOne(
    'UBL-SR-46',
    root,
    'cac:PaymentMeans/cbc:PaymentMeansCode',
    'Betalningssättets text (BT-82)',
    'The text of the means of payment (BT-82)',
    (code) => code.attribute('name') !== undefined,
  ),
  must(
    'UBL-SR-47',
    root,
    (_, invoice) =>
      other(invoice, 'cbc:PaymentMeansCode').length <= 1 || { codes: other(invoice, 'cbc:PaymentMeansCode').join(', ') },
    'Fakturan har olika betalningssätt: {codes}. Alla ska vara lika (BT-81).',
    'The invoice has different means of payment: {codes}. They must be alike (BT-81).',
  ),
  must(
    'UBL-SR-48',
    'line',
    (line) =>
      count(line, 'cac:Item/cac:ClassifiedTaxCategory') === 1 || { found: count(line, 'cac:Item/cac:ClassifiedTaxCategory') },
    'Raden har {found} momskategorier; den ska ha en enda (BG-30).',
    'The line has {found} VAT categories; it must have exactly one (BG-30).',
  ),
  atMostOne(
    'UBL-SR-49',
    root,
    'cac:InvoicePeriod/cbc:DescriptionCode',
    'Koden för momsdatum (BT-8)',
    'The code of the tax point (BT-8)',
  ),
  atMostOne(
    'UBL-SR-50',
    'line',
    'cac:Item/cbc:Description',
    'Varans beskrivning (BT-154)',
    'The description of the item (BT-154)',
  ),
  atMostOne(
    'UBL-SR-52',
    'line',
    'cac:DocumentReference',
    'Radens fakturerade objekt (BT-128)',
    "The line's invoiced object (BT-128)",
  ),
];
