import type { Day } from '../../base/day.ts';
import type { Id, PersonId } from '../../base/ids.ts';
import type { DatedAddress, ExternalId } from '../party-facts/index.ts';

export { type AddressKind, addressKinds, addressOn, type ExternalId } from '../party-facts/index.ts';

export type CustomerId = Id<'customer'>;

export type CustomerAddress = DatedAddress;

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
