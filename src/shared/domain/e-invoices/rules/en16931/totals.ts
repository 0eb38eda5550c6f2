import {
  absoluteDecimal,
  addDecimals,
  type Decimal,
  divideDecimal,
  multiplyDecimals,
  subtractDecimal,
  zero,
} from '../../../../base/decimal.ts';
import { hundred, isSame, isWithinOne, number, numberAt, roundUpwards, sign, sumAt, toCents } from '../decimal.ts';
import { all, first, has, type Place } from '../place.ts';
import { must, type Rule, root, type Verdict } from '../rule.ts';
import { currency, isAllowance, isCharge, isVat } from '../ubl.ts';

const totals = 'cac:LegalMonetaryTotal';
const subtotal = 'cac:TaxTotal/cac:TaxSubtotal';

/** Does a total say what was computed? One that is missing, or no number, does not. */
const says = (found: Decimal | undefined, expected: Decimal | undefined): Verdict =>
  isSame(found, expected) || { found, expected };

const isThere = (id: string, at: string, way: string, sv: string, en: string): Rule =>
  must(id, at, (place) => has(place, way), sv, en);

/** The sum of the document's allowances, or of its charges, against the total that says it. */
const sumOf = (which: (place: Place) => boolean, way: string) => (total: Place) => {
  const items = all(total.parent, 'cac:AllowanceCharge').filter(which);
  if (items.length === 0 && !has(total, way)) return true;
  const sum = sumAt(items, 'cbc:Amount');
  return says(numberAt(total, way), sum === undefined ? undefined : toCents(sum));
};

/** What is there to add or to take away: nothing where the total does not have it. */
const part = (total: Place, way: string): Decimal | undefined => (has(total, way) ? numberAt(total, way) : zero);

function withoutVat(total: Place): Verdict {
  const [lines, charges, allowances] = [
    numberAt(total, 'cbc:LineExtensionAmount'),
    part(total, 'cbc:ChargeTotalAmount'),
    part(total, 'cbc:AllowanceTotalAmount'),
  ];
  const isPlain = !has(total, 'cbc:ChargeTotalAmount') && !has(total, 'cbc:AllowanceTotalAmount');
  const isKnown = lines !== undefined && charges !== undefined && allowances !== undefined;
  const sum = isKnown ? subtractDecimal(addDecimals(lines, charges), allowances) : undefined;
  const expected = sum === undefined || isPlain ? sum : toCents(sum);
  return says(numberAt(total, 'cbc:TaxExclusiveAmount'), expected);
}

function withVat(invoice: Place, currencyCode: string): Verdict {
  const taxes = all(invoice, 'cac:TaxTotal/cbc:TaxAmount').filter((tax) => tax.attribute('currencyID') === currencyCode);
  const [net, tax] = [numberAt(invoice, `${totals}/cbc:TaxExclusiveAmount`), number(taxes[0])];
  const found = numberAt(invoice, `${totals}/cbc:TaxInclusiveAmount`);
  const expected = taxes.length === 1 && net !== undefined && tax !== undefined ? toCents(addDecimals(net, tax)) : undefined;
  return isSame(found, expected) || { found, expected, net, tax };
}

function toPay(total: Place): Verdict {
  const [withTax, paid] = [numberAt(total, 'cbc:TaxInclusiveAmount'), part(total, 'cbc:PrepaidAmount')];
  const rounding = part(total, 'cbc:PayableRoundingAmount');
  const found = numberAt(total, 'cbc:PayableAmount');
  if (withTax === undefined || paid === undefined || rounding === undefined || found === undefined) return { found };
  const due = has(total, 'cbc:PrepaidAmount') ? toCents(subtractDecimal(withTax, paid)) : withTax;
  const unrounded = has(total, 'cbc:PayableRoundingAmount') ? toCents(subtractDecimal(found, rounding)) : found;
  return isSame(unrounded, due) || { found, expected: addDecimals(due, rounding), withTax, paid, rounding };
}

/** VAT of a category, within one unit of the currency. */
export function isVatOf(tax: Decimal, taxable: Decimal, percent: Decimal): boolean {
  const exact = divideDecimal(multiplyDecimals(absoluteDecimal(taxable), percent), hundred) ?? zero;
  return isWithinOne(absoluteDecimal(tax), toCents(exact));
}

/** Nought when rounded to a whole number. */
const isNought = (number: Decimal): boolean => sign(roundUpwards(number, 0)) === 0;

function vatOfSubtotal(place: Place): Verdict {
  const [tax, taxable] = [numberAt(place, 'cbc:TaxAmount'), numberAt(place, 'cbc:TaxableAmount')];
  const rate = first(all(place, 'cac:TaxCategory').filter(isVat)[0], 'cbc:Percent');
  const percent = number(rate);
  if (tax === undefined) return { tax, taxable, percent };
  const isNone = rate === undefined || (percent !== undefined && isNought(percent));
  if (isNone) return isNought(tax) || { tax, taxable, percent: percent ?? zero };
  return (percent !== undefined && taxable !== undefined && isVatOf(tax, taxable, percent)) || { tax, taxable, percent };
}

