import { isVatOf, swedishRates } from './vat-table.ts';

/** One printed amount, and how well it is labelled as net, VAT, rounding and total (0..1 each). Minor units. */
export type LabelledAmount = {
  readonly minor: number;
  /** Its decimals were reckoned and not read: it counts only where all adds up. */
  readonly doubtful: boolean;
  readonly as: { readonly net: number; readonly vat: number; readonly rounding: number; readonly total: number };
};

/** Amounts that go together: net + VAT + rounding = total. Null: not printed, or not found. */
export type Sums<Amount extends LabelledAmount = LabelledAmount> = {
  readonly net: Amount | null;
  readonly vat: Amount | null;
  readonly rounding: Amount | null;
  readonly total: Amount | null;
  /** `exact`: all printed and adding up; `rounded`: but for an unprinted öre rounding; `none`: not tried or not adding up. */
  readonly agreement: 'exact' | 'rounded' | 'none';
};

const mostTried = 14;

/**
 * Chooses the amounts jointly: labels speak for each, arithmetic for them together, and a triple that adds up beats
 * any that does not. Without `net + VAT = total` the best label of each decides.
 */
export function chooseSums<Amount extends LabelledAmount>(
  amounts: readonly Amount[],
  rates: readonly RateSum[] = [],
): Sums<Amount> {
  const totals = ranked(amounts, 'total');
  const nets: readonly (Amount | null)[] = [...ranked(amounts, 'net'), null];
  const vats: readonly (Amount | null)[] = [...ranked(amounts, 'vat'), null];
  const roundings = amounts.filter((amount) => amount.as.rounding > 0.2 && Math.abs(amount.minor) < 100);
  const strongest = Math.max(...totals.map((amount) => amount.as.total), 0);
  let best: { readonly sums: Sums<Amount>; readonly merit: number } | undefined;
  for (const total of totals) {
    for (const net of nets) {
      for (const vat of vats) {
        const tried = weigh({ net, vat, total }, roundings);
        const weaker = Math.min(strongest, 1.4) - total.as.total > 0.25 ? 0.8 : 0;
        const merit = tried && tried.merit + meritByRates({ net, vat, total }, rates, strongest) - weaker;
        if (tried && merit !== undefined && (!best || merit > best.merit)) best = { sums: tried.sums, merit };
      }
    }
  }
  if (best && (isOneOfSeveral(best.sums, rates) || isPart(best.sums, strongest))) return { ...best.sums, agreement: 'none' };
  return best?.sums ?? { net: null, vat: null, rounding: null, total: null, agreement: 'none' };
}

/** Something else is named as the sum to pay more plainly. */
const isPart = ({ total }: Sums, strongest: number): boolean => Math.min(strongest, 1.4) - (total?.as.total ?? 0) > 0.25;

/** Net and VAT at one rate, as a row of a VAT table proves them. */
export type RateSum = { readonly baseMinor: number; readonly vatMinor: number };

type Triple<Amount> = { readonly net: Amount | null; readonly vat: Amount | null; readonly total: Amount };

function weigh<Amount extends LabelledAmount>({ net, vat, total }: Triple<Amount>, roundings: readonly Amount[]) {
  if ((net && net === total) || (vat && vat === total) || (net && net === vat)) return undefined;
  if (vat && vat.as.rounding > vat.as.vat) return undefined;
  const labels = total.as.total + (net?.as.net ?? 0) + (vat?.as.vat ?? 0);
  const doubtful = [net, vat, total].some((amount) => amount?.doubtful);
  const alone = { net, vat, total, rounding: null, agreement: 'none' } as const;
  if ((!net || !vat) && doubtful) return undefined;
  if (!net || !vat) return { sums: { ...alone, rounding: roundings[0] ?? null }, merit: labels };
  if (labels < 0.3) return undefined;
  const rest = total.minor - net.minor - vat.minor;
  const rounding = rest === 0 ? null : (roundings.find((amount) => amount.minor === rest) ?? null);
  const rates = likelihoodOfRate(net.minor, vat.minor);
  const explained = rounding ? rounding.as.rounding * 0.6 : 0;
  if (rest === 0 || rounding)
    return { sums: { ...alone, rounding, agreement: 'exact' } as const, merit: labels + 1.5 + rates + explained };
  if (doubtful) return undefined;
  if (Math.abs(rest) < 100 && total.minor % 100 === 0)
    return { sums: { ...alone, agreement: 'rounded' } as const, merit: labels + 0.9 + rates };
  return { sums: alone, merit: labels - 1 };
}

/** All rates together speak for the sums; one rate of several is no sum, unless its total is the best labelled. */
function meritByRates<Amount extends LabelledAmount>(
  { net, vat, total }: Triple<Amount>,
  rates: readonly RateSum[],
  strongest: number,
): number {
  if (rates.length < 2 || !net || !vat) return 0;
  const all = rates.reduce((sum, rate) => sum + rate.baseMinor, 0);
  if (Math.abs(net.minor) === Math.abs(all)) return 0.5;
  const isOne = isOneOfSeveral({ net, vat }, rates);
  return isOne ? (total.as.total < strongest - 0.2 ? -2 : -0.8) : 0;
}

/** Base and VAT of one rate add up too, but they are a part of the sums. */
function isOneOfSeveral({ net, vat }: Pick<Sums, 'net' | 'vat'>, rates: readonly RateSum[]): boolean {
  const same = (rate: RateSum): boolean =>
    Math.abs(rate.baseMinor) === Math.abs(net?.minor ?? 0) && Math.abs(rate.vatMinor) === Math.abs(vat?.minor ?? 0);
  return rates.length > 1 && rates.some(same);
}

/** One Swedish rate exactly, a mixture of rates, or nothing that VAT may be. */
function likelihoodOfRate(net: number, vat: number): number {
  if (vat === 0) return 0;
  if (swedishRates.some((rate) => isVatOf(net, vat, rate))) return 0.6;
  return vat / net > 0 && vat / net <= 0.27 ? 0.1 : -1.5;
}

/** The likeliest amounts for a part. Large unlabelled amounts follow the labelled, since a label may be lost in reading. */
function ranked<Amount extends LabelledAmount>(amounts: readonly Amount[], part: 'net' | 'vat' | 'total'): readonly Amount[] {
  const size = (amount: Amount): number => Math.abs(amount.minor);
  const largest = Math.max(...amounts.map(size), 1);
  const order = (amount: Amount): number => amount.as[part] + (0.15 * size(amount)) / largest;
  return [...amounts].sort((a, b) => order(b) - order(a)).slice(0, mostTried);
}
