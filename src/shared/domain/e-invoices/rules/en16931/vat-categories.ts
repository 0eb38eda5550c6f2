import { addDecimals, type Decimal, subtractDecimal } from '../../../../base/decimal.ts';
import { isSame, isWithinOne, number, numberAt, sign, sumAt } from '../decimal.ts';
import { all, has, type Invoice, type Place, said } from '../place.ts';
import { must, type Rule, root, type Values } from '../rule.ts';
import { isAllowance, isCharge, isVat, vatNumber } from '../ubl.ts';
import { isVatOf } from './totals.ts';
import { type Category, categories } from './vat-category.ts';

type Taxed = 'line' | 'allowance' | 'charge';
const taxed: readonly Taxed[] = ['line', 'allowance', 'charge'];
const named: { readonly [taxed in Taxed]: { sv: string; en: string; ending: string; ways: string } } = {
  line: { sv: 'En rad', en: 'A line', ending: '0', ways: 'line/cac:Item/cac:ClassifiedTaxCategory' },
  allowance: { sv: 'Ett avdrag', en: 'An allowance', ending: '1', ways: 'cac:AllowanceCharge/cac:TaxCategory' },
  charge: { sv: 'Ett tillägg', en: 'A charge', ending: '2', ways: 'cac:AllowanceCharge/cac:TaxCategory' },
};

const isOf = (category: Category, place: Place): boolean => said(place, 'cbc:ID') === category.code;

/** The tax categories of lines, of allowances or of charges, wherever they stand. */
function taxedAs(invoice: Invoice, what: Taxed): readonly Place[] {
  if (what === 'line') return invoice.everywhere('cac:ClassifiedTaxCategory');
  const is = what === 'allowance' ? isAllowance : isCharge;
  return invoice.everywhere('cac:AllowanceCharge').flatMap((place) => (is(place) ? all(place, 'cac:TaxCategory') : []));
}

const breakdown = 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory';

/** BR-x-01: what is taxed so, and the breakdown of VAT, agree. */
function hasItsBreakdown(category: Category, invoice: Invoice): boolean {
  const { isCounted, isVatOnly } = category.breakdown;
  const counts = (place: Place) => isOf(category, place) && (!isVatOnly || isVat(place));
  const parts = all(invoice.root, breakdown).filter(counts).length;
  const isOnLine = invoice.everywhere('cac:ClassifiedTaxCategory').some(counts);
  if (isCounted) return parts === 1 || (!isOnLine && !invoice.everywhere('cac:TaxCategory').some(counts));
  const isUsed =
    isOnLine || invoice.everywhere('cac:AllowanceCharge').some((place) => all(place, 'cac:TaxCategory').some(counts));
  return isUsed === parts > 0;
}

/** BR-x-02…04: who must be registered for VAT, or must not be, for what is taxed so. */
function isRegistered(category: Category, invoice: Invoice): boolean {
  const representative = vatNumber(all(invoice.root, 'cac:TaxRepresentativeParty')[0]) !== undefined;
  const sellerVat = vatNumber(invoice.seller) !== undefined;
  const buyerVat = vatNumber(invoice.buyer) !== undefined;
  if (category.parties === 'none') return !sellerVat && !representative && !buyerVat;
  const sellerAny = has(invoice.seller, 'cac:PartyTaxScheme/cbc:CompanyID');
  const isSeller = representative || (category.parties === 'seller' || category.parties === 'both' ? sellerAny : sellerVat);
  if (category.parties === 'both') return isSeller && (buyerVat || has(invoice.buyer, 'cac:PartyLegalEntity/cbc:CompanyID'));
  return isSeller && (category.parties !== 'both-vat' || buyerVat);
}

function isRegisteredFor(category: Category, what: Taxed, invoice: Invoice): boolean {
  const items = taxedAs(invoice, what).filter((place) => isOf(category, place));
  const own =
    category.parties === 'none' && what !== 'line' ? items.filter((place) => place.parent?.parent === invoice.root) : items;
  const ofVat = own.filter(isVat);
  const areAnyTax = category.anyTax?.includes(what) === true;
  if (areAnyTax && own.length > 0 && ofVat.length === 0 && what === 'line') return false;
  return (areAnyTax ? own : ofVat).length === 0 || isRegistered(category, invoice);
}

/** BR-x-05…07: the rate. */
function hasItsRate(category: Category, place: Place): boolean {
  if (category.rate === 'none') return !has(place, 'cbc:Percent');
  const percent = sign(numberAt(place, 'cbc:Percent'));
  return category.rate === 'any' ? percent === 0 || percent === 1 : percent === (category.rate === 'zero' ? 0 : 1);
}

/** BR-x-08: lines, less allowances, plus charges, that are taxed so; at one rate where the category has several. */
function taxable(
  category: Category,
  invoice: Invoice,
  rate: Decimal | undefined,
): { sum: Decimal | undefined; isFound: boolean } {
  const counts = (place: Place) =>
    isOf(category, place) && (rate === undefined || all(place, 'cbc:Percent').some((percent) => isSame(number(percent), rate)));
  const items = (way: string, category: string) => all(invoice.root, way).filter((item) => all(item, category).some(counts));
  const lines = items('line', 'cac:Item/cac:ClassifiedTaxCategory');
  const adjusted = items('cac:AllowanceCharge', 'cac:TaxCategory');
  const isElsewhere = invoice.everywhere('cac:AllowanceCharge').some((place) => all(place, 'cac:TaxCategory').some(counts));
  const [net, charges, allowances] = [
    sumAt(lines, 'cbc:LineExtensionAmount'),
    sumAt(adjusted.filter(isCharge), 'cbc:Amount'),
    sumAt(adjusted.filter(isAllowance), 'cbc:Amount'),
  ];
  const isKnown = net !== undefined && charges !== undefined && allowances !== undefined;
  return {
    sum: isKnown ? subtractDecimal(addDecimals(net, charges), allowances) : undefined,
    isFound: lines.length > 0 || isElsewhere,
  };
}

