import { number, sign } from '../decimal.ts';
import { all, count, first, has, type Invoice, type Place, said } from '../place.ts';
import { must, type Rule, root } from '../rule.ts';
import { amounts, buyer, seller } from '../ubl.ts';

const specification = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';

/** Business processes that a Peppol invoice may follow; the number is the profile, 01 or 02. Source: Peppol BIS Billing 2026.5. */
const processes: ReadonlyMap<string, '01' | '02'> = new Map([
  ['urn:fdc:peppol.eu:2017:poacc:billing:01:1.0', '01'],
  ['urn:peppol:france:billing:regulated', '01'],
  ['urn:peppol:france:billing:non-regulated', '01'],
  ['urn:peppol:bis:billing_with_response', '02'],
]);

export const profile = (invoice: Invoice): '01' | '02' | undefined => processes.get(said(invoice.root, 'cbc:ProfileID'));

const countryOf = (party: Place | undefined): string =>
  said(party, 'cac:PostalAddress/cac:Country/cbc:IdentificationCode').toUpperCase();

/** Some rules leave room for invoices within Germany. */
export const isWithinGermany = (invoice: Invoice): boolean =>
  countryOf(invoice.seller) === 'DE' && countryOf(invoice.buyer) === 'DE';

const taxIn = (invoice: Place, way: string): readonly Place[] => {
  const code = said(invoice, way);
  return all(invoice, 'cac:TaxTotal/cbc:TaxAmount').filter((tax) => tax.attribute('currencyID') === code);
};

/** VAT in the invoice's currency and in the accounting currency: both a debt, or both a claim. */
function haveOneSign(invoice: Place): boolean {
  if (!has(invoice, 'cbc:TaxCurrencyCode')) return true;
  const sums = [taxIn(invoice, 'cbc:TaxCurrencyCode'), taxIn(invoice, 'cbc:DocumentCurrencyCode')];
  const some = (is: (place: Place) => boolean) => sums.every((taxes) => taxes.some(is));
  return some((tax) => (sign(number(tax)) ?? 1) <= 0) || some((tax) => (sign(number(tax)) ?? -1) >= 0);
}

