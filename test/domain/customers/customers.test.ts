import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  addressOn,
  type ChangeCustomerFacts,
  type Customer,
  type CustomerAddress,
  type CustomerEvent,
  type CustomerExternalIdEvent,
  calledElsewhere,
  decideCustomerEnd,
  decideCustomerFacts,
  decideCustomerRegistration,
  decideLifting,
  decideReveal,
  evolveCustomer,
  evolveCustomerExternalId,
  type RegisterCustomer,
  shownCustomer,
  shownCustomerEvent,
} from '../../../src/shared/domain/customers/index.ts';
import { anna, bo } from '../../make/invoices.ts';

const today = '2026-11-25' as Day;
const hand = { actor: anna, today };
const customerId = asId<'customer'>('0190c110-0000-7000-8000-000000000001');
const address: CustomerAddress = { kind: 'invoice', street: 'Box 1', postcode: '405 30', city: 'Göteborg' };
const person: RegisterCustomer = {
  customerId,
  name: ' Tolvan Tolvansson ',
  otherNames: ['Tolvans Café', ' ', 'Tolvans Café'],
  organisationNumber: null,
  personalNumber: '121212+1212',
  addresses: [address],
  eInvoiceAddress: null,
  externalIds: [{ system: 'Raindance', id: '4711' }],
  isProtected: false,
  unitId: null,
};
const company = { ...person, personalNumber: null, organisationNumber: '556677-8899', eInvoiceAddress: '0007:5566778899' };

type Decided =
  | { readonly ok: true; readonly value: readonly (CustomerEvent | CustomerExternalIdEvent)[] }
  | { readonly ok: false; readonly error: { readonly code: string } };
const codeOf = (decided: Decided): string => (decided.ok ? 'ok' : decided.error.code);
const after = (before: Customer | undefined, decided: Decided): Customer => {
  if (!decided.ok) throw new Error(decided.error.code);
  const own = decided.value.filter((event) => event.on === 'customer');
  const customer = own.reduce<Customer | undefined>(evolveCustomer, before);
  if (customer === undefined) throw new Error('nothing happened');
  return customer;
};
const tolvan = after(undefined, decideCustomerRegistration([], person, hand));
const change = (facts: ChangeCustomerFacts['facts'], protect = false): ChangeCustomerFacts => ({ customerId, facts, protect });

describe('customers/register', () => {
  test.each([
    [{ name: ' ' }, 'name-missing'],
    [{ organisationNumber: '556677-8898' }, 'wrong-organisation-number'],
    [{ organisationNumber: '121212-1212', personalNumber: null }, 'not-a-company'],
    [{ personalNumber: '121212+1213' }, 'wrong-personal-number'],
    [{ organisationNumber: '556677-8899' }, 'company-and-person'],
    [{ eInvoiceAddress: '2321000131' }, 'wrong-e-invoice-address'],
    [{ addresses: [{ ...address, city: '' }] }, 'address-incomplete'],
    [{ addresses: [{ ...address, fromDay: '2026-02-01' as Day, throughDay: '2026-01-31' as Day }] }, 'days-in-wrong-order'],
    [{ externalIds: [...person.externalIds, ...person.externalIds] }, 'two-ids-in-one-system'],
    [{}, 'already-registered'],
  ] as const)('%#', (changes, outcome) => {
    expect(codeOf(decideCustomerRegistration([tolvan], { ...person, ...changes }, hand))).toBe(outcome);
  });

  test('an id in another system leads to one customer, and is free again when it is taken away', () => {
    expect(decideCustomerRegistration([tolvan], { ...company, name: 'Annan AB' }, hand)).toMatchObject({
      error: { code: 'taken-id', name: 'Tolvan Tolvansson' },
    });
    const called = { customerId, unitId: null };
    const given = calledElsewhere(called, [], person.externalIds);
    const moved = calledElsewhere(called, person.externalIds, [{ system: 'Agresso', id: '7' }]);
    expect([given, moved].map((events) => events.map(({ system, externalId }) => [system, externalId]))).toEqual([
      [['Raindance', '4711']],
      [
        ['Raindance', null],
        ['Agresso', '7'],
      ],
    ]);
    const [first, taken] = [given[0], moved[0]];
    if (first === undefined || taken === undefined) throw new Error('nothing was said');
    const row = evolveCustomerExternalId(undefined, first);
    expect(row).toMatchObject({ rev: 1, customerId, externalId: '4711' });
    expect(evolveCustomerExternalId(row, taken)).toEqual({ id: row.id, rev: 2, customerId, system: 'Raindance' });
    expect(calledElsewhere(called, person.externalIds, person.externalIds)).toEqual([]);
  });

  test('keeps numbers in their normal forms, and no key for what is not known', () => {
    expect(tolvan).toEqual({
      id: customerId,
      rev: 1,
      name: 'Tolvan Tolvansson',
      otherNames: ['Tolvans Café'],
      personalNumber: '191212121212',
      addresses: [address],
      externalIds: [{ system: 'Raindance', id: '4711' }],
    });
    const made = after(undefined, decideCustomerRegistration([], { ...company, unitId: '7', isProtected: true }, hand));
    expect(made).toMatchObject({
      organisationNumber: '5566778899',
      eInvoiceAddress: '0007:5566778899',
      unitId: '7',
      protectedBy: anna,
    });
  });
});

