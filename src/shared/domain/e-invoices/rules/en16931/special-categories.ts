import { all, type Invoice, type Place, said } from '../place.ts';
import { must, type Rule, root } from '../rule.ts';
import { isAllowance, isCharge, isVat } from '../ubl.ts';

const breakdown = 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory';
const code = (category: Place): string => said(category, 'cbc:ID');
const isBrokenDownAs = (invoice: Invoice, wanted: string): boolean =>
  all(invoice.root, breakdown).some((category) => isVat(category) && code(category) === wanted);

const adjusted = (invoice: Invoice, which: (place: Place) => boolean): readonly Place[] =>
  invoice.everywhere('cac:AllowanceCharge').flatMap((place) => (which(place) ? all(place, 'cac:TaxCategory') : []));

/** An invoice outside VAT has nothing else on it. */
const onlyOutside = (id: string, where: (invoice: Invoice) => readonly Place[], sv: string, en: string): Rule =>
  must(
    id,
    root,
    (_, invoice) => {
      if (!isBrokenDownAs(invoice, 'O')) return true;
      const other = where(invoice).find((category) => isVat(category) && code(category) !== 'O');
      return other === undefined || { other: code(other) };
    },
    `Fakturan är utanför momsen (O), men ${sv} har kategorin {other}.`,
    `The invoice is not subject to VAT (O), but ${en} is in the category {other}.`,
  );

const isAnywhere = (invoice: Invoice, wanted: string): boolean =>
  [...invoice.everywhere('cac:TaxCategory'), ...invoice.everywhere('cac:ClassifiedTaxCategory')].some(
    (one) => code(one) === wanted,
  );

/** What only some VAT categories demand. */
export const specialCategoryRules: readonly Rule[] = [
  must(
    'BR-IC-11',
    root,
    (place, invoice) =>
      !isBrokenDownAs(invoice, 'K') ||
      all(place, 'cac:Delivery/cbc:ActualDeliveryDate').some(({ text }) => text.length > 1) ||
      all(place, 'cac:InvoicePeriod').some(({ children }) => children.length > 0),
    'Vid försäljning inom EU (K) ska leveransdag (BT-72) eller faktureringsperiod (BG-14) anges.',
    'An intra-community supply (K) must give a delivery date (BT-72) or an invoicing period (BG-14).',
  ),
  must(
    'BR-IC-12',
    root,
    (place, invoice) =>
      !isBrokenDownAs(invoice, 'K') ||
      all(place, 'cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode').some(
        ({ text }) => text.length > 1,
      ),
    'Vid försäljning inom EU (K) ska landet som det levererades till anges (BT-80).',
    'An intra-community supply (K) must give the country of delivery (BT-80).',
  ),
  onlyOutside('BR-O-11', (invoice) => all(invoice.root, breakdown), 'en del av momsen', 'a part of the VAT'),
  onlyOutside('BR-O-12', (invoice) => invoice.everywhere('cac:ClassifiedTaxCategory'), 'en rad', 'a line'),
  onlyOutside('BR-O-13', (invoice) => adjusted(invoice, isAllowance), 'ett avdrag', 'an allowance'),
  onlyOutside('BR-O-14', (invoice) => adjusted(invoice, isCharge), 'ett tillägg', 'a charge'),
  must(
    'BR-B-01',
    root,
    (_, invoice) => {
      const foreign = invoice.everywhere('cbc:IdentificationCode').find(({ text }) => text !== 'IT');
      return !isAnywhere(invoice, 'B') || foreign === undefined || { country: foreign.value };
    },
    'Kategorin B (delad betalning) gäller bara inom Italien, men landet {country} finns på fakturan.',
    'The category B (split payment) is for Italy only, but the country {country} is on the invoice.',
  ),
  must(
    'BR-B-02',
    root,
    (place, invoice) => {
      const items = [...all(place, 'cac:AllowanceCharge/cac:TaxCategory'), ...invoice.everywhere('cac:ClassifiedTaxCategory')];
      const isSplit = [...all(place, breakdown), ...items].some((one) => code(one) === 'B');
      return !isSplit || !items.some((one) => code(one) === 'S');
    },
    'Kategorierna B (delad betalning) och S (vanlig moms) får inte stå på samma faktura.',
    'The categories B (split payment) and S (standard rate) may not be on the same invoice.',
  ),
];
