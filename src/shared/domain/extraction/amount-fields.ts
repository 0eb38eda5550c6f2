import type { AmountName, DocumentType, Evidence, Field, VatSum } from '../invoice-fields/index.ts';
import type { PrintedAmount } from './amounts.ts';
import { type Candidate, toField } from './field.ts';
import { type PlacedAmount, placedAmounts, reckoned, turned, withoutStrokes } from './placed-amounts.ts';
import { byRate } from './proofs.ts';
import { linksOf, type Reading } from './reading.ts';
import type { Span } from './spans.ts';
import { chooseSums, type Sums } from './sums.ts';
import { findVatRows, isVatOf, labelledVat, swedishRates, type VatRow } from './vat-table.ts';

/** The amounts that were chosen together, and all that they were chosen among. */
export type ChosenAmounts = {
  readonly sums: Sums<PlacedAmount>;
  readonly all: readonly PlacedAmount[];
  readonly vat: readonly VatSum[];
  readonly sign: 1 | -1;
};

/** Chooses net, VAT, rounding and total. On a credit note all are below zero, however they are printed. */
export function chooseAmounts(reading: Reading, documentType: DocumentType): ChosenAmounts {
  const isCredit = documentType === 'credit_note';
  const vatRows = findVatRows(reading.rows, reading.amounts);
  const printed = [...placedAmounts(reading), ...reckoned(vatRows)];
  const all = isCredit ? turned(printed) : withoutStrokes(printed);
  const sums = chooseSums(all, vatRows);
  const inTable = vatByRate(reading, sums, vatRows);
  const sign = isCredit ? -1 : 1;
  const below = (amount: number | null): number | null => (isCredit && amount ? -Math.abs(amount) : amount);
  const vat = inTable.map((sum) => ({
    ratePercent: sum.ratePercent,
    baseMinor: below(sum.baseMinor),
    vatMinor: below(sum.vatMinor),
  }));
  return { sums, all, vat, sign };
}

/** The VAT table where it makes up the sums; else one rate that explains them; else what stands nearest to it. */
function vatByRate(reading: Reading, sums: Sums, vatRows: readonly VatRow[]): readonly VatSum[] {
  const explained = atOneRate(sums);
  const total = vatRows.reduce((sum, row) => sum + Math.abs(row.vatMinor), 0);
  const isWhole = vatRows.length > 0 && (explained.length === 0 || total === Math.abs(sums.vat?.minor ?? 0));
  if (isWhole) return vatRows;
  return explained.length > 0 ? explained : labelledVat(reading.rows, labelledAsVat(reading), sums.net?.minor ?? null);
}

/** Net and VAT that one Swedish rate explains; without VAT the rate is none. */
function atOneRate({ net, vat, total, agreement }: Sums): readonly VatSum[] {
  if (net && !vat && net.minor === total?.minor) return [{ ratePercent: 0, baseMinor: net.minor, vatMinor: 0 }];
  if (!net || !vat || agreement === 'none') return [];
  const rate = vat.minor === 0 ? 0 : swedishRates.find((one) => isVatOf(Math.abs(net.minor), Math.abs(vat.minor), one));
  return rate === undefined ? [] : [{ ratePercent: rate, baseMinor: net.minor, vatMinor: vat.minor }];
}

const labelledAsVat = (reading: Reading): readonly Span<PrintedAmount>[] =>
  linksOf(
    reading,
    reading.amounts,
  )('vat')
    .filter((link) => link.score >= 0.5)
    .map((link) => link.span);

const minorOf = (value: number, sign: 1 | -1): number => (value === 0 ? 0 : value * sign);

/** The four amounts as fields. A reminder or a demand need not show net and VAT. */
export function amountFields(
  reading: Reading,
  chosen: ChosenAmounts,
  documentType: DocumentType,
): { readonly [Name in AmountName]: Field<number> } {
  const isInvoice = documentType === 'invoice' || documentType === 'credit_note';
  const { sign } = chosen;
  const sums = isInvoice ? chosen.sums : onlyTotal(chosen.sums);
  const empty = isInvoice ? 'missing' : 'absent';
  const field = (part: Part): Field<number> =>
    toField(reading, `${part}Minor`, candidatesFor(part, { ...chosen, sums }), { empty });
  return {
    netMinor:
      sums.net || !sums.total
        ? field('net')
        : toField(reading, 'netMinor', reckonNet({ ...chosen, sums }), { empty, maySafe: false }),
    vatMinor: field('vat'),
    roundingMinor: toField(reading, 'roundingMinor', roundingOf(sums, sign), { empty: 'absent' }),
    totalMinor: toField(reading, 'totalMinor', candidatesFor('total', chosen), {
      empty: documentType === 'other' ? 'absent' : 'missing',
    }),
  };
}

