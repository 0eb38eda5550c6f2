import type { PrintedAmount } from './amounts.ts';
import { linksOf, type Reading } from './reading.ts';
import type { Token } from './rows.ts';
import type { Span } from './spans.ts';
import type { LabelledAmount } from './sums.ts';
import type { VatRow } from './vat-table.ts';

/** An amount on the page, or reckoned from a VAT table (then without tokens). */
export type PlacedAmount = LabelledAmount & {
  readonly raw: string;
  readonly tokens: readonly Token[];
  readonly onPaymentLine: boolean;
};

/** All amounts of the pages with what their labels and the payment line say of them. */
export function placedAmounts(reading: Reading): readonly PlacedAmount[] {
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
    const scoreOf = (kind: 'net' | 'vat' | 'total' | 'rounding'): number =>
      (links(kind).find((link) => link.span === span)?.score ?? 0) * (doubtful ? 0.5 : 1);
    const as = { net: scoreOf('net'), vat: scoreOf('vat'), rounding: scoreOf('rounding'), total: scoreOf('total') };
    return { minor: span.value.minor, raw: span.raw, tokens: span.tokens, as, doubtful, onPaymentLine: false };
  });
}

/** Bases and VAT of all rates summed: the net and VAT of an invoice that prints them by rate only. */
export function reckoned(vatRows: readonly VatRow[]): readonly PlacedAmount[] {
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

/** Above zero, as if it were an invoice: signs are printed on all amounts of a credit note, on some, or on none. */
export function turned(printed: readonly PlacedAmount[]): readonly PlacedAmount[] {
  const isSigned = printed.some((amount) => amount.as.total >= 0.5 && amount.minor < 0);
  return printed.map((amount) => {
    const isRounding = amount.as.rounding > 0.2 && Math.abs(amount.minor) < 100;
    return { ...amount, minor: isRounding ? amount.minor * (isSigned ? -1 : 1) : Math.abs(amount.minor) };
  });
}

/** A total below zero beside a net above it: what was read as its minus is a stroke or a smudge that stands before it. */
export function withoutStrokes(printed: readonly PlacedAmount[]): readonly PlacedAmount[] {
  const nets = printed.filter((amount) => amount.as.net >= 0.5 && amount.minor !== 0);
  if (nets.length === 0 || nets.some(({ minor }) => minor < 0)) return printed;
  return printed.map((amount) => (amount.as.total >= 0.5 && amount.minor < 0 ? { ...amount, minor: -amount.minor } : amount));
}
