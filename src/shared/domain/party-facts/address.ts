import type { Day } from '../../base/day.ts';

export const addressKinds = ['invoice', 'delivery', 'visiting'] as const;
export type AddressKind = (typeof addressKinds)[number];

/** An address, from and through the days when it is right; a missing day: from the beginning, until further notice. */
export type DatedAddress = {
  readonly kind: AddressKind;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly fromDay?: Day;
  readonly throughDay?: Day;
};
export type AddressFault = { readonly code: 'address-incomplete' } | { readonly code: 'days-in-wrong-order' };

export const tidyAddress = (address: DatedAddress): DatedAddress => ({
  ...address,
  street: address.street.trim(),
  postcode: address.postcode.trim(),
  city: address.city.trim(),
});

export function addressFault({ street, postcode, city, fromDay, throughDay }: DatedAddress): AddressFault | undefined {
  // A post-office box without a street, and a street without a number, are addresses; one without a town is none.
  if (city === '' || (street === '' && postcode === '')) return { code: 'address-incomplete' };
  return fromDay !== undefined && throughDay !== undefined && throughDay < fromDay ? { code: 'days-in-wrong-order' } : undefined;
}

/** The address of a kind that is right on a day. Of several, the one that began last; an invoice goes by the visiting address where it has none of its own. */
export function addressOn(addresses: readonly DatedAddress[], kind: AddressKind, day: Day): DatedAddress | undefined {
  const right = addresses.filter((address) => address.kind === kind && holdsOnDay(address, day));
  const latest = right.reduce<DatedAddress | undefined>(
    (best, one) => (best === undefined || (one.fromDay ?? '') > (best.fromDay ?? '') ? one : best),
    undefined,
  );
  return latest ?? (kind === 'visiting' ? undefined : addressOn(addresses, 'visiting', day));
}

/** Whether what is right from and through some days is right on this one. */
export const holdsOnDay = ({ fromDay, throughDay }: { readonly fromDay?: Day; readonly throughDay?: Day }, day: Day): boolean =>
  (fromDay === undefined || fromDay <= day) && (throughDay === undefined || day <= throughDay);
