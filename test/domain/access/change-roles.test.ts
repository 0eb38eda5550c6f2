import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  decideEnding,
  decideGrant,
  decideNewPerson,
  evolveGrant,
  evolvePerson,
  type Grant,
  type GrantRole,
  grantsInForce,
  humanRoles,
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
const days = (fromDay: string, throughDay: string | null) => ({
  fromDay: fromDay as Day,
  throughDay: throughDay as Day | null,
});
const wanted = (changes: Partial<GrantRole> = {}): GrantRole => ({
  grantId,
  personId: bo,
  role: 'approver',
  within: 'all',
  ...days('2026-12-01', '2026-12-31'),
  ...changes,
});

test('access/add-person: once, with a name, and with no role', () => {
  const command = { personId: bo, name: ' Bo Lind ', initials: 'BL' };
  expect(codeOf(decideNewPerson(person, command))).toBe('already-registered');
  expect(codeOf(decideNewPerson(undefined, { ...command, name: ' ' }))).toBe('name-missing');
  expect(codeOf(decideNewPerson(undefined, { ...command, initials: '' }))).toBe('name-missing');
  const events = allowed(decideNewPerson(undefined, command));
  expect(events.map((event) => event.on === 'person' && evolvePerson(undefined, event))).toEqual([person]);
});

