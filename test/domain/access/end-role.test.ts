import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  decideEnding,
  decideNewPerson,
  evolveGrant,
  evolvePerson,
  inTheWayOf,
  permissionsOf,
} from '../../../src/shared/domain/access/index.ts';
import { allowed, codeOf, today } from '../../make/decisions.ts';
import { aGrant } from '../../make/grants.ts';
import { anna, bo, cecilia } from '../../make/invoices.ts';

const grantId = asId<'grant'>('0190abcd-0000-7000-8000-00000000000f');
const annasOwn = aGrant({ role: 'administrator' });
const administrator = { id: anna, grants: [annasOwn] };
const ofUnit = { id: anna, grants: [aGrant({ role: 'administrator', within: '1' })] };
const person = { id: bo, rev: 1, name: 'Bo Lind', initials: 'BL', human: true };

test('access/add-person: once, with a name, and with no role', () => {
  const command = { personId: bo, name: ' Bo Lind ', initials: 'BL' };
  expect(codeOf(decideNewPerson(person, command))).toBe('already-registered');
  expect(codeOf(decideNewPerson(undefined, { ...command, name: ' ' }))).toBe('name-missing');
  expect(codeOf(decideNewPerson(undefined, { ...command, initials: '' }))).toBe('name-missing');
  const events = allowed(decideNewPerson(undefined, command));
  expect(events.map((event) => event.on === 'person' && evolvePerson(undefined, event))).toEqual([person]);
});

describe('separation of duties', () => {
  const approver = aGrant({ role: 'approver', fromDay: '2026-12-01', throughDay: '2026-12-31' });
  test.each([
    // held                                                                               in the way
    [aGrant({ role: 'register-keeper' }), true],
    [aGrant({ role: 'administrator' }), true],
    [aGrant({ role: 'program' }), true],
    [aGrant({ role: 'verification-clerk' }), false], // four eyes on each invoice are enough
    [aGrant({ role: 'records-officer' }), false],
    [aGrant({ role: 'approver' }), false],
    [aGrant({ role: 'register-keeper', within: '4711' }), true],
    [aGrant({ role: 'register-keeper', throughDay: '2026-11-30' }), false],
    [aGrant({ role: 'register-keeper', throughDay: '2026-12-01' }), true],
    [aGrant({ role: 'register-keeper', fromDay: '2026-12-31' }), true],
    [aGrant({ role: 'register-keeper', fromDay: '2027-01-01' }), false],
    [aGrant({ role: 'register-keeper', fromDay: '2026-12-10', throughDay: '2026-12-09' }), false], // never in force
  ] as const)('%#', (held, isInTheWay) => {
    expect(inTheWayOf(approver, [held])).toBe(isInTheWay ? held : undefined);
    expect(inTheWayOf(held, [approver])).toBe(isInTheWay ? approver : undefined);
  });

  test('units that are not the same keep two roles apart', () => {
    expect(
      inTheWayOf(aGrant({ role: 'approver', within: '1' }), [aGrant({ role: 'register-keeper', within: '2' })]),
    ).toBeUndefined();
  });
});

describe('access/end-role', () => {
  const bos = aGrant({ id: grantId, personId: bo, throughDay: '2026-12-31' });
  const next = aGrant({ id: 'n', personId: cecilia, role: 'administrator' });
  const untilNewYear = { ...next, throughDay: '2026-12-31' as Day };
  const afterNewYear = { ...next, id: asId<'grant'>('l'), fromDay: '2027-01-01' as Day };
  const facts = { grant: bos, administrators: [annasOwn] };
  const on = (day: string) => ({ grantId, throughDay: day as Day });
  const mine = { grant: annasOwn, administrators: [annasOwn] };
  test.each([
    // facts                                                       command          by
    [{ ...facts, grant: undefined }, on('2026-11-22'), administrator, 'not-found'],
    [facts, on('2026-11-22'), ofUnit, 'forbidden'],
    [facts, on('2026-12-31'), administrator, 'not-shorter'],
    [facts, on('2027-06-30'), administrator, 'not-shorter'],
    [{ ...facts, grant: { ...bos, personId: anna } }, on('2026-11-21'), administrator, 'ok'], // less for oneself
    [mine, on('2026-11-22'), administrator, 'no-administrator'],
    [
      { ...mine, administrators: [annasOwn, { ...next, throughDay: '2027-12-31' as Day }] },
      on('2026-11-22'),
      administrator,
      'no-administrator',
    ],
    [{ ...mine, administrators: [annasOwn, { ...next, within: '1' }] }, on('2026-11-22'), administrator, 'no-administrator'],
    [
      { ...mine, administrators: [annasOwn, { ...next, fromDay: '2026-11-24' as Day }] },
      on('2026-11-22'),
      administrator,
      'no-administrator',
    ],
    [{ ...mine, administrators: [annasOwn, untilNewYear] }, on('2026-11-22'), administrator, 'no-administrator'],
    [{ ...mine, administrators: [annasOwn, untilNewYear, afterNewYear] }, on('2026-11-22'), administrator, 'ok'],
    [{ ...mine, administrators: [annasOwn, next] }, on('2026-11-22'), administrator, 'ok'],
    [{ ...mine, administrators: [annasOwn, next] }, on('2027-06-30'), administrator, 'ok'], // it had no last day
    [facts, on('2026-11-22'), administrator, 'ok'],
  ] as const)('%#', (facts, command, by, outcome) => {
    expect(codeOf(decideEnding(facts, command, by, today))).toBe(outcome);
  });

  test('the day is the last one', () => {
    const [event] = allowed(decideEnding(facts, on('2026-11-22'), administrator, today));
    if (event?.on !== 'grant') throw new Error('a grant ends');
    const ended = evolveGrant(bos, event);
    expect(ended).toEqual({ ...bos, rev: 2, throughDay: '2026-11-22' });
    expect(permissionsOf([ended], '2026-11-22' as Day).size).toBeGreaterThan(0);
    expect(permissionsOf([ended], '2026-11-23' as Day).size).toBe(0);
  });
});
