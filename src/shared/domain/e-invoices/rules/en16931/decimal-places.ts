import { all, has } from '../place.ts';
import { must, type Rule } from '../rule.ts';
import { allowanceWay, decimals, isAllowance, isCharge, lineAllowanceWay } from '../ubl.ts';

/** Amounts have at most two decimals. Each amount has a rule of its own: number, where, which amount, and its term. */
const amounts: readonly (readonly [id: string, at: string, amount: string, term: string, sv: string, en: string])[] = [
  ['BR-DEC-01', 'allowance', 'Amount', 'BT-92', 'Avdraget', 'The allowance'],
  ['BR-DEC-02', 'allowance', 'BaseAmount', 'BT-93', 'Avdragets underlag', 'The base of the allowance'],
  ['BR-DEC-05', 'charge', 'Amount', 'BT-99', 'Tillägget', 'The charge'],
  ['BR-DEC-06', 'charge', 'BaseAmount', 'BT-100', 'Tilläggets underlag', 'The base of the charge'],
  ['BR-DEC-09', 'cac:LegalMonetaryTotal', 'LineExtensionAmount', 'BT-106', 'Radernas summa', 'The sum of the lines'],
  ['BR-DEC-10', 'cac:LegalMonetaryTotal', 'AllowanceTotalAmount', 'BT-107', 'Avdragens summa', 'The sum of the allowances'],
  ['BR-DEC-11', 'cac:LegalMonetaryTotal', 'ChargeTotalAmount', 'BT-108', 'Tilläggens summa', 'The sum of the charges'],
  ['BR-DEC-12', 'cac:LegalMonetaryTotal', 'TaxExclusiveAmount', 'BT-109', 'Summan utan moms', 'The total without VAT'],
  ['BR-DEC-14', 'cac:LegalMonetaryTotal', 'TaxInclusiveAmount', 'BT-112', 'Summan med moms', 'The total with VAT'],
  ['BR-DEC-16', 'cac:LegalMonetaryTotal', 'PrepaidAmount', 'BT-113', 'Det betalda beloppet', 'The amount paid'],
  ['BR-DEC-17', 'cac:LegalMonetaryTotal', 'PayableRoundingAmount', 'BT-114', 'Öresavrundningen', 'The rounding'],
  ['BR-DEC-18', 'cac:LegalMonetaryTotal', 'PayableAmount', 'BT-115', 'Beloppet att betala', 'The amount to pay'],
  ['BR-DEC-19', 'cac:TaxTotal/cac:TaxSubtotal', 'TaxableAmount', 'BT-116', 'Momsunderlaget', 'The taxable amount'],
  ['BR-DEC-20', 'cac:TaxTotal/cac:TaxSubtotal', 'TaxAmount', 'BT-117', 'Kategorins moms', 'The VAT of the category'],
  ['BR-DEC-23', 'line', 'LineExtensionAmount', 'BT-131', 'Radens nettobelopp', 'The net amount of the line'],
  ['BR-DEC-24', 'line allowance', 'Amount', 'BT-136', 'Radens avdrag', 'The allowance of the line'],
  ['BR-DEC-25', 'line allowance', 'BaseAmount', 'BT-137', 'Underlaget för radens avdrag', "The base of the line's allowance"],
  ['BR-DEC-27', 'line charge', 'Amount', 'BT-141', 'Radens tillägg', 'The charge of the line'],
  ['BR-DEC-28', 'line charge', 'BaseAmount', 'BT-142', 'Underlaget för radens tillägg', "The base of the line's charge"],
];

const ways: { readonly [at: string]: readonly [way: string, is: typeof isAllowance] } = {
  allowance: [allowanceWay, isAllowance],
  charge: [allowanceWay, isCharge],
  'line allowance': [lineAllowanceWay, isAllowance],
  'line charge': [lineAllowanceWay, isCharge],
};

export const decimalRules: readonly Rule[] = amounts.map(([id, at, amount, term, sv, en]) => {
  const [way, is] = ways[at] ?? [at, () => true];
  return must(
    id,
    way,
    (place) => {
      if (!has(place, `cbc:${amount}`) || !is(place)) return true;
      const long = all(place, `cbc:${amount}`).find(({ text }) => decimals(text) > 2);
      return long === undefined || { amount: long.value };
    },
    `${sv} {amount} har fler än två decimaler (${term}).`,
    `${en}, {amount}, has more than two decimals (${term}).`,
  );
});
