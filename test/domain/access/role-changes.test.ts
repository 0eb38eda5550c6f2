import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  decideLongerRoleRequest,
  decideRoleChange,
  decideRoleRequest,
  decideRoleWithdrawal,
  evolveGrant,
  evolveRoleChange,
  type Grant,
  type RequestRole,
  type RoleChange,
} from '../../../src/shared/domain/access/index.ts';
import { allowed, codeOf, today } from '../../make/decisions.ts';
import { aGrant } from '../../make/grants.ts';
import { anna, bo, cecilia } from '../../make/invoices.ts';

const dan = asId<'person'>('0190abcd-0000-7000-8000-0000000000d1');
const grantId = asId<'grant'>('0190abcd-0000-7000-8000-00000000000f');
const changeId = asId<'roleChange'>('0190abcd-0000-7000-8000-0000000000f0');
const when = { today, atMs: 7 };
const reason = 'ny medarbetare';
const annasOwn = aGrant({ role: 'administrator' });
const cecilias = aGrant({ id: 'c', personId: cecilia, role: 'administrator' });
const administrators = [annasOwn, cecilias];
const byAnna = { id: anna, grants: [annasOwn] };
const byCecilia = { id: cecilia, grants: [cecilias] };
const ofUnit = { id: anna, grants: [aGrant({ role: 'administrator', within: '1' })] };
const person = { id: bo, rev: 1, name: 'Bo Lind', initials: 'BL', human: true };
const day = (text: string): Day => text as Day;
const days = (fromDay: string, throughDay: string | null) => ({ fromDay: day(fromDay), throughDay: throughDay as Day | null });
const wanted = (changes: Partial<RequestRole> = {}): RequestRole => ({
  ...{ changeId, grantId, personId: bo, role: 'approver', within: 'all', reason },
  ...days('2026-12-01', '2026-12-31'),
  ...changes,
});
const facts = { change: undefined, grant: undefined, person, held: [], waiting: [], administrators };
const requested = (command = wanted(), around = facts): RoleChange => {
  const [event] = allowed(decideRoleRequest(around, command, byAnna, when));
  if (event?.on !== 'roleChange') throw new Error('it is asked for');
  return evolveRoleChange(undefined, event);
};

describe('access/request-role', () => {
  const keeper = aGrant({ role: 'register-keeper' });
  test.each([
    // facts                                      command                                           by
    [{ ...facts, person: undefined }, wanted(), byAnna, 'not-found'],
    [{ ...facts, person: { ...person, human: false } }, wanted(), byAnna, 'not-found'],
    [{ ...facts, grant: annasOwn }, wanted({ personId: anna }), ofUnit, 'already-registered'],
    [{ ...facts, change: requested() }, wanted(), byAnna, 'already-registered'],
    [facts, wanted({ personId: anna }), ofUnit, 'forbidden'],
    [facts, wanted({ within: '2' }), ofUnit, 'forbidden'],
    [facts, wanted(), { id: anna, grants: [aGrant({ role: 'administrator', throughDay: '2026-11-21' })] }, 'forbidden'],
    [facts, wanted({ personId: anna, ...days('2026-12-02', '2026-12-01') }), byAnna, 'four-eyes'],
    [{ ...facts, waiting: [requested()] }, wanted(), byAnna, 'already-asked'],
    [{ ...facts, waiting: [requested(wanted({ within: '1' }))] }, wanted(), byAnna, 'ok'],
    [{ ...facts, held: [keeper] }, wanted(days('2026-12-02', '2026-12-01')), byAnna, 'days-in-wrong-order'],
    [facts, wanted(days('2026-11-01', '2026-11-21')), byAnna, 'days-in-wrong-order'], // over before anyone can approve it
    [{ ...facts, held: [keeper] }, wanted(), byAnna, 'roles-incompatible'],
    [facts, wanted(), byAnna, 'ok'],
    [facts, wanted({ within: '1' }), ofUnit, 'ok'],
    [facts, wanted(days('2026-12-01', '2026-12-01')), byAnna, 'ok'],
  ] as const)('%#', (around, command, by, outcome) => {
    expect(codeOf(decideRoleRequest(around, command, by, when))).toBe(outcome);
  });

  test('nothing is in force: it waits, as it was asked for', () => {
    const events = allowed(decideRoleRequest(facts, wanted(), byAnna, when));
    expect(events.map(({ type }) => type)).toEqual(['role-requested']);
    const { changeId: id, ...asked } = wanted();
    expect(requested()).toEqual({
      ...{ id, rev: 1, state: 'pending', kind: 'grant', requestedBy: anna, requestedAtMs: 7 },
      ...{ ...asked, throughDay: '2026-12-31' },
    });
    expect(requested(wanted({ throughDay: null }))).not.toHaveProperty('throughDay');
  });

  const second = wanted({ role: 'administrator', ...days('2026-11-22', null) });
  test.each([
    // administrators that there are and have been       command                     given alone
    [[annasOwn], second, true],
    [[annasOwn], { ...second, role: 'verification-clerk' }, false],
    [[annasOwn], { ...second, within: '1' }, false],
    [[annasOwn, { ...cecilias, within: '1' }], second, true],
    [administrators, second, false],
    [[annasOwn, { ...cecilias, throughDay: day('2026-01-01') }], second, false], // who has been one is not made up for
    [[annasOwn, { ...cecilias, fromDay: day('2027-01-01') }], second, false],
  ] as const)('the one who stands alone gives the first other administrator: %#', (held, command, alone) => {
    const types = allowed(decideRoleRequest({ ...facts, administrators: held }, command, byAnna, when)).map(({ type }) => type);
    expect(types).toEqual(alone ? ['role-requested', 'role-change-approved', 'role-granted'] : ['role-requested']);
  });
});

