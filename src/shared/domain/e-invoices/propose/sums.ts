import { addDecimals, type Decimal, divideDecimal, roundDecimal, zero } from '../../../base/decimal.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import {
  type AmountName,
  type Evidence,
  emptyField,
  type Field,
  type InvoiceLine,
  type VatSum,
} from '../../invoice-fields/index.ts';
import type { EInvoice } from '../e-invoice.ts';
import type { AmountTerm, Term } from '../terms.ts';
import { decimalOf } from '../values.ts';
import { fileField } from './file-field.ts';

/** On a credit note of the record all amounts are below zero; an e-invoice's are above. */
export type Sign = 1 | -1;

/** Whole minor units of two decimals; undefined for what is no amount, or too large to count in. */
function minorOf(term: Term | undefined, sign: Sign): number | undefined {
  const number = decimalOf(term);
  return number === undefined ? undefined : toMinor(number, sign);
}

function toMinor(number: Decimal, sign: Sign): number | undefined {
  const minor = sign * Number(roundDecimal(number, 2).units);
  return Number.isSafeInteger(minor) ? minor + 0 : undefined; // never -0
}

/** The sums, which are safe when they add up as the record adds them. */
export function sumFields({ totals }: EInvoice, sign: Sign): { readonly [Name in AmountName]: Field<number> } {
  const terms = { netMinor: totals?.withoutVat, vatMinor: totals?.vat, roundingMinor: totals?.rounding, totalMinor: totals?.due };
  const known = (term: AmountTerm | undefined): number => minorOf(term, sign) ?? 0;
  const addsUp = known(terms.netMinor) + known(terms.vatMinor) + known(terms.roundingMinor) === known(terms.totalMinor);
  const proofs: readonly Evidence[] = addsUp ? [{ kind: 'sum', ref: 'net+vat=total' }] : [];
  const read = (raw: string): Result<number, 'none'> => {
    const minor = minorOf({ raw, path: '' }, sign);
    return minor === undefined ? err('none') : ok(minor);
  };
  const sum = (name: AmountName, empty: 'missing' | 'absent'): Field<number> =>
    fileField(terms[name], { read, empty, maySafe: () => addsUp, proofs: () => proofs });
  const rounding = sum('roundingMinor', 'absent');
  return {
    netMinor: sum('netMinor', 'missing'),
    vatMinor: sum('vatMinor', 'absent'),
    roundingMinor: rounding.value === 0 ? emptyField('absent') : rounding,
    totalMinor: sum('totalMinor', 'missing'),
  };
}

const mostLines = 2_000;
const longestDescription = 500;

/** The lines as the record shows them; the whole of them is in the file. */
export const invoiceLines = ({ lines }: EInvoice, sign: Sign): readonly InvoiceLine[] =>
  lines.slice(0, mostLines).map(({ item, note, quantity, price, vat, net }) => ({
    description: (item?.name?.raw ?? item?.description?.raw ?? note?.raw ?? '').slice(0, longestDescription),
    quantity: numberOf(quantity),
    unitPriceMinor: unitPrice(price?.net, price?.baseQuantity),
    ratePercent: numberOf(vat?.rate),
    amountMinor: minorOf(net, sign) ?? null,
    page: null,
    box: null,
  }));

function unitPrice(net: Term | undefined, base: Term | undefined): number | null {
  const price = decimalOf(net);
  const each = price && divideDecimal(price, decimalOf(base) ?? one);
  return (each && toMinor(each, 1)) ?? null;
}
const one: Decimal = { units: 1n, decimals: 0 };

const numberOf = (term: Term | undefined): number | null => {
  const number = decimalOf(term);
  return number === undefined ? null : Number(number.units) / 10 ** number.decimals;
};

const mostRates = 20;

/** VAT by rate: categories of one rate together. */
export function vatSums({ vatBreakdown }: EInvoice, sign: Sign): readonly VatSum[] {
  const byRate = Map.groupBy(vatBreakdown, ({ rate }) => numberOf(rate) ?? 0);
  return [...byRate].slice(0, mostRates).map(([ratePercent, parts]) => ({
    ratePercent,
    baseMinor: sumOf(
      parts.map(({ taxableAmount }) => taxableAmount),
      sign,
    ),
    vatMinor: sumOf(
      parts.map(({ taxAmount }) => taxAmount),
      sign,
    ),
  }));
}

function sumOf(terms: readonly (Term | undefined)[], sign: Sign): number | null {
  const numbers = terms.map(decimalOf).filter((number) => number !== undefined);
  return numbers.length === 0 ? null : (toMinor(addDecimals(...numbers), sign) ?? null);
}

/** Whether what is to be paid is less than nothing. */
export const isBelowZero = ({ totals }: EInvoice): boolean => (decimalOf(totals?.due) ?? zero).units < 0n;
