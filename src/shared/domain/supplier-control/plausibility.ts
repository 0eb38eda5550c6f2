import { addDays, type Day, daysBetween } from '../../base/day.ts';
import type { ControlLimits } from './control-limits.ts';

/** What of an invoice is held against its supplier's history. */
export type HistoryPoint = { readonly totalMinor: number; readonly invoiceDate: Day; readonly number: string | null };

export const plausibilityCodes = [
  'amount-unusual',
  'new-supplier-high-amount',
  'round-sum',
  'split-under-limit',
  'unusually-often',
] as const;
export type PlausibilityCode = (typeof plausibilityCodes)[number];

/** Something out of the ordinary: for information, or to be looked at (`warning`). It stops nothing by itself. */
export type PlausibilityRemark = {
  readonly code: PlausibilityCode;
  readonly severity: 'information' | 'warning';
  /** Figures for the sentence: amounts in minor units. */
  readonly detail: { readonly [name: string]: number };
};

type Rule = (own: HistoryPoint, history: readonly HistoryPoint[], limits: ControlLimits) => readonly PlausibilityRemark[];

/** Fewer invoices than this are no history. */
const leastHistory = 5;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** A spread less than this (15 % up or down) is not believed: a supplier with the same amount every time may change its price. */
const leastSpread = 0.15;
/** Of amounts that vary by chance about one in a hundred thousand lies so many spreads above the middle. */
const unusualSpreads = 4.5;
const unusualTimes = 3;
/** A supplier that has asked for about as much before (25 % up or down) does so again: one of several subscriptions. */
const likeAmount = Math.log(1.25);

/**
 * Far more than the supplier's invoices are: by the median and the median deviation of the logarithms, which a few odd amounts do not move.
 *
 * Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993), the modified z score; the bounds are our own.
 */
const amountIsUsual: Rule = ({ totalMinor }, history) => {
  const amounts = history.map((point) => point.totalMinor).filter((amount) => amount > 0);
  if (totalMinor <= 0 || amounts.length < leastHistory) return [];
  const logs = amounts.map(Math.log);
  if (logs.some((log) => Math.abs(Math.log(totalMinor) - log) <= likeAmount)) return [];
  const middle = median(logs);
  const spread = Math.max(leastSpread, median(logs.map((each) => Math.abs(each - middle))) / 0.6745);
  const usual = median(amounts);
  const isFar = (Math.log(totalMinor) - middle) / spread > unusualSpreads && totalMinor > unusualTimes * usual;
  return isFar
    ? [{ code: 'amount-unusual', severity: 'warning', detail: { total: totalMinor, usual, invoices: amounts.length } }]
    : [];
};

const newSupplierIsModest: Rule = ({ totalMinor }, history, { newSupplierOre: limit }) =>
  history.length === 0 && totalMinor >= limit
    ? [{ code: 'new-supplier-high-amount', severity: 'warning', detail: { total: totalMinor, limit } }]
    : [];

const thousandKronor = 100_000;
const isRound = (amount: number): boolean => amount % thousandKronor === 0;

/** Whole thousands from a supplier that does not ask for such: an estimate, or made up. */
const sumIsNotRound: Rule = ({ totalMinor }, history, { roundFromOre }) => {
  if (totalMinor < roundFromOre || !isRound(totalMinor) || history.length < leastHistory) return [];
  const usually = history.filter((point) => isRound(point.totalMinor)).length;
  return usually * 20 > history.length ? [] : [{ code: 'round-sum', severity: 'information', detail: { total: totalMinor } }];
};

const splitDays = 14;
/** In percent of the limit: less than this is not just under it. */
const justUnderPercent = 70;

/** Several invoices within two weeks, each just under a limit and together above it. */
const isNotSplit: Rule = (own, history, { splitLimitsOre }) =>
  splitLimitsOre.flatMap((limit) => {
    const isUnder = ({ totalMinor }: HistoryPoint) => totalMinor < limit && totalMinor * 100 >= limit * justUnderPercent;
    if (!isUnder(own)) return [];
    const parts = history.filter(
      (point) => isUnder(point) && Math.abs(daysBetween(point.invoiceDate, own.invoiceDate)) <= splitDays,
    );
    const before = history.filter((point) => isUnder(point)).length - parts.length;
    if (parts.length === 0 || before >= 2) return []; // it always asks for about so much
    const sum = parts.reduce((total, point) => total + point.totalMinor, own.totalMinor);
    return [{ code: 'split-under-limit', severity: 'warning', detail: { limit, sum, invoices: parts.length + 1 } }];
  });

const frequencyDays = 30;

/** Many more invoices in a month than the supplier sends in other months. */
const isNotTooOften: Rule = (own, history) => {
  const from = addDays(own.invoiceDate, -frequencyDays);
  const recent = history.filter(({ invoiceDate }) => invoiceDate > from && invoiceDate <= own.invoiceDate).length + 1;
  const older = history.filter(({ invoiceDate }) => invoiceDate <= from).map(({ invoiceDate }) => invoiceDate);
  const [first] = [...older].sort();
  if (first === undefined || older.length < leastHistory) return [];
  const months = Math.max(1, daysBetween(first, from) / frequencyDays);
  const usual = older.length / months;
  return recent >= 3 * usual + 4
    ? [{ code: 'unusually-often', severity: 'information', detail: { recent, usual: Math.round(usual) } }]
    : [];
};

const rules: readonly Rule[] = [amountIsUsual, newSupplierIsModest, sumIsNotRound, isNotSplit, isNotTooOften];

/** What is out of the ordinary of an invoice, held against the supplier's latest invoices (some tens of them). A new rule is a line above. */
export const implausible: Rule = (own, history, limits) => rules.flatMap((rule) => rule(own, history, limits));