describe('customers/change-facts', () => {
  const decide = (customer: Customer | undefined, command: ChangeCustomerFacts, twins: readonly Customer[] = []) =>
    decideCustomerFacts({ customer, twins }, command, hand);
  const other = { ...tolvan, id: asId<'customer'>('0190c110-0000-7000-8000-000000000002') };
  test.each([
    [undefined, change({ name: '' }), [other], 'not-found'],
    [tolvan, change({ name: '' }), [other], 'name-missing'],
    [tolvan, change({ organisationNumber: '556677-8899' }), [other], 'company-and-person'],
    [tolvan, change({ name: 'Tolvan' }), [other], 'already-registered'],
    [tolvan, change({ personalNumber: '19121212-1212', name: 'Tolvan Tolvansson ' }), [tolvan], 'nothing-to-do'],
    [{ ...tolvan, protectedBy: bo }, change({}, true), [], 'nothing-to-do'],
    [tolvan, change({ name: 'Tolvan' }), [tolvan], 'ok'],
  ] as const)('%#', (customer, command, twins, outcome) => {
    expect(codeOf(decide(customer, command, twins))).toBe(outcome);
  });

  test('says just what has changed, and null takes away', () => {
    const decided = decide(
      tolvan,
      change({ personalNumber: null, organisationNumber: '556677-8899', addresses: [address] }, true),
    );
    expect(decided).toMatchObject({
      value: [{ facts: { personalNumber: null, organisationNumber: '5566778899' } }, { type: 'identity-protected', by: anna }],
    });
    const { personalNumber: _, ...rest } = tolvan;
    expect(after(tolvan, decided)).toEqual({ ...rest, rev: 3, organisationNumber: '5566778899', protectedBy: anna });
  });
});

test('customers/end: after a day, and into use again', () => {
  const end = (customer: Customer | undefined, endedOn: Day | null) => decideCustomerEnd(customer, { customerId, endedOn });
  expect(codeOf(end(undefined, today))).toBe('not-found');
  expect(codeOf(end(tolvan, null))).toBe('nothing-to-do');
  const ended = after(tolvan, end(tolvan, today));
  expect(ended).toEqual({ ...tolvan, rev: 2, endedOn: today });
  expect(after(ended, end(ended, null))).toEqual({ ...tolvan, rev: 3 });
});

test('customers/reveal-personal-number leaves the reason, and changes nothing of the customer', () => {
  const wanted = { customerId, reason: 'Ska lämna inkassokrav' };
  expect(codeOf(decideReveal(undefined, wanted))).toBe('not-found');
  expect(codeOf(decideReveal(after(undefined, decideCustomerRegistration([], company, hand)), wanted))).toBe('nothing-covered');
  const decided = decideReveal(tolvan, wanted);
  expect(decided).toEqual({
    ok: true,
    value: [{ on: 'customer', id: customerId, type: 'personal-number-revealed', reason: wanted.reason }],
  });
  expect(after(tolvan, decided)).toEqual({ ...tolvan, rev: 2 });
});

