import { basisPoints, type Minor, minor, percentOf } from '../../../src/shared/base/money.ts';
import * as goods from './goods.ts';
import type { Odds } from './odds.ts';

export type PaperLine = {
  readonly article: string;
  readonly description: string;
  /** A row of small type under it. */
  readonly remark: string | null;
  /** Hundredths: 2,5 is 250. */
  readonly quantityHundredths: number;
  readonly unit: string;
  readonly priceMinor: number;
  readonly discountPercent: number;
  readonly ratePercent: number;
  readonly amountMinor: number;
};

export type RateSum = { readonly ratePercent: number; readonly baseMinor: Minor; readonly vatMinor: Minor };
export type PaperSums = {
  readonly net: Minor;
  readonly vat: Minor;
  readonly rounding: Minor;
  readonly total: Minor;
  readonly byRate: readonly RateSum[];
};

type Asked = {
  readonly foreign: boolean;
  readonly reverseCharge: boolean;
  readonly count: number | undefined;
  readonly discountOften: boolean;
};

/** The lines of one invoice: goods or services of one or several rates, then perhaps a charge and a discount. */
export function drawLines(odds: Odds, { foreign, reverseCharge, count, discountOften }: Asked): readonly PaperLine[] {
  const many = count ?? odds.pick([1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 10, 12, 15, 22, 34]);
  const rates = ratesOf(odds, foreign || reverseCharge);
  const sellsServices = odds.often(0.4);
  const dear = odds.between(0.5, 3.2);
  const lines = Array.from({ length: many }, (_, at): PaperLine => {
    const isService = odds.often(sellsServices ? 0.85 : 0.1);
    const ratePercent = at < rates.length ? (rates[at] ?? 25) : odds.pick(rates);
    const quantityHundredths = odds.often(0.75)
      ? odds.whole(1, odds.pick([4, 30, 200])) * 100
      : (odds.whole(1, 600) * (odds.often(0.5) ? 25 : 50)) / (odds.often(0.5) ? 1 : 5);
    const price = Math.round(10 ** odds.between(1, 1 + dear)) * 100;
    const priceMinor = odds.often(0.5) ? price : price + odds.pick([50, 90, 95, 25, 33, 10]);
    const discountPercent = discountOften && odds.often(0.4) ? odds.pick([5, 10, 15, 20, 25]) : 0;
    return lineOf({
      article: articleOf(odds),
      description: foreign
        ? `${odds.pick(goods.foreignThings)} ${odds.digits(3)}`
        : isService
          ? goods.service(odds)
          : goods.thing(odds),
      remark: odds.often(0.12) ? odds.pick(goods.remarks) : null,
      quantityHundredths: Math.max(25, Math.round(quantityHundredths)),
      unit: isService ? odds.pick(goods.unitsOfServices) : odds.pick(goods.unitsOfThings),
      priceMinor,
      discountPercent,
      ratePercent,
    });
  });
  const [rate = 25] = rates;
  const extra = { article: '', remark: null, quantityHundredths: 100, unit: 'st', discountPercent: 0, ratePercent: rate };
  if (!foreign && odds.often(0.25))
    lines.push(lineOf({ ...extra, description: odds.pick(goods.charges), priceMinor: odds.whole(19, 600) * 100 }));
  const sum = lines.filter((line) => line.ratePercent === rate).reduce((total, line) => total + line.amountMinor, 0);
  if (!foreign && sum > 100_000 && odds.often(0.08))
    lines.push(
      lineOf({ ...extra, description: odds.pick(goods.discounts), priceMinor: -Math.round(sum * odds.pick([0.05, 0.1, 0.025])) }),
    );
  return lines;
}

const lineOf = (line: Omit<PaperLine, 'amountMinor'>): PaperLine => ({
  ...line,
  amountMinor: Math.round((line.quantityHundredths * line.priceMinor * (100 - line.discountPercent)) / 10_000),
});

function ratesOf(odds: Odds, untaxed: boolean): readonly [number, ...number[]] {
  if (untaxed) return [0];
  const drawn = odds.weighted({ '25': 70, '12': 5, '6': 5, '0': 4, '25+12': 6, '25+6': 4, '25+12+6': 3, '25+0': 3 });
  const [first = 25, ...rest] = drawn.split('+').map(Number);
  return [first, ...rest];
}

const articleOf = (odds: Odds): string =>
  odds.pick([
    odds.digits(5),
    odds.digits(7),
    `${odds.pick(['A', 'K', 'MT', 'SV'] as const)}-${odds.digits(3)}`,
    `${odds.digits(3)}.${odds.digits(3)}`,
    '',
  ] as const);

/** Net, VAT by rate, öre rounding and total; below zero on a credit note. */
export function sumsOf(
  lines: readonly PaperLine[],
  { sign, roundsToKronor }: { readonly sign: 1 | -1; readonly roundsToKronor: boolean },
): PaperSums {
  const rates = [...new Set(lines.map((line) => line.ratePercent))].sort((a, b) => b - a);
  const byRate = rates.map((ratePercent) => {
    const own = lines.filter((line) => line.ratePercent === ratePercent);
    const baseMinor = minor(sign * own.reduce((sum, line) => sum + line.amountMinor, 0));
    return { ratePercent, baseMinor, vatMinor: percentOf(baseMinor, basisPoints(ratePercent * 100)) };
  });
  const net = minor(byRate.reduce((sum, one) => sum + one.baseMinor, 0));
  const vat = minor(byRate.reduce((sum, one) => sum + one.vatMinor, 0));
  const exact = net + vat;
  const total = minor(roundsToKronor ? Math.round(exact / 100) * 100 : exact);
  return { net, vat, total, byRate, rounding: minor(total - exact) };
}
