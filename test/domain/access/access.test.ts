import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  decideFounding,
  evolveGrant,
  evolvePerson,
  type Grant,
  permissionsOf,
  type Role,
  rolePermissions,
} from '../../../src/shared/domain/access/index.ts';
import { anna } from '../../make/invoices.ts';

const today = '2026-11-22' as Day;
const grant = (role: Role, fromDay: string, throughDay?: string): Grant => ({
  id: asId('0190abcd-0000-7000-8000-000000000001'),
  rev: 1,
  personId: anna,
  role,
  fromDay: fromDay as Day,
  ...(throughDay !== undefined && { throughDay: throughDay as Day }),
});

test.each([
  [grant('verification-clerk', '2026-11-22'), true],
  [grant('verification-clerk', '2026-11-23'), false],
  [grant('verification-clerk', '2026-01-01', '2026-11-22'), true],
  [grant('verification-clerk', '2026-01-01', '2026-11-21'), false],
  [grant('register-keeper', '2026-01-01'), false],
])('a grant gives what its role gives, from and through its days %#', (held, may) => {
  expect(permissionsOf([held], today).has('supplier-invoices.verify')).toBe(may);
});

test('nobody who verifies invoices keeps the register where the money goes by the same role', () => {
  for (const [role, permissions] of Object.entries(rolePermissions))
    expect(
      permissions.includes('supplier-invoices.verify' as never) && permissions.includes('suppliers.register' as never),
      role,
    ).toBe(false);
});

test('access/found-workspace: once, and with an administrator', () => {
  const person = (role: Role) => ({
    people: [{ id: anna, name: 'Anna Berg', initials: 'AB', human: true, grants: [{ id: asId<'grant'>('g'), role }] }],
  });
  const founded = decideFounding([], person('administrator'), today);
  const codes = [
    decideFounding([{ id: anna, rev: 1, name: 'A', initials: 'A', human: true }], person('administrator'), today),
    decideFounding([], person('verification-clerk'), today),
  ].map((result) => (result.ok ? 'ok' : result.error.code));
  expect(codes).toEqual(['already-founded', 'no-administrator']);
  expect(
    founded.ok &&
      founded.value.map((event) => (event.on === 'person' ? evolvePerson(undefined, event) : evolveGrant(undefined, event))),
  ).toMatchObject([
    { id: anna, name: 'Anna Berg', rev: 1 },
    { personId: anna, role: 'administrator', fromDay: today },
  ]);
});