describe('access/request-longer-role', () => {
  const bos = aGrant({ id: grantId, personId: bo, role: 'approver', throughDay: '2026-12-31' });
  const keeperLater = aGrant({ id: 'k', personId: bo, role: 'register-keeper', fromDay: '2027-01-01' });
  const held = { ...facts, grant: bos, held: [bos] };
  const until = (throughDay: string | null) => ({ changeId, grantId, throughDay: throughDay as Day | null, reason });
  test.each([
    [facts, until('2027-06-30'), byAnna, 'not-found'],
    [{ ...held, grant: aGrant({ role: 'program', throughDay: '2026-12-31' }) }, until(null), byAnna, 'not-found'],
    [held, until('2026-12-31'), byAnna, 'not-longer'],
    [{ ...held, grant: aGrant({ role: 'approver' }) }, until('2027-06-30'), byAnna, 'not-longer'],
    [held, until('2027-06-30'), ofUnit, 'forbidden'],
    [{ ...held, grant: { ...bos, personId: anna } }, until('2027-06-30'), byAnna, 'four-eyes'],
    [{ ...held, held: [bos, keeperLater] }, until('2027-06-30'), byAnna, 'roles-incompatible'],
    [held, until('2027-06-30'), byAnna, 'ok'],
    [held, until(null), byAnna, 'ok'],
  ] as const)('%#', (around, command, by, outcome) => {
    expect(codeOf(decideLongerRoleRequest(around, command, by, when))).toBe(outcome);
  });

  test.each(['2027-06-30', null])('approved, the last day is %s', (throughDay) => {
    const [asked] = allowed(decideLongerRoleRequest(held, until(throughDay), byAnna, when));
    if (asked?.on !== 'roleChange') throw new Error('it is asked for');
    const change = evolveRoleChange(undefined, asked);
    const around = { change, grant: bos, held: [bos], administrators };
    const [, event] = allowed(decideRoleChange(around, { changeId, refusal: null }, byCecilia, when));
    if (event?.on !== 'grant') throw new Error('the role is longer');
    const { throughDay: _, ...without } = bos;
    expect(evolveGrant(bos, event)).toEqual({ ...without, rev: 2, ...(throughDay !== null && { throughDay }) });
    expect(
      codeOf(decideRoleChange({ ...around, grant: evolveGrant(bos, event) }, { changeId, refusal: null }, byCecilia, when)),
    ).toBe('changed-meanwhile');
  });
});

