import { addDecimals, divideDecimal, multiplyDecimals, subtractDecimal, zero } from '../../../../base/decimal.ts';
import { hundred, isSame, isWithinTwoCents, number, numberAt, one, roundUpwards, sign, sumAt, toCents } from '../decimal.ts';
import { all, count, first, has, type Invoice, type Place, said } from '../place.ts';
import { must, type Rule, type Verdict } from '../rule.ts';
import { allowanceWay, lineAllowanceWay } from '../ubl.ts';

const adjustments = `${allowanceWay} | ${lineAllowanceWay}`;
const isGiven = (place: Place) => ({ percent: has(place, 'cbc:MultiplierFactorNumeric'), base: has(place, 'cbc:BaseAmount') });
/** A factor without its base, or the other way round, is told of by R041 and R042; no more is then asked of it. */
const isWhole = (place: Place): boolean => isGiven(place).percent === isGiven(place).base;

function isItsShare(place: Place): Verdict {
  if (!isGiven(place).percent || !isGiven(place).base) return true;
  const [base, percent] = [numberAt(place, 'cbc:BaseAmount'), numberAt(place, 'cbc:MultiplierFactorNumeric')];
  const amount = has(place, 'cbc:Amount') ? numberAt(place, 'cbc:Amount') : zero;
  if (base === undefined || percent === undefined || amount === undefined) return { amount, base, percent };
  const expected = divideDecimal(multiplyDecimals(base, percent), hundred) ?? zero;
  return isWithinTwoCents(amount, expected) || { amount, base, percent, expected: roundUpwards(expected, 4) };
}

const given = (line: Place, way: string, otherwise = zero) => (has(line, way) ? numberAt(line, way) : otherwise);