describe('access/grant-role', () => {
  const keeper = aGrant({ role: 'register-keeper' });
  const facts = { grant: undefined, person, held: [] };
  test.each([
    // facts                                      command                                           by
    [{ ...facts, person: undefined, grant: annasOwn }, wanted(), administrator, 'not-found'],
    [{ ...facts, grant: annasOwn }, wanted({ personId: anna }), ofUnit, 'already-registered'],
    [facts, wanted({ personId: anna }), ofUnit, 'forbidden'],
    [facts, wanted({ within: '2' }), ofUnit, 'forbidden'],
    [
      facts,
      wanted({ within: '1' }),
      { id: anna, grants: [aGrant({ role: 'administrator', throughDay: '2026-11-21' })] },
      'forbidden',
    ],
    [facts, wanted({ personId: anna, ...days('2026-12-02', '2026-12-01') }), administrator, 'four-eyes'],
    [{ ...facts, held: [keeper] }, wanted(days('2026-12-02', '2026-12-01')), administrator, 'days-in-wrong-order'],
    [{ ...facts, held: [keeper] }, wanted(), administrator, 'roles-incompatible'],
    [facts, wanted(), administrator, 'ok'],
    [facts, wanted({ within: '1' }), ofUnit, 'ok'],
    [facts, wanted(days('2026-12-01', '2026-12-01')), administrator, 'ok'],
  ] as const)('%#', (facts, command, by, outcome) => {
    expect(codeOf(decideGrant(facts, command, by, today))).toBe(outcome);
  });

  test('the grant is as it was asked for, with or without a last day', () => {
    const granted = (command: GrantRole): (Grant | false)[] =>
      allowed(decideGrant(facts, command, administrator, today)).map(
        (event) => event.on === 'grant' && evolveGrant(undefined, event),
      );
    const { grantId: id, throughDay, ...rest } = wanted();
    expect(granted(wanted())).toEqual([{ id, rev: 1, ...rest, throughDay }]);
    expect(granted(wanted({ throughDay: null }))).toEqual([{ id, rev: 1, ...rest }]);
  });

  test('a grant from before there were units is for all of them', () => {
    const event = { on: 'grant', id: grantId, type: 'role-granted', personId: bo, role: 'approver', fromDay: today } as const;
    expect(evolveGrant(undefined, event)).toMatchObject({ within: 'all' });
  });
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
  const approver = { ...bos, role: 'approver' } as const;
  const keeperLater = aGrant({ id: 'k', personId: bo, role: 'register-keeper', fromDay: '2027-01-01' });
  const next = aGrant({ id: 'n', personId: cecilia, role: 'administrator' });
  const untilNewYear = { ...next, throughDay: '2026-12-31' as Day };
  const afterNewYear = { ...next, id: asId<'grant'>('l'), fromDay: '2027-01-01' as Day };
  const facts = { grant: bos, held: [bos], administrators: [annasOwn] };
  const on = (day: string) => ({ grantId, throughDay: day as Day });
  const mine = { grant: annasOwn, held: [annasOwn], administrators: [annasOwn] };
  test.each([
    // facts                                                       command          by
    [{ ...facts, grant: undefined }, on('2026-11-22'), administrator, 'not-found'],
    [facts, on('2026-11-22'), ofUnit, 'forbidden'],
    [{ ...facts, grant: { ...bos, personId: anna } }, on('2027-01-01'), administrator, 'four-eyes'],
    [{ ...facts, grant: { ...bos, personId: anna } }, on('2026-11-21'), administrator, 'ok'], // less for oneself
    [{ ...facts, grant: approver, held: [approver, keeperLater] }, on('2027-01-01'), administrator, 'roles-incompatible'],
    [{ ...facts, grant: approver, held: [approver, keeperLater] }, on('2026-12-30'), administrator, 'ok'],
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
    [facts, on('2026-11-22'), administrator, 'ok'],
    [facts, on('2027-06-30'), administrator, 'ok'],
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

test('whatever administrators do, nobody gets more by their own hand, no roles clash, and somebody administers', () => {
  const people = [anna, bo, cecilia];
  const day = fc.constantFrom('2026-11-21', '2026-11-22', '2026-12-01', '2026-12-31', '2027-06-30');
  const act = fc.record({
    by: fc.constantFrom(0, 0, 0, 1, 2),
    of: fc.nat(2),
    role: fc.constantFrom(...humanRoles),
    within: fc.constantFrom('all', 'all', '1', '2'),
    fromDay: day,
    throughDay: fc.option(day),
    ends: fc.option(fc.nat(4), { freq: 1 }),
  });
  let granted = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 4, maxLength: 20 }), (acts) => {
      let grants: readonly Grant[] = [aGrant({ id: 'g', role: 'administrator' })];
      acts.forEach(({ by, of, ends, ...extent }, place) => {
        const actor = people[by] ?? anna;
        const who = { id: actor, grants: grants.filter(({ personId }) => personId === actor) };
        const grant = ends === null ? undefined : grants[ends];
        const personId = grant?.personId ?? people[of] ?? bo;
        const held = grants.filter((each) => each.personId === personId);
        const wish = {
          ...wanted({ personId, role: extent.role, within: extent.within }),
          ...days(extent.fromDay, extent.throughDay),
        };
        const result =
          ends === null
            ? decideGrant(
                { grant: undefined, person: { ...person, id: personId }, held },
                { ...wish, grantId: asId(`${place}`) },
                who,
                today,
              )
            : decideEnding(
                { grant, held, administrators: grants.filter(({ role }) => role === 'administrator') },
                { grantId, throughDay: extent.fromDay as Day },
                who,
                today,
              );
        if (!result.ok) return;
        for (const event of result.value) {
          if (event.on !== 'grant') continue;
          const before = grants.find(({ id }) => id === event.id);
          const after = evolveGrant(before, event);
          grants = [...grants.filter(({ id }) => id !== event.id), after];
          const isMore =
            before === undefined || (before.throughDay !== undefined && (after.throughDay ?? '9') > before.throughDay);
          if (isMore) expect(after.personId).not.toBe(actor);
          granted += 1;
        }
        for (const each of grants)
          expect(
            inTheWayOf(
              each,
              grants.filter((other) => other.personId === each.personId && other.id !== each.id),
            ),
          ).toBeUndefined();
        for (const on of ['2026-11-22', '2026-11-23', '2026-12-02', '2027-01-01', '2027-12-31'])
          expect(grantsInForce(grants, on as Day).some(({ role, within }) => role === 'administrator' && within === 'all')).toBe(
            true,
          );
      });
    }),
  );
  expect(granted).toBeGreaterThan(50); // else it would hold of nothing
});
