import { type Day, daysBetween } from '../../base/day.ts';
import type { SupplierInvoiceId } from '../../base/ids.ts';
import { likenessOf, type NumberLikeness } from './invoice-numbers.ts';
import { type InvoiceTrace, type SenderLikeness, senderLikeness } from './invoice-trace.ts';
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
  const isRegular = billsRegularly(own, others);
  return others
    .filter(({ id }) => id !== own.id)
    .flatMap((other) => judge(own, other, isRegular) ?? [])
    .filter(({ score }) => score >= worthAsking)
    .sort((a, b) => b.score - a.score || (a.otherId < b.otherId ? -1 : 1));
}

/**
 * Whether the sender asks for this amount again and again, as for a subscription: on two other days, or for three things on one day.
 * The same amount then says nothing by itself.
 */
function billsRegularly(own: InvoiceTrace, others: readonly InvoiceTrace[]): boolean {
  const like = others.filter((other) => other.totalMinor === own.totalMinor && senderLikeness(own, other) === 'same');
  const days = new Set(like.flatMap(({ invoiceDate }) => (invoiceDate === own.invoiceDate ? [] : (invoiceDate ?? []))));
  const numbersOfDay = new Set(
    like.flatMap(({ invoiceDate, number }) => (invoiceDate === own.invoiceDate ? (number ?? []) : [])),
  );
  return days.size >= 2 || numbersOfDay.size >= 3;
}

type Compared = {
  readonly sender: SenderLikeness;
  /** Undefined where one of them has no number. */
  readonly number: NumberLikeness | undefined;
  readonly total: boolean;
  /** Days between them; undefined where one is not known. */
  readonly days: number | undefined;
  readonly reference: boolean;
  readonly payee: boolean;
  readonly picture: boolean;
};

/** A picture scanned again differs in this many of its 64 bits, or fewer. */
const samePictureBits = 5;

function compare(one: InvoiceTrace, other: InvoiceTrace): Compared {
  return {
    sender: senderLikeness(one, other),
    number: one.number === null || other.number === null ? undefined : likenessOf(one.number, other.number),
    total: one.totalMinor !== null && one.totalMinor === other.totalMinor,
    days:
      one.invoiceDate === null || other.invoiceDate === null
        ? undefined
        : Math.abs(daysBetween(one.invoiceDate as Day, other.invoiceDate as Day)),
    reference: one.ocrReference !== null && one.ocrReference.length >= 5 && one.ocrReference === other.ocrReference,
    payee: one.payees.some((payee) => other.payees.includes(payee)),
    picture: one.pixelHash !== null && other.pixelHash !== null && bitsApart(one.pixelHash, other.pixelHash) <= samePictureBits,
  };
}

function judge(own: InvoiceTrace, other: InvoiceTrace, isRegular: boolean): TwinVerdict | undefined {
  const seen = compare(own, other);
  const found = isReminder(own, other, seen) ? (['reminder', 0.9] as const) : kindOf(seen, isRegular);
  return found && { otherId: other.id, kind: found[0], score: found[1], agrees: agreements(seen) };
}

type Found = readonly [TwinKind, number];

function kindOf(seen: Compared, isRegular: boolean): Found | undefined {
  if (seen.sender === 'same') return ofSameSender(seen, isRegular);
  return ofOtherSender(seen, isRegular);
}

/** Days between two invoices of a subscription, at least. */
const regularDays = 20;

function ofSameSender({ number, total, days, reference, picture }: Compared, isRegular: boolean): Found | undefined {
  if (number === 'same') return ['same-number', 1];
  if (!total) return undefined;
  // A subscription's next invoice may bear a number that looks like this one's, or the same reference: then the days tell them apart.
  const isNext = isRegular && days !== undefined && days >= regularDays;
  if ((number === 'look-alike' || number === 'prefix') && !isNext) return ['look-alike-number', 0.9];
  if (reference && !isNext) return ['same-reference', days === 0 || number === undefined ? 0.85 : 0.7];
  if (picture && (number === undefined || days === undefined || days === 0) && !isNext) return ['same-picture', 0.8];
  if (days === 0 && (number === undefined || !isRegular)) return ['same-amount-and-day', number === undefined ? 0.7 : 0.6];
  return undefined;
}

/** The same invoice under another supplier in the register, or under none. Two strangers share a number now and then: more has to agree. */
function ofOtherSender(seen: Compared, isRegular: boolean): Found | undefined {
  const { sender, number, total, days, reference, payee, picture } = seen;
  if (!total) return undefined;
  const alike = number === 'same' || number === 'look-alike' || number === 'prefix';
  const isNext = isRegular && days !== undefined && days >= regularDays;
  if (sender === 'likely') {
    if (number === 'same') return ['other-register', 0.95];
    if (alike && (days === 0 || days === undefined)) return ['other-register', 0.85];
    if (reference && !isNext) return ['other-register', 0.75];
    return payee && days === 0 && !isRegular ? ['other-register', 0.6] : undefined;
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

/** One of two is about the other: a notice that shares its number or reference, or an invoice that is it again with a fee on top. */
function isReminder(own: InvoiceTrace, other: InvoiceTrace, { sender, number, reference }: Compared): boolean {
  if (sender === 'other') return false;
  const isAbout = number === 'same' || reference;
  if (own.isNotice !== other.isNotice) return isAbout && (sender !== 'unknown' || reference);
  if (!reference || own.totalMinor === null || other.totalMinor === null) return false;
  return noticeFees.includes(Math.abs(own.totalMinor - other.totalMinor));
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
