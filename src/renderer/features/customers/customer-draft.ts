import type { Day } from '../../../shared/base/day.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { Revealed } from '../../../shared/contract/customers-and-articles.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import {
  type AddressKind,
  type CustomerAddress,
  type CustomerFacts,
  changedFacts,
  type FactsFault,
  normalFacts,
  type ShownCustomer,
} from '../../../shared/domain/customers/index.ts';
import { readTypedValue } from '../../../shared/domain/invoice-fields/index.ts';

export type AddressDraft = {
  readonly key: string;
  readonly kind: AddressKind;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** As typed. */
  readonly from: string;
  readonly through: string;
};
export type IdDraft = { readonly key: string; readonly system: string; readonly id: string };

/** What is known of a customer, as it is typed. */
export type CustomerDraft = {
  readonly name: string;
  readonly otherNames: string;
  readonly kind: 'company' | 'person';
  readonly organisationNumber: string;
  readonly personalNumber: string;
  readonly eInvoiceAddress: string;
  readonly externalIds: readonly IdDraft[];
  readonly addresses: readonly AddressDraft[];
};

export type DraftField = keyof CustomerFacts;
export type DraftFault = { readonly field: DraftField; readonly code: FactsFault['code'] | 'not-a-day' | 'id-incomplete' };

const nothing: CustomerFacts = {
  ...{ name: '', otherNames: [], organisationNumber: null, personalNumber: null },
  ...{ addresses: [], eInvoiceAddress: null, externalIds: [] },
};

export const newAddress = (): AddressDraft => ({
  ...{ key: uuid(), kind: 'invoice', street: '', postcode: '', city: '', from: '', through: '' },
});
export const newId = (): IdDraft => ({ key: uuid(), system: '', id: '' });

/** A new customer's, begun with what was searched for: a number or a name. */
export function draftOfSearch(text: string, today: Day): CustomerDraft {
  const typed = text.trim();
  const empty = { ...draftOf(nothing, false), addresses: [newAddress()] };
  if (!/^[\d-+ ]{6,}$/.test(typed)) return { ...empty, name: typed };
  const isPerson = normalFacts({ ...nothing, name: '-', personalNumber: typed }, today).ok;
  return isPerson ? { ...empty, kind: 'person', personalNumber: typed } : { ...empty, organisationNumber: typed };
}

export const draftOf = (facts: CustomerFacts, isPerson: boolean): CustomerDraft => ({
  name: facts.name,
  otherNames: facts.otherNames.join('; '),
  kind: isPerson ? 'person' : 'company',
  organisationNumber: facts.organisationNumber ?? '',
  personalNumber: facts.personalNumber ?? '',
  eInvoiceAddress: facts.eInvoiceAddress ?? '',
  externalIds: facts.externalIds.map((one) => ({ key: uuid(), ...one })),
  addresses: facts.addresses.map(({ fromDay = '', throughDay = '', ...rest }) => ({
    ...{ key: uuid(), ...rest, from: fromDay, through: throughDay },
  })),
});

/** Which of a customer's facts are covered, so that they cannot be changed before they have been shown. */
export const isCovered = (customer: ShownCustomer, revealed: Revealed | null) => ({
  ids: revealed === null && customer.externalIds.some(({ id }) => id.includes('•')),
  addresses: revealed === null && customer.isProtected,
});

/** The facts as this person knows them: what is covered is missing. */
export function knownFacts(customer: ShownCustomer, revealed: Revealed | null): CustomerFacts {
  const eInvoiceAddress = revealed === null ? (customer.eInvoiceAddress ?? null) : revealed.eInvoiceAddress;
  return {
    name: customer.name,
    otherNames: customer.otherNames,
    organisationNumber: customer.organisationNumber ?? null,
    personalNumber: revealed?.personalNumber?.replace('-', '') ?? null,
    addresses: revealed?.addresses ?? customer.addresses,
    eInvoiceAddress: eInvoiceAddress?.includes('•') ? null : eInvoiceAddress,
    externalIds: revealed?.externalIds ?? customer.externalIds,
  };
}

/** What has been typed, in its normal form, by the register's own rule; or what is wrong first, and where. */
export function factsOfDraft(draft: CustomerDraft, today: Day): Result<CustomerFacts, DraftFault> {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const externalIds = draft.externalIds
    .map(({ system, id }) => ({ system: system.trim(), id: id.trim() }))
    .filter(({ system, id }) => system !== '' || id !== '');
  if (externalIds.some(({ system, id }) => system === '' || id === ''))
    return err({ field: 'externalIds', code: 'id-incomplete' });
  const addresses: CustomerAddress[] = [];
  for (const one of draft.addresses) {
    const address = readAddress(one, today);
    if (!address.ok) return address;
    if (address.value !== null) addresses.push(address.value);
  }
  const normal = normalFacts(
    {
      name: draft.name,
      otherNames: draft.otherNames.split(';'),
      organisationNumber: draft.kind === 'company' ? orNull(draft.organisationNumber) : null,
      personalNumber: draft.kind === 'person' ? orNull(draft.personalNumber) : null,
      addresses,
      eInvoiceAddress: orNull(draft.eInvoiceAddress),
      externalIds,
    },
    today,
  );
  return normal.ok ? normal : err({ field: fieldOf[normal.error.code], code: normal.error.code });
}

/** What is to be changed. A person's number that is covered goes when the customer is said to be a company. */
export const changesOf = (customer: ShownCustomer, known: CustomerFacts, after: CustomerFacts, kind: CustomerDraft['kind']) => ({
  ...changedFacts(known, after),
  ...(kind === 'company' && customer.personalNumber !== undefined && { personalNumber: null }),
});

/** Null: nothing is typed of it. */
function readAddress(draft: AddressDraft, today: Day): Result<CustomerAddress | null, DraftFault> {
  const { kind, street, postcode, city, from, through } = draft;
  if ([street, postcode, city, from, through].every((text) => text.trim() === '')) return ok(null);
  const days = [from, through].map((text) => (text.trim() === '' ? null : readTypedValue('day', text, today)));
  if (days.some((day) => day !== null && !day.ok)) return err({ field: 'addresses', code: 'not-a-day' });
  const [fromDay, throughDay] = days.map((day) => (day?.ok === true ? (day.value as Day) : undefined)); // read as days
  return ok({
    ...{ kind, street, postcode, city },
    ...(fromDay !== undefined && { fromDay }),
    ...(throughDay !== undefined && { throughDay }),
  });
}

const fieldOf: Record<FactsFault['code'], DraftField> = {
  'name-missing': 'name',
  'wrong-organisation-number': 'organisationNumber',
  'not-a-company': 'organisationNumber',
  'wrong-personal-number': 'personalNumber',
  'company-and-person': 'organisationNumber',
  'wrong-e-invoice-address': 'eInvoiceAddress',
  'address-incomplete': 'addresses',
  'days-in-wrong-order': 'addresses',
  'two-ids-in-one-system': 'externalIds',
};
