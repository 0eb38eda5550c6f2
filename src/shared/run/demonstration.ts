import { z } from 'zod';
import type { Day } from '../base/day.ts';
import { asId, type PersonId } from '../base/ids.ts';
import { type FoundWorkspace, program, type Role } from '../domain/access/index.ts';
import { type UsualNames, usualLayUps } from '../domain/calendar/index.ts';
import type { PaymentNumberKind, RegisterSupplier } from '../domain/suppliers/index.ts';
import type { CommandName } from './commands/index.ts';

/** Someone of the demonstration, and what they may do. */
export type DemonstrationPerson = { readonly name: string; readonly initials: string; readonly roles: readonly Role[] };

/** One for each kind of work, and one who may do most of it. */
export const demonstrationCast: readonly DemonstrationPerson[] = [
  { name: 'Anna Berg', initials: 'AB', roles: ['verification-clerk'] },
  { name: 'Bo Lind', initials: 'BL', roles: ['register-keeper'] },
  { name: 'Cecilia Ek', initials: 'CE', roles: ['records-officer', 'register-approver'] },
  { name: 'David Holm', initials: 'DH', roles: ['verification-clerk', 'register-keeper', 'administrator'] },
];
/** Approves what the others verified, where several work together. */
export const demonstrationApprover: DemonstrationPerson = { name: 'Eva Falk', initials: 'EF', roles: ['approver'] };

type Founder = FoundWorkspace['people'][number];

/** The program's own person, who is among the founders of every workspace. */
export const programPerson: Founder = {
  id: program,
  name: 'Fakturist',
  initials: 'F',
  human: false,
  grants: [{ id: asId('00000000-0000-7000-8000-000000000002'), role: 'program' }],
};

export const asFounder = ({ name, initials, roles }: DemonstrationPerson, newId: () => string): Founder => ({
  id: asId(newId()),
  name,
  initials,
  human: true,
  grants: roles.map((role) => ({ id: asId<'grant'>(newId()), role })),
});

/** `resources/demonstration/suppliers.json` */
export const demonstrationSuppliers = z.array(
  z.object({
    id: z.uuid(),
    name: z.string(),
    organisationNumber: z.string().nullish(),
    vatNumber: z.string().nullish(),
    street: z.string().nullish(),
    postcode: z.string().nullish(),
    city: z.string().nullish(),
    bankgiros: z.array(z.string()).default([]),
    plusgiros: z.array(z.string()).default([]),
    ibans: z.array(z.string()).default([]),
  }),
);

type DemonstrationSupplier = z.infer<typeof demonstrationSuppliers>[number];

/** A supplier with its payment numbers. The numbers' ids follow from its own, so that a laying-out that was cut off goes on where it was. */
export function asRegistration({ id, bankgiros, plusgiros, ibans, ...facts }: DemonstrationSupplier): RegisterSupplier {
  let place = 0;
  const numbers = (kind: PaymentNumberKind, list: readonly string[]) =>
    list.map((number) => {
      place += 1;
      return { id: asId<'paymentNumber'>(`${id.slice(0, 9)}${String(place).padStart(4, '0')}${id.slice(13)}`), kind, number };
    });
  return {
    supplierId: asId(id),
    name: facts.name,
    organisationNumber: facts.organisationNumber ?? null,
    vatNumber: facts.vatNumber ?? null,
    street: facts.street ?? null,
    postcode: facts.postcode ?? null,
    city: facts.city ?? null,
    paymentNumbers: [...numbers('bankgiro', bankgiros), ...numbers('plusgiro', plusgiros), ...numbers('iban', ibans)],
  };
}

type Step = readonly [actor: PersonId, name: CommandName, input: object];

/** What its calendars are called. */
export const calendarNames: UsualNames = {
  calendar: {
    office: 'Kontoret',
    'phone-systems': 'Telefon systemsupport',
    'phone-customer-invoices': 'Telefon kundfaktura',
    'phone-supplier-invoices': 'Telefon leverantörsfaktura',
    'phone-care': 'Telefon såld vård',
    'state-desk': 'Servicedesk stat',
  },
  customerGroup: { region: 'Region', state: 'Stat' },
};

/** What lays up the calendars, as the administrator does. */
export function calendarSteps(people: readonly Named[], today: Day, newId: () => string): readonly Step[] {
  const administrator = people.find(({ name }) => name === 'David Holm')?.id;
  if (administrator === undefined) return [];
  return usualLayUps(calendarNames, today, newId).map((input): Step => [administrator, 'calendars/lay-up', input]);
}

/**
 * What lays a supplier in the register, step by step, as two people do it: one registers it and rings about its payment numbers, and
 * another approves them.
 */
export function registrationSteps(supplier: DemonstrationSupplier, people: readonly Named[]): readonly Step[] {
  const [keeper, approver] = (['Bo Lind', 'Cecilia Ek'] as const).map(
    (name) => people.find((person) => person.name === name)?.id,
  );
  if (keeper === undefined || approver === undefined) return [];
  const registration = asRegistration(supplier);
  const call = { spokeWith: 'Växeln', note: '', confirmed: true };
  return [
    [keeper, 'suppliers/register', registration],
    ...registration.paymentNumbers.flatMap(({ id: changeId }): Step[] => [
      [keeper, 'registers/note-call-back', { changeId, ...call }],
      [approver, 'registers/decide-change', { changeId, refusal: null }],
    ]),
  ];
}
type Named = { readonly id: PersonId; readonly name: string };
