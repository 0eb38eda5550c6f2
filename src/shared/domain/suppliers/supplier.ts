import type { Day } from '../../base/day.ts';
import type { Id, PersonId, SupplierId } from '../../base/ids.ts';
import { type DatedAddress, holdsOnDay } from '../party-facts/index.ts';
import type { Contact } from './contacts.ts';
import type { EInvoiceChannel } from './e-invoice-channel.ts';

/** A supplier (leverantör) in the register: what is in force. What waits for a second person is a `RegisterChange`. */
export type Supplier = {
  readonly id: SupplierId;
  readonly rev: number;
  readonly name: string;
  /** 10 digits. */
  readonly organisationNumber?: string;
  readonly vatNumber?: string;
  /** Global location number, 13 digits. */
  readonly gln?: string;
  /** Peppol participant id, `scheme:value`. */
  readonly peppolId?: string;
  /** Its visiting address, until further notice; those that have days, and those for invoices and deliveries, are in `addresses`. */
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  /** Where one rings before a payment number is changed: never a number from the letter that asks for it. */
  readonly phone?: string;
  readonly email?: string;
  readonly addresses?: readonly DatedAddress[];
  readonly contacts?: readonly Contact[];
  readonly eInvoice?: EInvoiceChannel;
  /** Where it is and how it is reached is shown to nobody (skyddad identitet), and who said so. */
  readonly protectedBy?: PersonId;
  /** Days from invoice to payment, as agreed. */
  readonly paymentDays?: number;
  /** Nothing is paid to it, and why. */
  readonly blockedFor?: string;
  /** It is the same as this one, which has taken its place; its id keeps leading there. */
  readonly mergedInto?: SupplierId;
  /** The last day that it was in use. */
  readonly endedOn?: Day;
};

export const paymentNumberKinds = ['bankgiro', 'plusgiro', 'iban', 'bank-account'] as const;
export type PaymentNumberKind = (typeof paymentNumberKinds)[number];

/** Where a supplier may be paid. A bankgiro and a plusgiro with the same digits are two different numbers. */
export type PaymentNumber = {
  readonly id: Id<'paymentNumber'>;
  readonly rev: number;
  readonly supplierId: SupplierId;
  readonly kind: PaymentNumberKind;
  /** Normal form: digits only; an IBAN in capitals without spaces; an account as '5001-1234563'. */
  readonly number: string;
  /** The bank of an IBAN. */
  readonly bic?: string;
  /** Whom it belongs to where that is another: a factoring company. */
  readonly holder?: string;
  /** In force from this day; missing: since it was registered. */
  readonly fromDay?: Day;
  /** In force through this day; missing: until further notice. */
  readonly throughDay?: Day;
  /** The change that brought it, with its proof: why, from what letter or invoice, who was rung. Missing: older than that is kept. */
  readonly changeId?: Id<'registerChange'>;
  /** It was ended at once, by an older version, which kept no day. */
  readonly state?: 'ended';
};

type InTime = Pick<PaymentNumber, 'state' | 'fromDay' | 'throughDay'>;

/** A number that has ended, or has not begun, proves nothing, and is not paid to. */
export const isInForce = (number: InTime, day: Day): boolean => number.state !== 'ended' && holdsOnDay(number, day);

export const inForceOn =
  (day: Day) =>
  (number: InTime): boolean =>
    isInForce(number, day);

/** It is in force, or is to be: there is something left of it to change. */
export const isAlive = ({ state, throughDay }: InTime, day: Day): boolean =>
  state !== 'ended' && (throughDay === undefined || day <= throughDay);

/** The one that has taken a supplier's place; itself where none has. A survivor is never itself merged: see `decideMerge`. */
export const survivorOf = ({ id, mergedInto }: Pick<Supplier, 'id' | 'mergedInto'>): SupplierId => mergedInto ?? id;
