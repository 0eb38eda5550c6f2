import { basisPoints, type Minor, minor, percentOf } from '../../base/money.ts';
import type { VatSum } from '../invoice-fields/index.ts';
import type { PrintedAmount } from './amounts.ts';
import type { Row } from './rows.ts';
import type { Span } from './spans.ts';

/** VAT at one rate, read off one row: proven, since the rate of the base is the VAT to the öre. */
export type VatRow = VatSum & { readonly baseMinor: Minor; readonly vatMinor: Minor; readonly row: number };

/** Swedish rates in percent; they need no '%' beside them to be seen. Source: mervärdesskattelagen (2023:200) 9 kap. */
export const swedishRates: readonly number[] = [25, 12, 6];

/** Rows where rate × base = VAT: a VAT table, or a summary row. The same rate and base twice is one. */
export function findVatRows(rows: readonly Row[], amounts: readonly Span<PrintedAmount>[]): readonly VatRow[] {
  const byRow = Map.groupBy(
    amounts.filter((span) => span.value.hasDecimals),
    (span) => span.tokens[0]?.row ?? -1,
  );
  const found = [...byRow].flatMap(([row, inRow]) => vatOfRow(rows[row], inRow));
  return found.filter(
    (one, index) =>
      found.findIndex(
        (other) => other.ratePercent === one.ratePercent && Math.abs(other.baseMinor) === Math.abs(one.baseMinor),
      ) === index,
  );
}

function vatOfRow(row: Row | undefined, amounts: readonly Span<PrintedAmount>[]): readonly VatRow[] {
  if (!row) return [];
  for (const ratePercent of ratesIn(row)) {
    for (const base of amounts) {
      for (const vat of amounts) {
        if (base.value.minor === 0 || !isLeftOf(base, vat)) continue;
        const isRight = ratePercent === 0 ? vat.value.minor === 0 : isVatOf(base.value.minor, vat.value.minor, ratePercent);
        if (!isRight) continue;
        return [{ ratePercent, baseMinor: base.value.minor, vatMinor: vat.value.minor, row: row.number }];
      }
    }
  }
  return [];
}

/** VAT that is labelled with its rate but printed without its base: 'Moms 25 %  1 290,63'. The rate's base is the net, if it fits. */
export function labelledVat(rows: readonly Row[], vat: readonly Span<PrintedAmount>[], net: number | null): readonly VatSum[] {
  return vat.flatMap((span) => {
    const row = rows[span.tokens[0]?.row ?? -1];
    const rates = row ? ratesIn(row).filter((rate) => rate > 0) : [];
    const fitting = rates.find((rate) => net !== null && isVatOf(Math.abs(net), Math.abs(span.value.minor), rate));
    const ratePercent = fitting ?? rates[0];
    if (ratePercent === undefined) return [];
    return [{ ratePercent, baseMinor: fitting === undefined ? null : net, vatMinor: span.value.minor }];
  });
}

/** The base stands before its VAT; the other way about it is a line's price and its sum of four. */
const isLeftOf = (base: Span<PrintedAmount>, vat: Span<PrintedAmount>): boolean =>
  (base.tokens[0]?.x0 ?? 0) < (vat.tokens[0]?.x0 ?? 0);

/** True when `vat` is the rate of `base`; summing VAT line by line may differ by an öre or two. */
export function isVatOf(base: number, vat: number, ratePercent: number): boolean {
  const exact = percentOf(minor(Math.abs(base)), basisPoints(Math.round(ratePercent * 100)));
  return Math.sign(base) === Math.sign(vat) && Math.abs(exact - Math.abs(vat)) <= 2;
}

/** The rates that a row names. A misread '%' leaves '120', '25$' or '6 No' behind: the arithmetic tells what it was. */
function ratesIn(row: Row): readonly number[] {
  const texts = row.tokens.map((token) => token.text);
  return texts.flatMap((text, index) => {
    const match = /^\(?(\d{1,2}(?:[.,]\d{1,2})?)\s*(%?)\)?:?$/.exec(text);
    const rate = Number(match?.[1]?.replace(',', '.') ?? Number.NaN);
    const marked = match?.[2] === '%' || texts[index + 1]?.startsWith('%') === true;
    if ((marked && rate >= 0 && rate < 30) || swedishRates.includes(rate) || text === '0' || (rate === 0 && index === 0))
      return [rate];
    return swedishRates.filter(
      (swedish) => text.startsWith(String(swedish)) && text.length <= String(swedish).length + 2 && !/[.,]/.test(text),
    );
  });
}