/** That the amounts are there, and that they add up. */
export const totalRules: readonly Rule[] = [
  isThere(
    'BR-12',
    totals,
    'cbc:LineExtensionAmount',
    'Radernas summa saknas (BT-106).',
    'The sum of the lines is missing (BT-106).',
  ),
  isThere(
    'BR-13',
    totals,
    'cbc:TaxExclusiveAmount',
    'Summan utan moms saknas (BT-109).',
    'The total without VAT is missing (BT-109).',
  ),
  isThere(
    'BR-14',
    totals,
    'cbc:TaxInclusiveAmount',
    'Summan med moms saknas (BT-112).',
    'The total with VAT is missing (BT-112).',
  ),
  isThere('BR-15', totals, 'cbc:PayableAmount', 'Beloppet att betala saknas (BT-115).', 'The amount to pay is missing (BT-115).'),
  isThere(
    'BR-45',
    subtotal,
    'cbc:TaxableAmount',
    'En momskategori saknar underlag (BT-116).',
    'A VAT category has no taxable amount (BT-116).',
  ),
  isThere(
    'BR-46',
    subtotal,
    'cbc:TaxAmount',
    'En momskategori saknar momsbelopp (BT-117).',
    'A VAT category has no tax amount (BT-117).',
  ),
  must(
    'BR-47',
    subtotal,
    (place) => all(place, 'cac:TaxCategory').some((category) => isVat(category) && has(category, 'cbc:ID')),
    'En del av momsen saknar kategori (BT-118).',
    'A part of the VAT has no category (BT-118).',
  ),
  must(
    'BR-48',
    subtotal,
    (place) => {
      const categories = all(place, 'cac:TaxCategory').filter(isVat);
      return categories.some((one) => has(one, 'cbc:Percent') || all(one, 'cbc:ID').some(({ value }) => value === 'O'));
    },
    'En momskategori saknar skattesats (BT-119).',
    'A VAT category has no rate (BT-119).',
  ),
  must(
    'BR-CO-10',
    totals,
    (total, invoice) => {
      const lines = [...invoice.everywhere('cac:InvoiceLine'), ...invoice.everywhere('cac:CreditNoteLine')];
      const sum = sumAt(lines, 'cbc:LineExtensionAmount');
      return says(numberAt(total, 'cbc:LineExtensionAmount'), sum === undefined ? undefined : toCents(sum));
    },
    'Radernas summa anges till {found} (BT-106), men raderna blir {expected}.',
    'The sum of the lines is said to be {found} (BT-106), but the lines add up to {expected}.',
  ),
  must(
    'BR-CO-11',
    totals,
    sumOf(isAllowance, 'cbc:AllowanceTotalAmount'),
    'Avdragens summa anges till {found} (BT-107), men avdragen blir {expected}.',
    'The sum of the allowances is said to be {found} (BT-107), but they add up to {expected}.',
  ),
  must(
    'BR-CO-12',
    totals,
    sumOf(isCharge, 'cbc:ChargeTotalAmount'),
    'Tilläggens summa anges till {found} (BT-108), men tilläggen blir {expected}.',
    'The sum of the charges is said to be {found} (BT-108), but they add up to {expected}.',
  ),
  must(
    'BR-CO-13',
    totals,
    withoutVat,
    'Summan utan moms anges till {found} (BT-109), men rader, avdrag och tillägg blir {expected}.',
    'The total without VAT is said to be {found} (BT-109), but lines, allowances and charges make {expected}.',
  ),
  must(
    'BR-CO-14',
    '/Invoice/cac:TaxTotal | /CreditNote/cac:TaxTotal',
    (total) => {
      const sum = sumAt([total], 'cac:TaxSubtotal/cbc:TaxAmount');
      return (
        !has(total, 'cac:TaxSubtotal') || says(numberAt(total, 'cbc:TaxAmount'), sum === undefined ? undefined : toCents(sum))
      );
    },
    'Momsen anges till {found} (BT-110), men kategoriernas moms blir {expected}.',
    'VAT is said to be {found} (BT-110), but the VAT of the categories adds up to {expected}.',
  ),
  must(
    'BR-CO-15',
    root,
    (place, invoice) => !has(place, 'cbc:DocumentCurrencyCode') || withVat(place, currency(invoice)),
    'Summan med moms anges till {found} (BT-112), men {net} och momsen {tax} blir {expected}.',
    'The total with VAT is said to be {found} (BT-112), but {net} and the VAT {tax} make {expected}.',
  ),
  must(
    'BR-CO-16',
    totals,
    toPay,
    'Att betala anges till {found} (BT-115), men {withTax} minus betalda {paid} och öresavrundning {rounding} blir {expected}.',
    'The amount to pay is said to be {found} (BT-115), but {withTax} less the paid {paid} and rounded by {rounding} is {expected}.',
  ),
  must(
    'BR-CO-17',
    subtotal,
    vatOfSubtotal,
    'Momsen {tax} (BT-117) är inte {percent} % av {taxable} (BT-116).',
    'The VAT {tax} (BT-117) is not {percent} % of {taxable} (BT-116).',
  ),
];
