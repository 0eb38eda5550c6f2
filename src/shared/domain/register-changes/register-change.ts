import type { Id, PersonId, SupplierId, SupplierInvoiceId } from '../../base/ids.ts';
import type { PaymentNumberKind } from '../suppliers/index.ts';

/** What a sensitive change (känslig ändring) is to do to a supplier, once a second person has approved it. */
export type WantedChange =
  | {
      readonly kind: 'add-payment-number';
      readonly numberId: Id<'paymentNumber'>;
      readonly numberKind: PaymentNumberKind;
      /** Normal form. */
      readonly number: string;
      readonly holder: string | null;
    }
  | { readonly kind: 'end-payment-number'; readonly numberId: Id<'paymentNumber'> }
  /** `from`: what stood there when it was asked for; null: nothing. */
  | { readonly kind: 'set-organisation-number'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'set-payment-days'; readonly from: number | null; readonly to: number }
  | { readonly kind: 'block'; readonly blockedFor: string }
  | { readonly kind: 'unblock' }
  | { readonly kind: 'merge'; readonly into: SupplierId }
  | { readonly kind: 'un-merge' };
export const wantedKinds = [
  'add-payment-number',
  'end-payment-number',
  'set-organisation-number',
  'set-payment-days',
  'block',
  'unblock',
  'merge',
  'un-merge',
] as const satisfies readonly WantedChange['kind'][];

/** What the change builds on: a letter, a call, an invoice, a file. */
export type ChangeSource = {
  readonly kind: 'invoice' | 'letter' | 'call' | 'register' | 'import';
  readonly note: string;
  readonly invoiceId: SupplierInvoiceId | null;
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

/** Nothing is paid to the supplier while such a change waits. */
export const holdsPayments = ({ kind }: WantedChange): boolean =>
  kind === 'add-payment-number' || kind === 'end-payment-number' || kind === 'block';

/** Money would go to another place: the supplier is rung first, on a number known before. */
export const asksForCall = ({ kind }: WantedChange): boolean => kind === 'add-payment-number';
