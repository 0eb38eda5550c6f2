import type { DatedAddress } from '../party-facts/index.ts';
import type { Contact } from '../suppliers/index.ts';
import { addressOf, contactOf } from './composites.ts';
import { type ExchangeRecord, splitSeveral } from './exchange-field.ts';

/** The addresses with those of a file: one for the same purpose from the same day takes the other's place, for there is one at a time. */
export function mergeAddresses(known: readonly DatedAddress[], { addresses = '' }: ExchangeRecord): readonly DatedAddress[] {
  const told = splitSeveral(addresses).map(addressOf);
  const isReplaced = ({ kind, fromDay }: DatedAddress): boolean =>
    told.some((one) => one.kind === kind && one.fromDay === fromDay);
  return [...known.filter((one) => !isReplaced(one)), ...told];
}

/** The contacts with those of a file: the same person for the same purpose may have got another number. */
export function mergeContacts(known: readonly Contact[], { contacts = '' }: ExchangeRecord): readonly Contact[] {
  const told = splitSeveral(contacts).map(contactOf);
  const isReplaced = ({ name, purpose }: Contact): boolean => told.some((one) => one.name === name && one.purpose === purpose);
  return [...known.filter((one) => !isReplaced(one)), ...told];
}
