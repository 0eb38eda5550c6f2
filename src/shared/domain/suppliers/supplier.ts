import type { Day } from '../../base/day.ts';
import type { Id, SupplierId } from '../../base/ids.ts';

/** A supplier (leverantör) in the register: what is in force. What waits for a second person is a `RegisterChange`. */
export type Supplier = {
  readonly id: SupplierId;
  readonly rev: number;
  readonly name: string;
  /** 10 digits. */
  readonly organisationNumber?: string;
  readonly vatNumber?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  /** Where one rings before a payment number is changed: never a number from the letter that asks for it. */
  readonly phone?: string;
  readonly email?: string;
  /** Days from invoice to payment, as agreed. */
  readonly paymentDays?: number;
  /** Nothing is paid to it, and why. */
  readonly blockedFor?: string;
  /** It is the same as this one, which has taken its place; its id keeps leading there. */
  readonly mergedInto?: SupplierId;
  /** The last day that it was in use. */
  readonly endedOn?: Day;
};

export const paymentNumberKinds = ['bankgiro', 'plusgiro', 'iban'] as const;
export type PaymentNumberKind = (typeof paymentNumberKinds)[number];

/** Where a supplier may be paid. A bankgiro and a plusgiro with the same digits are two different numbers. */
export type PaymentNumber = {
  readonly id: Id<'paymentNumber'>;
  readonly rev: number;
  readonly supplierId: SupplierId;
  readonly kind: PaymentNumberKind;
  /** Normal form: digits only; an IBAN in capitals without spaces. */
  readonly number: string;
  /** Whom it belongs to where that is another: a factoring company. */
  readonly holder?: string;
  /** It was in use once, and is not. */
  readonly state?: 'ended';
};

/** A number that has ended proves nothing, and is paid to no more. */
export const isInForce = ({ state }: Pick<PaymentNumber, 'state'>): boolean => state !== 'ended';

/** The one that has taken a supplier's place; itself where none has. A survivor is never itself merged: see `decideMerge`. */
export const survivorOf = ({ id, mergedInto }: Pick<Supplier, 'id' | 'mergedInto'>): SupplierId => mergedInto ?? id;