function addsUp(category: Category, place: Place, invoice: Invoice): true | Values {
  const found = numberAt(place.parent, 'cbc:TaxableAmount');
  const hasLines = invoice.everywhere('cac:InvoiceLine').length + invoice.everywhere('cac:CreditNoteLine').length > 0;
  if (!category.isByRate) {
    const { sum } = taxable(category, invoice, undefined);
    return (hasLines && isSame(found, sum)) || { found, expected: sum };
  }
  const rate = numberAt(place, 'cbc:Percent');
  if (rate === undefined) return true;
  const { sum, isFound } = taxable(category, invoice, rate);
  const isThere = category.code === 'S' ? isFound : hasLines;
  return (isThere && sum !== undefined && found !== undefined && isWithinOne(found, sum)) || { found, expected: sum };
}

function hasItsTax(category: Category, place: Place): true | Values {
  const [tax, base, percent] = [
    numberAt(place.parent, 'cbc:TaxAmount'),
    numberAt(place.parent, 'cbc:TaxableAmount'),
    numberAt(place, 'cbc:Percent'),
  ];
  const values = { tax, base, percent };
  if (!category.isByRate) return sign(tax) === 0 || values;
  return (tax !== undefined && base !== undefined && percent !== undefined && isVatOf(tax, base, percent)) || values;
}

/** BR-S-01…10, BR-Z-01…10 and so on: ten demands, the same for each category but for what `categories` says. */
const rulesOf = (category: Category): readonly Rule[] => {
  const { id, sv, en } = category;
  const part = `/Invoice/${breakdown} | /CreditNote/${breakdown}`;
  const isPart = (place: Place) => isOf(category, place) && isVat(place);
  const hasExemption = (place: Place) => has(place, 'cbc:TaxExemptionReason') || has(place, 'cbc:TaxExemptionReasonCode');
  return [
    must(
      `${id}-01`,
      root,
      (_, invoice) => hasItsBreakdown(category, invoice),
      `Momsuppdelningen (BG-23) ska ha ${category.breakdown.isCounted ? 'en enda del' : 'en del'} för ${sv} när något på fakturan har den kategorin, annars ingen.`,
      `The VAT breakdown (BG-23) must have ${category.breakdown.isCounted ? 'exactly one part' : 'a part'} for ${en} when something on the invoice has that category, else none.`,
    ),
    ...taxed.map((what) =>
      must(
        `${id}-0${2 + taxed.indexOf(what)}`,
        root,
        (_, invoice) => isRegisteredFor(category, what, invoice),
        `${named[what].sv} har kategorin ${sv}; då ${category.partiesSv}.`,
        `${named[what].en} is in the category ${en}; then ${category.partiesEn}.`,
      ),
    ),
    ...taxed.map((what) =>
      must(
        `${id}-0${5 + taxed.indexOf(what)}`,
        named[what].ways,
        (place) => {
          const isAsked =
            what === 'line' || (place.parent !== undefined && (what === 'charge' ? isCharge : isAllowance)(place.parent));
          return !isAsked || !isPart(place) || hasItsRate(category, place) || { rate: said(place, 'cbc:Percent') };
        },
        `${named[what].sv} med kategorin ${sv} har momssatsen {rate}; den ska ${category.rateSv}.`,
        `${named[what].en} in the category ${en} has the rate {rate}; it must ${category.rateEn}.`,
      ),
    ),
    must(
      `${id}-08`,
      part,
      (place, invoice) => !isPart(place) || addsUp(category, place, invoice),
      `Underlaget för ${sv} anges till {found} (BT-116), men rader, avdrag och tillägg blir {expected}.`,
      `The taxable amount of ${en} is said to be {found} (BT-116), but lines, allowances and charges make {expected}.`,
    ),
    must(
      `${id}-09`,
      part,
      (place) => !isPart(place) || hasItsTax(category, place),
      category.isByRate
        ? `Momsen {tax} (BT-117) för ${sv} är inte {percent} % av {base}.`
        : `Momsen för ${sv} ska vara noll, men är {tax} (BT-117).`,
      category.isByRate
        ? `The VAT {tax} (BT-117) of ${en} is not {percent} % of {base}.`
        : `The VAT of ${en} must be zero, but is {tax} (BT-117).`,
    ),
    must(
      `${id}-10`,
      part,
      (place) => !isPart(place) || hasExemption(place) === category.isExplained,
      category.isExplained
        ? `${sv} ska ha en orsak till att moms inte tas ut (BT-120, BT-121).`
        : `${sv} ska inte ha någon orsak till undantag från moms (BT-120, BT-121).`,
      category.isExplained
        ? `${en} must have a reason why no VAT is charged (BT-120, BT-121).`
        : `${en} must not have a reason for exemption from VAT (BT-120, BT-121).`,
    ),
  ];
};

export const vatCategoryRules: readonly Rule[] = categories.flatMap(rulesOf);