/** Quantity × price, plus charges, less allowances. */
function isQuantityTimesPrice(line: Place, invoice: Invoice): Verdict {
  const found = given(line, 'cbc:LineExtensionAmount');
  const quantity = given(line, invoice.isCreditNote ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', one);
  const price = given(line, 'cac:Price/cbc:PriceAmount');
  const base = given(line, 'cac:Price/cbc:BaseQuantity', one);
  const adjusted = (indicator: string) =>
    sumAt(
      all(line, 'cac:AllowanceCharge').filter((place) => said(place, 'cbc:ChargeIndicator') === indicator),
      'cbc:Amount',
    );
  const [allowances, charges] = [adjusted('false'), adjusted('true')];
  const values = { line: said(line, 'cbc:ID'), found, quantity, price, base, allowances, charges };
  if (found === undefined || quantity === undefined || price === undefined || base === undefined) return values;
  if (allowances === undefined || charges === undefined) return values;
  const gross = multiplyDecimals(quantity, divideDecimal(price, base) ?? price);
  const expected = subtractDecimal(addDecimals(gross, toCents(charges)), toCents(allowances));
  return isWithinTwoCents(found, expected) || { ...values, expected: roundUpwards(expected, 4) };
}

/** The period of a line lies within that of the invoice. Days as text: they sort as they fall. */
const isWithin = (id: string, way: string, isIn: (day: string, bound: string) => boolean, sv: string, en: string): Rule =>
  must(
    id,
    `/Invoice/line/cac:InvoicePeriod/${way} | /CreditNote/line/cac:InvoicePeriod/${way}`,
    (day, invoice) => {
      const bound = first(invoice.root, `cac:InvoicePeriod/${way}`);
      return bound === undefined || isIn(day.value, bound.value) || { bound: bound.value };
    },
    sv,
    en,
  );

/** Allowances, charges and lines. */
export const peppolLineRules: readonly Rule[] = [
  must(
    'PEPPOL-EN16931-R040',
    adjustments,
    (place) => !isWhole(place) || isItsShare(place),
    'Avdraget eller tillägget är {amount}, men {percent} % av {base} är {expected}.',
    'The allowance or charge is {amount}, but {percent} % of {base} is {expected}.',
  ),
  must(
    'PEPPOL-EN16931-R041',
    adjustments,
    (place) => !isGiven(place).percent || isGiven(place).base,
    'Avdraget eller tillägget har en procentsats men inget underlag.',
    'The allowance or charge has a percentage but no base.',
  ),
  must(
    'PEPPOL-EN16931-R042',
    adjustments,
    (place) => isGiven(place).percent || !isGiven(place).base,
    'Avdraget eller tillägget har ett underlag men ingen procentsats.',
    'The allowance or charge has a base but no percentage.',
  ),
  must(
    'PEPPOL-EN16931-R043',
    adjustments,
    (place) => {
      const indicator = said(place, 'cbc:ChargeIndicator');
      return !isWhole(place) || indicator === 'true' || indicator === 'false' || { indicator };
    },
    'Om det är avdrag eller tillägg anges som ”{indicator}”; det ska vara false eller true.',
    'Whether it is an allowance or a charge is said as “{indicator}”; it must be false or true.',
  ),
  must(
    'PEPPOL-EN16931-R044',
    'cac:Price/cac:AllowanceCharge',
    (place) => said(place, 'cbc:ChargeIndicator') === 'false',
    'På ett pris får bara avdrag göras, inte tillägg.',
    'A price may only have a discount, not a charge.',
  ),
  must(
    'PEPPOL-EN16931-R046',
    'cac:Price/cac:AllowanceCharge',
    (place) => {
      if (!has(place, 'cbc:BaseAmount')) return true;
      const [price, gross] = [numberAt(place.parent, 'cbc:PriceAmount'), numberAt(place, 'cbc:BaseAmount')];
      const discount = numberAt(place, 'cbc:Amount');
      const expected = gross !== undefined && discount !== undefined ? subtractDecimal(gross, discount) : undefined;
      return isSame(price, expected) || { price, gross, discount };
    },
    'Priset {price} (BT-146) är inte bruttopriset {gross} minus avdraget {discount}.',
    'The price {price} (BT-146) is not the gross price {gross} less the discount {discount}.',
  ),
  must(
    'PEPPOL-EN16931-R100',
    'line',
    (line) => count(line, 'cac:DocumentReference') <= 1,
    'Raden har mer än ett fakturerat objekt (BT-128).',
    'The line has more than one invoiced object (BT-128).',
  ),
  must(
    'PEPPOL-EN16931-R101',
    'line',
    (line) =>
      !has(line, 'cac:DocumentReference') ||
      all(line, 'cac:DocumentReference/cbc:DocumentTypeCode').some(({ text }) => text === '130'),
    'Radens hänvisning till ett dokument får bara gälla fakturerat objekt, med typkod 130 (BT-128).',
    "The line's reference to a document may only be to an invoiced object, of type 130 (BT-128).",
  ),
  isWithin(
    'PEPPOL-EN16931-R110',
    'cbc:StartDate',
    (day, bound) => day >= bound,
    'Radens period börjar {value}, före faktureringsperioden {bound} (BT-134, BT-73).',
    'The period of the line begins on {value}, before the invoicing period, {bound} (BT-134, BT-73).',
  ),
  isWithin(
    'PEPPOL-EN16931-R111',
    'cbc:EndDate',
    (day, bound) => day <= bound,
    'Radens period slutar {value}, efter faktureringsperioden {bound} (BT-135, BT-74).',
    'The period of the line ends on {value}, after the invoicing period, {bound} (BT-135, BT-74).',
  ),
  must(
    'PEPPOL-EN16931-R120',
    'line',
    isQuantityTimesPrice,
    'Rad {line} är {found} (BT-131), men {quantity} × {price} / {base} + {charges} − {allowances} är {expected}.',
    'Line {line} is {found} (BT-131), but {quantity} × {price} / {base} + {charges} − {allowances} is {expected}.',
  ),
  must(
    'PEPPOL-EN16931-R121',
    'line',
    (line) => {
      const base = first(line, 'cac:Price/cbc:BaseQuantity');
      return base === undefined || sign(number(base)) === 1 || { base: base.value };
    },
    'Priset gäller {base} enheter; det ska vara fler än noll (BT-149).',
    'The price is for {base} units; they must be more than zero (BT-149).',
  ),
  must(
    'PEPPOL-EN16931-R130',
    'cac:Price/cbc:BaseQuantity',
    (base, invoice) => {
      const [unit, line] = [base.attribute('unitCode'), base.parent?.parent];
      const isCounted = has(line, 'cbc:InvoicedQuantity') || has(line, 'cbc:CreditedQuantity');
      const quantity = first(line, invoice.isCreditNote ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity');
      const other = quantity?.attribute('unitCode');
      return unit === undefined || !isCounted || unit === other || { unit, other: other ?? '' };
    },
    'Priset är per {unit} (BT-150), men antalet räknas i {other} (BT-130).',
    'The price is per {unit} (BT-150), but the quantity is counted in {other} (BT-130).',
  ),
];
