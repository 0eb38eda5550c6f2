import type { AmountName, DocumentType, Evidence, Field, VatSum } from '../invoice-fields/index.ts';
import type { PrintedAmount } from './amounts.ts';
import { type Candidate, toField } from './field.ts';
import { linksOf, type Reading } from './reading.ts';
import type { Token } from './rows.ts';
import type { Span } from './spans.ts';
import { chooseSums, type LabelledAmount, type Sums } from './sums.ts';
import { findVatRows, isVatOf, labelledVat, swedishRates, type VatRow } from './vat-table.ts';

/** An amount on the page, or reckoned from a VAT table (then without tokens). */
export type PlacedAmount = LabelledAmount & {
  readonly raw: string;
  readonly tokens: readonly Token[];
  readonly onPaymentLine: boolean;
};

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
  const all = isCredit ? turned(printed) : printed;
  const sums = chooseSums(all, vatRows);
  const inTable = vatRows.length > 0 ? vatRows : labelledVat(reading.rows, labelledAsVat(reading), sums.net?.minor ?? null);
  const sign = isCredit ? -1 : 1;
  const below = (amount: number | null): number | null => (isCredit && amount ? -Math.abs(amount) : amount);
  const vat = inTable.map((sum) => ({
    ratePercent: sum.ratePercent,
    baseMinor: below(sum.baseMinor),
    vatMinor: below(sum.vatMinor),
  }));
  return { sums, all, vat, sign };
}

/** Above zero, as if it were an invoice: signs are printed on all amounts of a credit note, on some, or on none. */
function turned(printed: readonly PlacedAmount[]): readonly PlacedAmount[] {
  const isSigned = printed.some((amount) => amount.as.total >= 0.5 && amount.minor < 0);
  return printed.map((amount) => {
    const isRounding = amount.as.rounding > 0.2 && Math.abs(amount.minor) < 100;
    return { ...amount, minor: isRounding ? amount.minor * (isSigned ? -1 : 1) : Math.abs(amount.minor) };
  });
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
  chosen: ChosenAmounts,
  documentType: DocumentType,
): { readonly [Name in AmountName]: Field<number> } {
  const isInvoice = documentType === 'invoice' || documentType === 'credit_note';
  const { sign } = chosen;
  const sums = isInvoice ? chosen.sums : onlyTotal(chosen.sums);
  const empty = isInvoice ? 'missing' : 'absent';
  const field = (part: Part): Field<number> => toField(candidatesFor(part, { ...chosen, sums }), { empty });
  return {
    netMinor: sums.net || !sums.total ? field('net') : toField(reckonNet({ ...chosen, sums }), { empty, maySafe: false }),
    vatMinor: field('vat'),
    roundingMinor: toField(roundingOf(sums, sign), { empty: 'absent' }),
    totalMinor: toField(candidatesFor('total', chosen), { empty: documentType === 'other' ? 'absent' : 'missing' }),
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
    ...(sums.agreement === 'rounded' && amount !== sums.total && isAtOneRate(sums)
      ? [{ kind: 'sum', ref: 'rate' } as const]
      : []),
    ...(amount.onPaymentLine ? [{ kind: 'payment-line', ref: 'total' } as const] : []),
  ];
}

/** Net and VAT prove each other where the one is a Swedish rate of the other, even if the rounding was not read. */
const isAtOneRate = ({ net, vat }: Sums<PlacedAmount>): boolean =>
  net !== null && vat !== null && swedishRates.some((rate) => isVatOf(net.minor, vat.minor, rate));