export const peppolDocumentRules: readonly Rule[] = [
  must(
    'PEPPOL-EN16931-R001',
    root,
    (invoice) => has(invoice, 'cbc:ProfileID'),
    'Fakturan säger inte vilken affärsprocess den hör till (BT-23).',
    'The invoice does not say which business process it belongs to (BT-23).',
  ),
  must(
    'PEPPOL-EN16931-R002',
    root,
    (place, invoice) => count(place, 'cbc:Note') <= 1 || isWithinGermany(invoice) || { found: count(place, 'cbc:Note') },
    'Fakturan har {found} noter; den får ha en enda (BG-1).',
    'The invoice has {found} notes; it may have only one (BG-1).',
  ),
  must(
    'PEPPOL-EN16931-R003',
    root,
    (invoice) => has(invoice, 'cbc:BuyerReference') || has(invoice, 'cac:OrderReference/cbc:ID'),
    'Varken köparens referens (BT-10) eller beställningsnummer (BT-13) finns på fakturan.',
    "The invoice has neither the buyer's reference (BT-10) nor an order number (BT-13).",
  ),
  must(
    'PEPPOL-EN16931-R004',
    root,
    (invoice) => {
      const found = said(invoice, 'cbc:CustomizationID');
      return (found.startsWith(specification) && !found.includes('::')) || { found };
    },
    `Specifikationen är ”{found}” (BT-24); för Peppol ska den börja med ”${specification}”.`,
    `The specification is “{found}” (BT-24); for Peppol it must begin with “${specification}”.`,
  ),
  must(
    'PEPPOL-EN16931-R005',
    'cbc:TaxCurrencyCode',
    (code) => code.value !== said(code.parent, 'cbc:DocumentCurrencyCode'),
    'Momsens valuta (BT-6) är {value}, som fakturans egen; då ska den inte anges.',
    "The currency of VAT (BT-6) is {value}, the invoice's own; then it is not to be given.",
  ),
  must(
    'PEPPOL-EN16931-R007',
    root,
    (_, invoice) => profile(invoice) !== undefined || { found: said(invoice.root, 'cbc:ProfileID') },
    'Affärsprocessen ”{found}” (BT-23) är ingen som Peppol har.',
    'The business process “{found}” (BT-23) is none that Peppol has.',
  ),
  must(
    'PEPPOL-EN16931-R008',
    '*',
    ({ children, value, name }) => children.length > 0 || value !== '' || { name },
    'Elementet {name} är tomt; tomma element får inte finnas.',
    'The element {name} is empty; empty elements may not be there.',
  ),
  must(
    'PEPPOL-EN16931-R010',
    buyer,
    (party) => has(party, 'cbc:EndpointID'),
    'Köparens elektroniska adress saknas (BT-49).',
    'The electronic address of the buyer is missing (BT-49).',
  ),
  must(
    'PEPPOL-EN16931-R020',
    seller,
    (party) => has(party, 'cbc:EndpointID'),
    'Säljarens elektroniska adress saknas (BT-34).',
    'The electronic address of the seller is missing (BT-34).',
  ),
  must(
    'PEPPOL-EN16931-R051',
    amounts.join(' | '),
    (amount, invoice) => {
      const code = amount.attribute('currencyID');
      const isTotal = amount.name === 'cbc:TaxAmount' && amount.parent?.name !== 'cac:TaxSubtotal';
      // The total of VAT may be in the accounting currency where it has no parts.
      if (isTotal && !(amount.parent?.name === 'cac:TaxTotal' && has(amount.parent, 'cac:TaxSubtotal'))) return true;
      const wanted = first(invoice.root, 'cbc:DocumentCurrencyCode')?.text;
      return (code !== undefined && code === wanted) || { code, wanted: wanted ?? '' };
    },
    'Beloppet {value} är i {code}, men fakturans valuta är {wanted} (BT-5).',
    'The amount {value} is in {code}, but the currency of the invoice is {wanted} (BT-5).',
  ),
  must(
    'PEPPOL-EN16931-R053',
    root,
    (invoice) => {
      const found = all(invoice, 'cac:TaxTotal').filter((total) => has(total, 'cac:TaxSubtotal')).length;
      return found === 1 || { found };
    },
    'Fakturan har {found} momssummor med delar; den ska ha en enda (BT-110, BG-23).',
    'The invoice has {found} totals of VAT with parts; it must have exactly one (BT-110, BG-23).',
  ),
  must(
    'PEPPOL-EN16931-R054',
    root,
    (invoice) => {
      const found = all(invoice, 'cac:TaxTotal').filter((total) => !has(total, 'cac:TaxSubtotal')).length;
      const wanted = has(invoice, 'cbc:TaxCurrencyCode') ? 1 : 0;
      return found === wanted || { found, wanted };
    },
    'Fakturan har {found} momssummor utan delar; den ska ha {wanted} (BT-111).',
    'The invoice has {found} totals of VAT without parts; it must have {wanted} (BT-111).',
  ),
  must(
    'PEPPOL-EN16931-R055',
    root,
    haveOneSign,
    'Momsen i fakturans valuta (BT-110) och i redovisningsvalutan (BT-111) ska båda vara plus eller båda minus.',
    'VAT in the currency of the invoice (BT-110) and in that of accounting (BT-111) must have the same sign.',
  ),
  must(
    'PEPPOL-EN16931-R061',
    'cac:PaymentMeans',
    (means) => {
      const code = said(means, 'cbc:PaymentMeansCode');
      return (code !== '49' && code !== '59') || has(means, 'cac:PaymentMandate/cbc:ID');
    },
    'Betalning ska ske genom autogiro, men medgivandets nummer saknas (BT-89).',
    'Payment is by direct debit, but the mandate reference is missing (BT-89).',
  ),
  must(
    'PEPPOL-EN16931-R080',
    '/CreditNote',
    (invoice) =>
      all(invoice, 'cac:AdditionalDocumentReference').filter((one) =>
        all(one, 'cbc:DocumentTypeCode').some(({ text }) => text === '50'),
      ).length <= 1,
    'Kreditnotan hänvisar till mer än ett projekt (BT-11).',
    'The credit note refers to more than one project (BT-11).',
  ),
];
