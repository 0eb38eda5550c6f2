import { type Day, daysBetween } from '../../base/day.ts';
import type { SupplierInvoiceId } from '../../base/ids.ts';
import { areOfOneSeries, differInDigitsOnly, likenessOf, type NumberLikeness, stepsApart } from './invoice-numbers.ts';
import { type InvoiceTrace, nameKey, type SenderLikeness, senderLikeness } from './invoice-trace.ts';
import { bitsApart } from './picture-likeness.ts';

/**
 * Why an invoice may be another one (dubblett).
 *
 * - `same-number`: the same sender and number · `look-alike-number`: a number that looks like it, and the same total
 * - `same-reference`: the same OCR reference and total · `same-amount-and-day` · `same-picture`: the page looks the same
 * - `other-register`: the same under another supplier or none · `reminder`: a reminder of it, or one in an invoice's clothes
 */
export const twinKinds = [
  'same-number',
  'look-alike-number',
  'same-reference',
  'same-amount-and-day',
  'same-picture',
  'other-register',
  'reminder',
] as const;
export type TwinKind = (typeof twinKinds)[number];

/** What was found of two invoices, in words of the list above; `agrees` names what they have in common. */
export type TwinVerdict = {
  readonly otherId: SupplierInvoiceId;
  readonly kind: TwinKind;
  /** 0..1: how much speaks for it. Below `worthAsking` nobody is asked. */
  readonly score: number;
  readonly agrees: readonly Agreement[];
};
export type Agreement = 'sender' | 'number' | 'like-number' | 'total' | 'day' | 'reference' | 'payee' | 'picture';

export const worthAsking = 0.6;

/** All that is worth asking about, the strongest first. `others` are what the lookups found, and tell also what the sender bills regularly. */
export function judgeTwins(own: InvoiceTrace, others: readonly InvoiceTrace[]): readonly TwinVerdict[] {
  const habit = habitOf(own, others);
  return others
    .filter(({ id }) => id !== own.id)
    .flatMap((other) => judge(own, other, habit) ?? [])
    .filter(({ score }) => score >= worthAsking)
    .sort((a, b) => b.score - a.score || (a.otherId < b.otherId ? -1 : 1));
}

/**
 * What a sender is known to do with an amount. `isRegular`: it asks for it again and again, on two other days at least, as for a
 * subscription: the same amount then says nothing by itself. `isOneTooMany`: on this day it asks for it more often than on any other.
 * `isNew`: on no other day. `onDay`: how many others of this day there are.
 */
type Habit = { readonly isRegular: boolean; readonly isOneTooMany: boolean; readonly isNew: boolean; readonly onDay: number };

function habitOf(own: InvoiceTrace, others: readonly InvoiceTrace[]): Habit {
  const numbersOnDay = new Map<string, Set<string>>();
  for (const other of others) {
    if (other.id === own.id || other.totalMinor !== own.totalMinor || other.invoiceDate === null) continue;
    if (senderLikeness(own, other) !== 'same') continue;
    const numbers = numbersOnDay.get(other.invoiceDate) ?? new Set();
    numbersOnDay.set(other.invoiceDate, numbers.add(other.number ?? other.id));
  }
  const onDay = numbersOnDay.get(own.invoiceDate ?? '')?.size ?? 0;
  numbersOnDay.delete(own.invoiceDate ?? '');
  const most = Math.max(0, ...[...numbersOnDay.values()].map(({ size }) => size));
  return { isRegular: numbersOnDay.size >= 2, isOneTooMany: onDay + 1 > most, isNew: numbersOnDay.size === 0, onDay };
}

type Compared = {
  readonly sender: SenderLikeness;
  /** Undefined where one of them has no number. */
  readonly number: NumberLikeness | undefined;
  /** Two different numbers that the sender has given in one series; `batch`: one soon after the other. */
  readonly series: 'no' | 'one' | 'batch';
  /** They are alike but for digits that look like one another. */
  readonly digitsOnly: boolean;
  readonly total: boolean;
  /** Days between them; undefined where one is not known. */
  readonly days: number | undefined;
  readonly reference: boolean;
  readonly payee: boolean;
  /** Who ordered, where both say. */
  readonly buyer: 'same' | 'other' | 'unknown';
  readonly picture: boolean;
};

/** A picture scanned again differs in this many of its 64 bits, or fewer. */
const samePictureBits = 5;

function compare(one: InvoiceTrace, other: InvoiceTrace): Compared {
  return {
    sender: senderLikeness(one, other),
    number: one.number === null || other.number === null ? undefined : likenessOf(one.number, other.number),
    series: seriesOf(one.number, other.number),
    digitsOnly: one.number !== null && other.number !== null && differInDigitsOnly(one.number, other.number),
    total: one.totalMinor !== null && one.totalMinor === other.totalMinor,
    days:
      one.invoiceDate === null || other.invoiceDate === null
        ? undefined
        : Math.abs(daysBetween(one.invoiceDate as Day, other.invoiceDate as Day)),
    reference: one.ocrReference !== null && one.ocrReference.length >= 5 && one.ocrReference === other.ocrReference,
    buyer: buyerOf(one.buyerReference, other.buyerReference),
    payee: one.payees.some((payee) => other.payees.includes(payee)),
    picture: one.pixelHash !== null && other.pixelHash !== null && bitsApart(one.pixelHash, other.pixelHash) <= samePictureBits,
  };
}

/** Invoices that are written in one go, as for each of a customer's units, lie this close. */
const batchSteps = 200;