describe('access/decide-role and access/withdraw-role', () => {
  const change = requested();
  const around = { change, grant: undefined, held: [], administrators };
  const approve = { changeId, refusal: null };
  const held = (role: Grant['role'], within = 'all') => ({ id: dan, grants: [aGrant({ id: 'd', personId: dan, role, within })] });
  const administrator = requested(wanted({ role: 'administrator', throughDay: null }));
  const left = [annasOwn, { ...cecilias, throughDay: day('2026-11-20') }];
  test.each([
    [{ ...around, change: undefined }, approve, byCecilia, 'not-found'],
    [{ ...around, change: { ...change, state: 'withdrawn' } as const }, approve, byCecilia, 'wrong-state'],
    [around, approve, { id: dan, grants: [] }, 'forbidden'],
    [around, approve, held('approver'), 'forbidden'],
    [around, approve, held('administrator', '1'), 'forbidden'],
    [around, approve, byAnna, 'four-eyes'],
    [around, { changeId, refusal: 'ångrat mig' }, byAnna, 'four-eyes'],
    [around, approve, { id: bo, grants: [aGrant({ id: 'b', personId: bo, role: 'administrator' })] }, 'four-eyes'],
    [{ ...around, grant: aGrant() }, approve, byCecilia, 'changed-meanwhile'],
    [{ ...around, held: [aGrant({ role: 'register-keeper' })] }, approve, byCecilia, 'roles-incompatible'],
    [{ ...around, change: { ...change, throughDay: day('2026-11-21') } }, approve, byCecilia, 'days-in-wrong-order'],
    [around, approve, byCecilia, 'ok'],
    [around, { changeId, refusal: 'fel person' }, byCecilia, 'ok'],
    // One administrator is left, and others have been: who decides on money lets in another, and nothing else.
    [{ ...around, change: administrator, administrators: left }, approve, held('approver'), 'ok'],
    [{ ...around, change: administrator, administrators: left }, approve, held('register-approver'), 'ok'],
    [{ ...around, change: administrator, administrators: left }, approve, held('approver', '1'), 'forbidden'],
    [{ ...around, change: administrator, administrators: left }, approve, held('verification-clerk'), 'forbidden'],
    [{ ...around, change: administrator }, approve, held('approver'), 'forbidden'],
    [{ ...around, administrators: left }, approve, held('approver'), 'forbidden'],
  ] as const)('%#', (given, command, by, outcome) => {
    expect(codeOf(decideRoleChange(given, command, by, when))).toBe(outcome);
  });

  test('an approved role begins when it is approved, and no earlier', () => {
    const early = requested(wanted(days('2026-11-22', null)));
    const later = { today: day('2026-11-25'), atMs: 9 };
    const [decided, event] = allowed(decideRoleChange({ ...around, change: early }, approve, byCecilia, later));
    expect(event).toMatchObject({ type: 'role-granted', id: grantId, personId: bo, role: 'approver', fromDay: '2026-11-25' });
    if (decided?.on !== 'roleChange') throw new Error('it is decided');
    expect(evolveRoleChange(early, decided)).toMatchObject({ state: 'approved', decidedBy: cecilia, decidedAtMs: 9, rev: 2 });
  });

  test('a refused one, and one that was taken back, leave nobody with more', () => {
    const refused = allowed(decideRoleChange(around, { changeId, refusal: 'fel person' }, byCecilia, when));
    expect(refused).toEqual([
      { on: 'roleChange', id: changeId, type: 'role-change-refused', by: cecilia, atMs: 7, refusal: 'fel person' },
    ]);
    expect(codeOf(decideRoleWithdrawal(undefined, anna))).toBe('not-found');
    expect(codeOf(decideRoleWithdrawal({ ...change, state: 'withdrawn' }, anna))).toBe('wrong-state');
    expect(codeOf(decideRoleWithdrawal(change, cecilia))).toBe('not-yours');
    const [event] = allowed(decideRoleWithdrawal(change, anna));
    if (event?.on !== 'roleChange') throw new Error('it is taken back');
    expect(evolveRoleChange(change, event)).toEqual({ ...change, rev: 2, state: 'withdrawn' });
  });
});
