import type { Day } from '../../base/day.ts';
import type { Id, PersonId, SupplierId, SupplierInvoiceId } from '../../base/ids.ts';
import type { MergeFacts, PaymentNumberKind } from '../suppliers/index.ts';
import type { SourcePixels } from './source-pixels.ts';

/** A payment number that is asked for. */
export type WantedNumber = {
  readonly numberId: Id<'paymentNumber'>;
  readonly numberKind: PaymentNumberKind;
  /** Normal form. */
  readonly number: string;
  readonly bic?: string;
  /** Whom it belongs to where that is another; null: the supplier. */
  readonly holder: string | null;
  /** In force from this day, but never before the change is approved; missing: from when it is. */
  readonly fromDay?: Day;
};

/** What a sensitive change (känslig ändring) is to do to a supplier, once a second person has approved it. */
export type WantedChange =
  | ({ readonly kind: 'add-payment-number' } & WantedNumber)
  /** One number takes another's place, so that no day is without one. */
  | ({ readonly kind: 'replace-payment-number'; readonly replaces: Id<'paymentNumber'> } & WantedNumber)
  /** `throughDay`: its last day; missing: the day before it is approved. */
  | { readonly kind: 'end-payment-number'; readonly numberId: Id<'paymentNumber'>; readonly throughDay?: Day }
  /** Whom the account belongs to: a factoring company that has bought the supplier's claims, or the supplier again (null). */
  | {
      readonly kind: 'set-holder';
      readonly numberId: Id<'paymentNumber'>;
      readonly from: string | null;
      readonly to: string | null;
    }
  /** `from`: what stood there when it was asked for; null: nothing. */
  | { readonly kind: 'set-organisation-number'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'set-payment-days'; readonly from: number | null; readonly to: number }
  | { readonly kind: 'block'; readonly blockedFor: string }
  | { readonly kind: 'unblock' }
  /**
   * `facts`: those of the one that goes that are to stand for the one that stays. `was`: what that one had instead, kept when it is
   * approved, so that it can be undone; of no asking.
   */
  | { readonly kind: 'merge'; readonly into: SupplierId; readonly facts?: MergeFacts; readonly was?: MergeFacts }
  | { readonly kind: 'un-merge' }
  | { readonly kind: 'lift-protection' };
export const wantedKinds = [
  'add-payment-number',
  'replace-payment-number',
  'end-payment-number',
  'set-holder',
  'set-organisation-number',
  'set-payment-days',
  'block',
  'unblock',
  'merge',
  'un-merge',
  'lift-protection',
] as const satisfies readonly WantedChange['kind'][];

/** What the change builds on: a letter, a call, an invoice, a file. */
export type ChangeSource = {
  readonly kind: 'invoice' | 'letter' | 'call' | 'register' | 'import';
  readonly note: string;
  readonly invoiceId: SupplierInvoiceId | null;
  /** Of a file that was taken in: what one import asked for is looked through together. */
  readonly importId?: string;
  /** Where the letter or the invoice says it. */
  readonly pixels?: SourcePixels;
};
export const sourceKinds = ['invoice', 'letter', 'call', 'register', 'import'] as const satisfies readonly ChangeSource['kind'][];

/** Somebody rang the supplier, on a number known before the change (motringning). */
export type CallBack = {
  readonly by: PersonId;
  readonly atMs: number;
  readonly spokeWith: string;
  readonly note: string;
  /** The supplier says that the change is right. */
  readonly confirmed: boolean;
};

type Every = {
  readonly id: Id<'registerChange'>;
  readonly rev: number;
  readonly supplierId: SupplierId;
  readonly wanted: WantedChange;
  readonly reason: string;
  readonly source: ChangeSource;
  /** The supplier's number in the register when the change was asked for: the one to ring. Missing: none was known. */
  readonly ring?: string;
  readonly callBack?: CallBack;
  readonly requestedBy: PersonId;
  readonly requestedAtMs: number;
};
type Decided = Every & { readonly decidedBy: PersonId; readonly decidedAtMs: number };

/** A sensitive change of a supplier. Nothing of it is in the register until it is approved. */
export type RegisterChange =
  | (Every & { readonly state: 'pending' })
  | (Decided & { readonly state: 'approved' })
  | (Decided & { readonly state: 'refused'; readonly refusal: string })
  | (Every & { readonly state: 'withdrawn' });
export type RegisterChangeState = RegisterChange['state'];

const holding: readonly WantedChange['kind'][] = [
  'add-payment-number',
  'replace-payment-number',
  'end-payment-number',
  'set-holder',
  'block',
];
/** Nothing is paid to the supplier while such a change waits. */
export const holdsPayments = ({ kind }: WantedChange): boolean => holding.includes(kind);

const rungAbout: readonly WantedChange['kind'][] = ['add-payment-number', 'replace-payment-number', 'set-holder'];
/** Money would go to another place, or to somebody else: the supplier is rung first, on a number known before. */
export const asksForCall = ({ kind }: WantedChange): boolean => rungAbout.includes(kind);
