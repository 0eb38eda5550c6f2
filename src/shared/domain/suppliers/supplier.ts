import type { Id, SupplierId } from '../../base/ids.ts';

/** A supplier (leverantör) in the register. */
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
};
