import type { SupplierInvoiceId } from '../../base/ids.ts';
import { folded } from '../../base/text.ts';
import type { PixelHash } from './picture-likeness.ts';

/** What of an invoice the duplicate check compares. */
export type InvoiceTrace = {
  readonly id: SupplierInvoiceId;
  /** Whom it is from, by keys that belong to one party: ids in the register (also absorbed and twin ones), organisation numbers. */
  readonly parties: readonly string[];
  /** As `nameKey` gives it; '' when unknown. */
  readonly name: string;
  /** Where it is to be paid: 'bankgiro:9912346'. */
  readonly payees: readonly string[];
  readonly number: string | null;
  readonly ocrReference: string | null;
  readonly totalMinor: number | null;
  readonly invoiceDate: string | null;
  /** Who ordered, as printed. */
  readonly buyerReference: string | null;
  readonly pixelHash: PixelHash | null;
  /** A reminder or a collection demand. */
  readonly isNotice: boolean;
};

/** The sender of two invoices: the same party, likely the same (name or payment number), not known, or another. */
export type SenderLikeness = 'same' | 'likely' | 'unknown' | 'other';

export function senderLikeness(one: InvoiceTrace, other: InvoiceTrace): SenderLikeness {
  if (share(one.parties, other.parties)) return 'same';
  if ((one.name !== '' && one.name === other.name) || share(one.payees, other.payees)) return 'likely';
  return one.parties.length === 0 || other.parties.length === 0 ? 'unknown' : 'other';
}

const share = (some: readonly string[], others: readonly string[]): boolean => some.some((each) => others.includes(each));

const legalForms = /\b(ab|aktiebolag|hb|handelsbolag|kb|kommanditbolag|ek för|publ)\b/g;

/** A name as names are compared: small letters, no legal form, no punctuation; å, ä and ö stay. Source: docs/identifiers.md. */
export const nameKey = (name: string): string =>
  folded(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(legalForms, ' ')
    .replace(/\s+/g, ' ')
    .trim();