/** The rounding is what is left of the total; its printed sign varies. */
function roundingOf({ net, vat, rounding, total, agreement }: Sums<PlacedAmount>, sign: 1 | -1): readonly Candidate<number>[] {
  if (!net || !vat || !total || agreement === 'none') return [];
  const rest = minorOf(total.minor - net.minor - vat.minor, sign);
  if (rest === 0) return [];
  const evidence: readonly Evidence[] = rounding
    ? [
        { kind: 'label', ref: 'rounding' },
        { kind: 'sum', ref: 'net+vat=total' },
      ]
    : [{ kind: 'format', ref: 'whole-kronor' }];
  return [{ value: rest, raw: rounding?.raw ?? '', tokens: rounding?.tokens ?? [], score: 1, evidence }];
}

/** A net that is not printed is the total less its labelled VAT. */
function reckonNet({ sums, sign }: ChosenAmounts): readonly Candidate<number>[] {
  const { vat, total } = sums;
  if (!vat || !total || vat.as.vat < 0.5 || total.as.total < 0.5 || Math.abs(vat.minor) > Math.abs(total.minor) / 4) return [];
  return [
    {
      value: minorOf(total.minor - vat.minor, sign),
      raw: '',
      tokens: [],
      score: 1,
      evidence: [{ kind: 'format', ref: 'total-vat' }],
    },
  ];
}

function placedAmounts(reading: Reading): readonly PlacedAmount[] {
  const lineTotals = reading.paymentLines.flatMap((line) => (line.totalMinor === null ? [] : [line]));
  const doubtful = labelledOf(reading, reading.doubtful, true).filter(({ as }) => Math.max(as.net, as.vat, as.total) >= 0.25);
  const placed = [...labelledOf(reading, reading.amounts, false), ...doubtful].map((amount) => ({
    ...amount,
    paid: lineTotals.some((line) => line.totalMinor === amount.minor),
  }));
  const confirmed = placed.map(({ paid, ...amount }) => {
    const labelled = paid && (amount.as.total >= 0.3 || !placed.some((other) => other.paid && other.as.total > amount.as.total));
    return labelled ? { ...amount, as: { ...amount.as, total: amount.as.total + 1 }, onPaymentLine: true } : amount;
  });
  const onlyOnLine = lineTotals.filter((line) => !placed.some((amount) => amount.paid && amount.minor === line.totalMinor));
  return [
    ...confirmed,
    ...onlyOnLine.map((line) => ({
      minor: line.totalMinor ?? 0,
      raw: line.raw,
      tokens: line.tokens,
      as: { net: 0, vat: 0, rounding: 0, total: 1 },
      doubtful: false,
      onPaymentLine: true,
    })),
  ];
}

/** Amounts with the strength of their labels; half of it for those whose decimals are reckoned. */
function labelledOf(reading: Reading, spans: readonly Span<PrintedAmount>[], doubtful: boolean): readonly PlacedAmount[] {
  const links = linksOf(reading, spans);
  return spans.map((span) => {
    const scoreOf = (kind: Part | 'rounding'): number =>
      (links(kind).find((link) => link.span === span)?.score ?? 0) * (doubtful ? 0.5 : 1);
    const as = { net: scoreOf('net'), vat: scoreOf('vat'), rounding: scoreOf('rounding'), total: scoreOf('total') };
    return { minor: span.value.minor, raw: span.raw, tokens: span.tokens, as, doubtful, onPaymentLine: false };
  });
}

/** Bases and VAT of all rates summed: the net and VAT of an invoice that prints them by rate only. */
function reckoned(vatRows: readonly VatRow[]): readonly PlacedAmount[] {
  if (vatRows.length < 2) return [];
  const nothing = { net: 0, vat: 0, rounding: 0, total: 0 };
  const of = (minor: number, as: LabelledAmount['as']): PlacedAmount => ({
    minor,
    raw: '',
    tokens: [],
    as,
    doubtful: false,
    onPaymentLine: false,
  });
  return [
    of(
      vatRows.reduce((sum, row) => sum + row.baseMinor, 0),
      { ...nothing, net: 0.4 },
    ),
    of(
      vatRows.reduce((sum, row) => sum + row.vatMinor, 0),
      { ...nothing, vat: 0.4 },
    ),
  ];
}