test('customers/lift-protection takes another person than the one who protected', () => {
  const wanted = { customerId, reason: 'Skyddet har upphört enligt Skatteverket' };
  const hidden = after(tolvan, decideCustomerFacts({ customer: tolvan, twins: [] }, change({}, true), hand));
  expect(codeOf(decideLifting(undefined, wanted, { actor: bo }))).toBe('not-found');
  expect(codeOf(decideLifting(tolvan, wanted, { actor: bo }))).toBe('nothing-to-do');
  expect(codeOf(decideLifting(hidden, wanted, { actor: anna }))).toBe('four-eyes');
  expect(after(hidden, decideLifting(hidden, wanted, { actor: bo }))).toEqual({ ...tolvan, rev: 3 });
});

describe('what is shown', () => {
  test('has the number covered, and no address of a protected identity', () => {
    expect(shownCustomer(tolvan)).toMatchObject({ personalNumber: '19121212-••••', isProtected: false, addresses: [address] });
    const hidden = shownCustomer({ ...tolvan, protectedBy: anna });
    expect(hidden).toMatchObject({ isProtected: true, addresses: [], name: 'Tolvan Tolvansson' });
    expect(Object.keys(hidden)).not.toContain('protectedBy');
  });

  test('never has the number, whatever has happened to the customer', () => {
    const step = fc.oneof(
      fc.record({ name: fc.constantFrom('Tolvan', 'Elvan') }).map((facts) => change(facts)),
      fc.constant(change({}, true)),
      fc.constantFrom('19640823-3234', '640823-3234', '701063-2391', null).map((personalNumber) => change({ personalNumber })),
      fc.array(fc.constant(address), { maxLength: 3 }).map((addresses) => change({ addresses })),
      fc.constantFrom('0007:6408233234', '0007:7010632391', null).map((eInvoiceAddress) => change({ eInvoiceAddress })),
      fc.constantFrom('K 640823-3234', '197010632391').map((id) => change({ externalIds: [{ system: 'Raindance', id }] })),
    );
    const said = ['1212121212', '6408233234', '7010632391'];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (commands) => {
        let customer = tolvan;
        for (const command of commands) {
          const decided = decideCustomerFacts({ customer, twins: [] }, command, hand);
          if (decided.ok) customer = after(customer, decided);
          const told = [
            shownCustomer(customer),
            ...(decided.ok ? decided.value : []).flatMap((event) =>
              event.on === 'customer' ? [shownCustomerEvent(event, true)] : [],
            ),
          ];
          const digits = JSON.stringify(told).replaceAll(/[\s-]/g, '');
          for (const number of said) expect(digits).not.toContain(number);
          expect(JSON.stringify(told.slice(1))).not.toContain(address.street);
          expect(Object.values(customer)).not.toContain(null);
        }
      }),
    );
  });
});

describe('the address on a day', () => {
  const from = (fromDay: string, throughDay?: string): CustomerAddress => ({
    ...address,
    street: fromDay,
    fromDay: fromDay as Day,
    ...(throughDay !== undefined && { throughDay: throughDay as Day }),
  });
  const visiting = { ...address, kind: 'visiting', street: 'Storgatan 1' } as const;
  const all = [visiting, from('2026-06-01', '2026-06-30'), from('2026-01-01', '2026-06-30')];
  test.each([
    ['2025-12-31', 'Storgatan 1'],
    ['2026-01-01', '2026-01-01'],
    ['2026-06-01', '2026-06-01'],
    ['2026-06-30', '2026-06-01'],
    ['2026-07-01', 'Storgatan 1'],
  ] as const)('%s', (day, street) => {
    expect(addressOn(all, 'invoice', day as Day)?.street).toBe(street);
  });

  test('there is none where none is known', () => {
    expect(addressOn([from('2026-06-01')], 'invoice', '2026-05-31' as Day)).toBeUndefined();
    expect(addressOn([address], 'visiting', today)).toBeUndefined();
  });
});
