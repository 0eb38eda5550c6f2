import { type Day, parseDay } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type VatCode, vatCodes } from '../articles/index.ts';
import { parseBic } from '../identifiers/index.ts';
import { type AddressKind, addressFault, type DatedAddress, tidyAddress } from '../party-facts/index.ts';
import { type Contact, contactFault, type PaymentNumberKind, parsePaymentNumber, tidyContact } from '../suppliers/index.ts';
import type { ValueFault } from './value-faults.ts';

/** Values of several parts, as one text each: parts with a semicolon between, empty ones at the end left out. */
type Parsed = Result<string, ValueFault>;

const escapes: { readonly [sign: string]: string } = { '\\': '\\\\', '|': '\\b', ';': '\\s' };
const signs: { readonly [escaped: string]: string } = { '\\\\': '\\', '\\b': '|', '\\s': ';' };

/** Texts → one text; what parts values and parts is written in another way within them. */
export const joinParts = (parts: readonly string[]): string =>
  parts
    .map((part) => part.replace(/[\\|;]/g, (sign) => escapes[sign] ?? sign))
    .join(';')
    .replace(/;+$/, '');

/** The other way; a part that is not there is empty. */
export const splitParts = (text: string): readonly string[] =>
  text.split(';').map((part) => part.trim().replace(/\\[\\bs]/g, (escaped) => signs[escaped] ?? escaped));

const addressWords: { readonly [word: string]: AddressKind } = {
  ...{ invoice: 'invoice', faktura: 'invoice', fakturaadress: 'invoice' },
  ...{ delivery: 'delivery', leverans: 'delivery', leveransadress: 'delivery' },
  ...{ visiting: 'visiting', besök: 'visiting', besöksadress: 'visiting' },
};

/** 'invoice;Storgatan 1;111 22;Stockholm;2024-01-01;2024-12-31' */
export const addressText = ({ kind, street, postcode, city, fromDay, throughDay }: DatedAddress): string =>
  joinParts([kind, street, postcode, city, fromDay ?? '', throughDay ?? '']);

export function addressOf(text: string): DatedAddress {
  const [kind = '', street = '', postcode = '', city = '', fromDay = '', throughDay = ''] = splitParts(text);
  return tidyAddress({
    kind: addressWords[kind.toLowerCase()] ?? (kind as AddressKind), // looked at by whoever parses a foreign text
    ...{ street, postcode, city },
    ...(fromDay !== '' && { fromDay: fromDay as Day }),
    ...(throughDay !== '' && { throughDay: throughDay as Day }),
  });
}

export function parseAddress(text: string): Parsed {
  const address = addressOf(text);
  if (!Object.values(addressWords).includes(address.kind)) return err('unknown-word');
  for (const day of [address.fromDay, address.throughDay]) if (day !== undefined && !parseDay(day).ok) return err('not-a-day');
  const fault = addressFault(address);
  return fault === undefined ? ok(addressText(address)) : err(fault.code);
}

/** 'Eva Ek;Reskontra;08-12 34 56;eva@example.se' */
export const contactText = ({ name, purpose, phone, email }: Contact): string => joinParts([name, purpose, phone, email]);

export function contactOf(text: string): Contact {
  const [name = '', purpose = '', phone = '', email = ''] = splitParts(text);
  return tidyContact({ name, purpose, phone, email });
}

export function parseContact(text: string): Parsed {
  const contact = contactOf(text);
  const fault = contactFault(contact);
  if (fault === undefined) return ok(contactText(contact));
  return err(fault.code === 'wrong-email' ? 'not-an-address' : fault.code);
}

/** A payment number, the bank of an IBAN, and whom it belongs to where that is another: 'SE45…;ESSESESS;Factoring AB'. */
export type PaidAt = { readonly number: string; readonly bic: string; readonly holder: string };
export const paidAtText = ({ number, bic, holder }: PaidAt): string => joinParts([number, bic, holder]);

export function paidAtOf(text: string): PaidAt {
  const [number = '', bic = '', holder = ''] = splitParts(text);
  return { number, bic, holder };
}

export function parsePaidAt(kind: PaymentNumberKind, text: string): Parsed {
  const said = paidAtOf(text);
  const number = parsePaymentNumber(kind, said.number);
  if (!number.ok) return err(number.error as ValueFault);
  const bic = said.bic === '' ? ok('') : parseBic(said.bic);
  if (!bic.ok || (bic.value !== '' && kind !== 'iban')) return err('wrong-bic');
  return ok(paidAtText({ number: number.value, bic: bic.value, holder: said.holder }));
}

/** What an article costs from a day on, in kronor: '2024-01-01;125,00;standard;3010'. */
export type PricedFrom = { readonly fromDay: string; readonly price: string; readonly vatCode: string; readonly account: string };
export const pricedFromText = ({ fromDay, price, vatCode, account }: PricedFrom): string =>
  joinParts([fromDay, price, vatCode, account]);

export function pricedFromOf(text: string): PricedFrom {
  const [fromDay = '', price = '', vatCode = '', account = ''] = splitParts(text);
  return { fromDay, price, vatCode, account };
}

/** `parseAmount`: kronor as people write them → öre; `showAmount`: the other way. */
export function parsePricedFrom(
  text: string,
  { parseAmount, showAmount }: { readonly parseAmount: (text: string) => Parsed; readonly showAmount: (ore: string) => string },
): Parsed {
  const said = pricedFromOf(text);
  if (!parseDay(said.fromDay).ok) return err('not-a-day');
  const ore = parseAmount(said.price);
  if (!ore.ok) return ore;
  if (ore.value.startsWith('-')) return err('below-zero');
  const vatCode = vatCodeOf(said.vatCode);
  if (vatCode === undefined) return err('unknown-word');
  if (!isAccount(said.account)) return err('wrong-length');
  return ok(pricedFromText({ ...said, price: showAmount(ore.value), vatCode }));
}

/** An account is digits: how many, and which there are, is the ledger's to know. */
export const isAccount = (text: string): boolean => /^\d{3,10}$/.test(text);

const vatWords: { readonly [word: string]: VatCode } = {
  ...{ '25': 'standard', '25%': 'standard', normal: 'standard', '12': 'reduced', '12%': 'reduced', reducerad: 'reduced' },
  ...{ '6': 'low', '6%': 'low', låg: 'low', livsmedel: 'food', '0': 'zero', '0%': 'zero', noll: 'zero' },
  ...{ momsfri: 'exempt', undantagen: 'exempt' },
};
export function vatCodeOf(text: string): VatCode | undefined {
  const word = text.toLowerCase().replace(/\s/g, '');
  return vatCodes.find((code) => code === word) ?? vatWords[word];
}