/** A reminder names what is owed; a net or a VAT on it is a chance likeness unless it is labelled and adds up. */
function onlyTotal(sums: Sums<PlacedAmount>): Sums<PlacedAmount> {
  const { net, vat, agreement } = sums;
  const isProven = agreement === 'exact' && (net?.as.net ?? 0) >= 0.5 && (vat?.as.vat ?? 0) >= 0.5;
  return isProven ? sums : { ...sums, net: null, vat: null, rounding: null, agreement: 'none' };
}

type Part = 'net' | 'vat' | 'total';

function candidatesFor(part: Part, { sums, all, sign }: ChosenAmounts): readonly Candidate<number>[] {
  const chosen = sums[part];
  const others = all.filter((amount) => amount !== chosen && amount.as[part] >= 0.3);
  const candidate = (amount: PlacedAmount, score: number, evidence: readonly Evidence[]): Candidate<number> => ({
    value: minorOf(amount.minor, sign),
    raw: amount.raw,
    tokens: amount.tokens,
    score,
    evidence: [...evidence, ...labelEvidence(amount, part)],
  });
  const rest = others.map((amount) => candidate(amount, amount.as[part], []));
  return chosen ? [candidate(chosen, 9, proofsOf(chosen, sums)), ...rest] : [];
}

const labelEvidence = (amount: PlacedAmount, part: Part): readonly Evidence[] =>
  !amount.doubtful && amount.as[part] - (amount.onPaymentLine ? 1 : 0) >= 0.5 ? [{ kind: 'label', ref: part }] : [];

function proofsOf(amount: PlacedAmount, sums: Sums<PlacedAmount>): readonly Evidence[] {
  const isTotalKnown = (sums.total?.as.total ?? 0) >= 0.5;
  return [
    ...(sums.agreement === 'exact' && isTotalKnown ? [{ kind: 'sum', ref: 'net+vat=total' } as const] : []),
    ...(sums.agreement !== 'none' && amount !== sums.total && isAtOneRate(sums) ? [{ kind: 'sum', ref: byRate } as const] : []),
    ...(amount.onPaymentLine ? [{ kind: 'payment-line', ref: 'total' } as const] : []),
  ];
}

/** Net and VAT prove each other where the one is a Swedish rate of the other, even if the rounding was not read. */
const isAtOneRate = ({ net, vat }: Sums<PlacedAmount>): boolean =>
  net !== null && vat !== null && swedishRates.some((rate) => isVatOf(net.minor, vat.minor, rate));

/** The rounding is what is left of the total; its printed sign varies. Without a net it is as printed. */
function roundingOf({ net, vat, rounding, total, agreement }: Sums<PlacedAmount>, sign: 1 | -1): readonly Candidate<number>[] {
  if (!net || !vat || !total || agreement === 'none')
    return rounding ? [printedRounding(rounding, rounding.minor * sign, [])] : [];
  const rest = minorOf(total.minor - net.minor - vat.minor, sign);
  if (rest === 0) return [];
  if (rounding) return [printedRounding(rounding, rest, [{ kind: 'sum', ref: 'net+vat=total' }])];
  return [{ value: rest, raw: '', tokens: [], score: 1, evidence: [{ kind: 'format', ref: 'whole-kronor' }] }];
}

const printedRounding = ({ raw, tokens }: PlacedAmount, value: number, proofs: readonly Evidence[]): Candidate<number> => ({
  value,
  raw,
  tokens,
  score: 1,
  evidence: [{ kind: 'label', ref: 'rounding' }, ...proofs],
});

/** A net that is not printed is the total less its labelled VAT. */
function reckonNet({ sums, sign }: ChosenAmounts): readonly Candidate<number>[] {
  const { vat, total, rounding } = sums;
  if (!vat || !total || vat.as.vat < 0.5 || total.as.total < 0.5 || Math.abs(vat.minor) > Math.abs(total.minor) / 4) return [];
  return [
    {
      value: minorOf(total.minor - vat.minor - (rounding?.minor ?? 0), sign),
      raw: '',
      tokens: [],
      score: 1,
      evidence: [{ kind: 'format', ref: 'total-vat' }],
    },
  ];
}
