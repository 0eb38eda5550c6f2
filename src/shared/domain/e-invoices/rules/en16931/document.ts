import { noteSubjects } from '../code-lists/documents.ts';
import { number, sign } from '../decimal.ts';
import { all, count, has, said } from '../place.ts';
import { must, type Rule, root } from '../rule.ts';
import { buyer, seller } from '../ubl.ts';

const isInOrder = (period: Parameters<typeof said>[0]): boolean => {
  const [from, to] = [said(period, 'cbc:StartDate'), said(period, 'cbc:EndDate')];
  return !has(period, 'cbc:StartDate') || !has(period, 'cbc:EndDate') || to >= from;
};
const bounds = (period: Parameters<typeof said>[0]) => ({ from: said(period, 'cbc:StartDate'), to: said(period, 'cbc:EndDate') });

/** What the invoice as a whole must say. */
export const documentRules: readonly Rule[] = [
  must(
    'BR-01',
    root,
    (invoice) => said(invoice, 'cbc:CustomizationID') !== '',
    'Fakturan säger inte vilken specifikation den följer (BT-24).',
    'The invoice does not say which specification it follows (BT-24).',
  ),
  must(
    'BR-02',
    root,
    (invoice) => said(invoice, 'cbc:ID') !== '',
    'Fakturanumret saknas (BT-1).',
    'The invoice has no number (BT-1).',
  ),
  must(
    'BR-03',
    root,
    (invoice) => said(invoice, 'cbc:IssueDate') !== '',
    'Fakturadatumet saknas (BT-2).',
    'The invoice has no issue date (BT-2).',
  ),
  must(
    'BR-04',
    root,
    (invoice) => said(invoice, 'cbc:InvoiceTypeCode') !== '' || said(invoice, 'cbc:CreditNoteTypeCode') !== '',
    'Koden för fakturatyp saknas (BT-3).',
    'The invoice has no type code (BT-3).',
  ),
  must(
    'BR-05',
    root,
    (invoice) => said(invoice, 'cbc:DocumentCurrencyCode') !== '',
    'Fakturans valuta saknas (BT-5).',
    'The invoice has no currency (BT-5).',
  ),
  must(
    'BR-06',
    root,
    (invoice) => said(invoice, `${seller}/cac:PartyLegalEntity/cbc:RegistrationName`) !== '',
    'Säljarens namn saknas (BT-27).',
    'The name of the seller is missing (BT-27).',
  ),
  must(
    'BR-07',
    root,
    (invoice) => said(invoice, `${buyer}/cac:PartyLegalEntity/cbc:RegistrationName`) !== '',
    'Köparens namn saknas (BT-44).',
    'The name of the buyer is missing (BT-44).',
  ),
  must(
    'BR-08',
    root,
    (invoice) => has(invoice, `${seller}/cac:PostalAddress`),
    'Säljarens postadress saknas (BG-5).',
    'The postal address of the seller is missing (BG-5).',
  ),
  must(
    'BR-10',
    root,
    (invoice) => has(invoice, `${buyer}/cac:PostalAddress`),
    'Köparens postadress saknas (BG-8).',
    'The postal address of the buyer is missing (BG-8).',
  ),
  must('BR-16', root, (invoice) => has(invoice, 'line'), 'Fakturan har ingen rad (BG-25).', 'The invoice has no line (BG-25).'),
  must(
    'BR-29',
    'cac:InvoicePeriod',
    (period) => period.parent?.name.endsWith('Line') === true || isInOrder(period) || bounds(period),
    'Faktureringsperioden slutar {to}, före sin början {from} (BT-73, BT-74).',
    'The invoicing period ends on {to}, before it begins on {from} (BT-73, BT-74).',
  ),
  must(
    'BR-30',
    'line/cac:InvoicePeriod',
    (period) => isInOrder(period) || bounds(period),
    'Radens period slutar {to}, före sin början {from} (BT-134, BT-135).',
    'The period of the line ends on {to}, before it begins on {from} (BT-134, BT-135).',
  ),
  must(
    'BR-53',
    root,
    (invoice) =>
      all(invoice, 'cbc:TaxCurrencyCode').every(({ text }) =>
        all(invoice, 'cac:TaxTotal/cbc:TaxAmount').some((amount) => amount.attribute('currencyID') === text),
      ) || { currency: said(invoice, 'cbc:TaxCurrencyCode') },
    'Momsen ska redovisas i {currency} (BT-6), men inget momsbelopp i {currency} finns (BT-111).',
    'VAT is to be accounted in {currency} (BT-6), but there is no VAT amount in {currency} (BT-111).',
  ),
  must(
    'BR-55',
    'cac:BillingReference',
    (reference) => has(reference, 'cac:InvoiceDocumentReference/cbc:ID'),
    'Hänvisningen till en tidigare faktura saknar dess nummer (BT-25).',
    'The reference to an earlier invoice lacks its number (BT-25).',
  ),
  must(
    'BR-CO-03',
    root,
    (invoice) => !has(invoice, 'cbc:TaxPointDate') || !has(invoice, 'cac:InvoicePeriod/cbc:DescriptionCode'),
    'Fakturan har både momsdatum (BT-7) och kod för momsdatum (BT-8); bara det ena får finnas.',
    'The invoice has both a tax point date (BT-7) and a code for it (BT-8); only one of them may be there.',
  ),
  must(
    'BR-CO-18',
    root,
    (invoice) => has(invoice, 'cac:TaxTotal/cac:TaxSubtotal'),
    'Momsen är inte uppdelad på någon momskategori (BG-23).',
    'The VAT is not broken down by any category (BG-23).',
  ),
  must(
    'BR-CO-19',
    'cac:InvoicePeriod',
    (period) =>
      period.parent?.name.endsWith('Line') === true ||
      has(period, 'cbc:StartDate') ||
      has(period, 'cbc:EndDate') ||
      has(period, 'cbc:DescriptionCode'),
    'Faktureringsperioden (BG-14) har varken början eller slut.',
    'The invoicing period (BG-14) has neither a beginning nor an end.',
  ),
  must(
    'BR-CO-20',
    'line/cac:InvoicePeriod',
    (period) => has(period, 'cbc:StartDate') || has(period, 'cbc:EndDate'),
    'Radens period (BG-26) har varken början eller slut.',
    'The period of the line (BG-26) has neither a beginning nor an end.',
  ),
  must(
    'BR-CO-25',
    '/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount',
    (payable, invoice) => {
      const amount = sign(number(payable));
      const isTold =
        invoice.everywhere('cbc:DueDate').length > 0 ||
        invoice.everywhere('cac:PaymentTerms').some((terms) => has(terms, 'cbc:Note'));
      return amount !== undefined && (amount <= 0 || isTold);
    },
    'Det finns {value} att betala, men varken förfallodag (BT-9) eller betalningsvillkor (BT-20).',
    'There is {value} to pay, but neither a due date (BT-9) nor terms of payment (BT-20).',
  ),
  must(
    'BR-CL-08',
    '/Invoice/cbc:Note | /CreditNote/cbc:Note',
    ({ text }) => {
      const [, code] = /^[^#]*#([^#]{3})#/.exec(text) ?? [];
      return code === undefined || noteSubjects.has(code) || { code };
    },
    'Noten börjar med ämneskoden {code}, som inte finns i listan UNTDID 4451 (BT-21).',
    'The note begins with the subject code {code}, which is not in the list UNTDID 4451 (BT-21).',
  ),
  must(
    'BR-66',
    root,
    (invoice) => count(invoice, 'cac:PaymentMeans/cac:CardAccount') <= 1,
    'Fakturan har mer än ett betalkort (BG-18).',
    'The invoice has more than one payment card (BG-18).',
  ),
  must(
    'BR-67',
    root,
    (invoice) => count(invoice, 'cac:PaymentMeans/cac:PaymentMandate') <= 1,
    'Fakturan har mer än ett medgivande om autogiro (BG-19).',
    'The invoice has more than one mandate for direct debit (BG-19).',
  ),
];
