import type { Day } from '../../base/day.ts';
import type { Id, PersonId } from '../../base/ids.ts';
import { maskPersonalNumber } from '../identifiers/index.ts';

export type CustomerId = Id<'customer'>;

export const addressKinds = ['invoice', 'delivery', 'visiting'] as const;
export type AddressKind = (typeof addressKinds)[number];

/** An address, from and through the days when it is right; a missing day: from the beginning, until further notice. */
export type CustomerAddress = {
  readonly kind: AddressKind;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly fromDay?: Day;
  readonly throughDay?: Day;
};

/** What the customer is called in another system. */
export type ExternalId = { readonly system: string; readonly id: string };

/** A customer (kund): whom we invoice. */
export type Customer = {
  readonly id: CustomerId;
  readonly rev: number;
  readonly name: string;
  /** What it is also called: an earlier name, the name of a business. */
  readonly otherNames: readonly string[];
  /** 10 digits, a legal person's. A sole trader has a personal number instead, so that it is covered. */
  readonly organisationNumber?: string;
  /** 12 digits. Never shown in a list: see `shownCustomer`. */
  readonly personalNumber?: string;
  /** Its addresses are shown to nobody (skyddad identitet), and who said so. */
  readonly protectedBy?: PersonId;
  readonly addresses: readonly CustomerAddress[];
  /** Peppol participant id, `scheme:value`. */
  readonly eInvoiceAddress?: string;
  readonly externalIds: readonly ExternalId[];
  /** The one client whose customer it is; missing: shared by all. */
  readonly unitId?: string;
  /** The last day that it was in use. */
  readonly endedOn?: Day;
};

/** A customer as lists, cards and prints have it: with the number covered, and with no address where the identity is protected. */
export type ShownCustomer = Omit<Customer, 'personalNumber' | 'protectedBy'> & {
  /** '19121212-••••' */
  readonly personalNumber?: string;
  readonly isProtected: boolean;
};

export function shownCustomer({ personalNumber, protectedBy, ...rest }: Customer): ShownCustomer {
  const isProtected = protectedBy !== undefined;
  return {
    ...rest,
    ...(personalNumber !== undefined && { personalNumber: maskPersonalNumber(personalNumber) }),
    addresses: isProtected ? [] : rest.addresses,
    isProtected,
  };
}

/** The address of a kind that is right on a day. Of several, the one that began last; an invoice goes by the visiting address where it has none of its own. */
export function addressOn(addresses: readonly CustomerAddress[], kind: AddressKind, day: Day): CustomerAddress | undefined {
  const right = addresses.filter(
    (address) =>
      address.kind === kind &&
      (address.fromDay === undefined || address.fromDay <= day) &&
      (address.throughDay === undefined || day <= address.throughDay),
  );
  const latest = right.reduce<CustomerAddress | undefined>(
    (best, one) => (best === undefined || (one.fromDay ?? '') > (best.fromDay ?? '') ? one : best),
    undefined,
  );
  return latest ?? (kind === 'visiting' ? undefined : addressOn(addresses, 'visiting', day));
}