function seriesOf(one: string | null, other: string | null): Compared['series'] {
  if (one === null || other === null || !areOfOneSeries(one, other)) return 'no';
  const steps = stepsApart(one, other);
  return steps !== undefined && steps <= batchSteps ? 'batch' : 'one';
}

function buyerOf(one: string | null, other: string | null): Compared['buyer'] {
  if (one === null || other === null) return 'unknown';
  return nameKey(one) === nameKey(other) ? 'same' : 'other';
}

function judge(own: InvoiceTrace, other: InvoiceTrace, habit: Habit): TwinVerdict | undefined {
  const seen = compare(own, other);
  if (other.isNotice && !own.isNotice) return undefined; // it came before the invoice that it is about
  const found = isReminder(own, other, seen) ? (['reminder', 0.9] as const) : kindOf(seen, habit);
  return found && { otherId: other.id, kind: found[0], score: found[1], agrees: agreements(seen) };
}

type Found = readonly [TwinKind, number];

function kindOf(seen: Compared, habit: Habit): Found | undefined {
  return seen.sender === 'same' ? ofSameSender(seen, habit) : ofOtherSender(seen, habit);
}

/** Days between two invoices of a subscription, at least. */
const regularDays = 20;

function ofSameSender(seen: Compared, habit: Habit): Found | undefined {
  const { number, series, total, days, reference, picture } = seen;
  if (number === 'same') return ['same-number', 1];
  if (!total) return undefined;
  // A subscription's next invoice may have the same reference: then the days tell them apart.
  const isNext = habit.isRegular && days !== undefined && days >= regularDays;
  if ((number === 'look-alike' || number === 'prefix') && !isNext && !isAnotherOfSeries(seen, habit))
    return ['look-alike-number', 0.9];
  // A reference may be the customer's, and stand on all its invoices: where the numbers are two of one series it says nothing.
  if (reference && series === 'no' && !isNext) return ['same-reference', days === 0 || number === undefined ? 0.85 : 0.7];
  if (picture && (number === undefined || days === undefined || days === 0) && !isNext && series === 'no')
    return ['same-picture', 0.8];
  if (days !== 0) return undefined;
  if (number === undefined) return ['same-amount-and-day', 0.7];
  // Of the first invoices of a batch, as for each of a customer's units, the second is asked about and no more.
  const isUnusual = habit.isNew ? (habit.onDay <= 1 || series !== 'batch') && seen.buyer !== 'other' : habit.isOneTooMany;
  return isUnusual ? ['same-amount-and-day', 0.6] : undefined;
}

/** 1 and 7 look alike, and yet 2026-0001 and 2026-0007 may be January's and July's, or two of the invoices of one day. */
function isAnotherOfSeries({ digitsOnly, series, days, buyer }: Compared, { isRegular, isOneTooMany }: Habit): boolean {
  if (!digitsOnly || series === 'no' || days === undefined) return false;
  if (days >= regularDays) return true;
  return series === 'batch' && days === 0 && (buyer === 'other' || (buyer === 'unknown' && isRegular && !isOneTooMany));
}

/** The same invoice under another supplier in the register, or under none. Two strangers share a number now and then: more has to agree. */
function ofOtherSender(seen: Compared, { isRegular }: Habit): Found | undefined {
  const { sender, number, series, total, days, reference, payee, picture } = seen;
  if (!total) return undefined;
  const alike = number === 'same' || number === 'look-alike' || number === 'prefix';
  const isNext = isRegular && days !== undefined && days >= regularDays;
  if (sender === 'likely') {
    if (number === 'same') return ['other-register', 0.95];
    if (alike && (days === 0 || days === undefined)) return ['other-register', 0.85];
    if (reference && series === 'no' && !isNext) return ['other-register', 0.75];
    return payee && days === 0 && !isRegular && series === 'no' ? ['other-register', 0.6] : undefined;
  }
  if (sender === 'unknown' && alike && days === 0) return ['other-register', 0.8];
  if (alike && days === 0 && (reference || picture)) return ['other-register', 0.7];
  return undefined;
}

/**
 * The fees of a reminder and a collection demand, in öre, alone or together.
 *
 * Source: lagen (1981:739) om ersättning för inkassokostnader m.m. and förordningen (1981:1057): 60 and 180 kr; 450 kr in late payment by a business.
 */
const noticeFees: readonly number[] = [6_000, 18_000, 24_000, 45_000, 51_000];

/** One of two is about the other: a notice that bears its number or its reference and amount, or an invoice that is it again with a fee on top. */
function isReminder(own: InvoiceTrace, other: InvoiceTrace, { sender, number, reference, total }: Compared): boolean {
  if (sender === 'other') return false;
  const isSum = total || isWithFee(own, other);
  if (own.isNotice && number === 'same') return sender !== 'unknown' || isSum;
  return reference && isSum && number === undefined && (own.isNotice || !total);
}

function isWithFee(one: InvoiceTrace, other: InvoiceTrace): boolean {
  return one.totalMinor !== null && other.totalMinor !== null && noticeFees.includes(Math.abs(one.totalMinor - other.totalMinor));
}

function agreements({ sender, number, total, days, reference, payee, picture }: Compared): readonly Agreement[] {
  return [
    ...(sender === 'same' ? (['sender'] as const) : []),
    ...(number === 'same' ? (['number'] as const) : []),
    ...(number === 'look-alike' || number === 'prefix' ? (['like-number'] as const) : []),
    ...(total ? (['total'] as const) : []),
    ...(days === 0 ? (['day'] as const) : []),
    ...(reference ? (['reference'] as const) : []),
    ...(payee ? (['payee'] as const) : []),
    ...(picture ? (['picture'] as const) : []),
  ];
}
