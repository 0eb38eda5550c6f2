import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  decideFounding,
  evolveGrant,
  evolvePerson,
  inTheWayOf,
  permissionsOf,
  type Role,
  rolePermissions,
  rolesOfFounder,
} from '../../../src/shared/domain/access/index.ts';
import { commands } from '../../../src/shared/run/commands/index.ts';
import { aGrant } from '../../make/grants.ts';
import { anna } from '../../make/invoices.ts';

const today = '2026-11-22' as Day;
const grant = (role: Role, fromDay: string, throughDay?: string) => aGrant({ role, fromDay, throughDay });

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
  const withGrants = (grants: readonly { readonly role: Role; readonly within?: string }[]) => ({
    people: [
      {
        id: anna,
        name: 'Anna Berg',
        initials: 'AB',
        human: true,
        grants: grants.map((grant, place) => ({ id: asId<'grant'>(`g${place}`), ...grant })),
      },
    ],
  });
  const person = (role: Role) => withGrants([{ role }]);
  const founded = decideFounding([], person('administrator'), today);
  const codes = [
    decideFounding([{ id: anna, rev: 1, name: 'A', initials: 'A', human: true }], person('administrator'), today),
    decideFounding([], person('verification-clerk'), today),
    decideFounding([], withGrants([{ role: 'administrator', within: '1' }]), today),
    decideFounding([], withGrants([{ role: 'administrator' }, { role: 'approver' }]), today),
    decideFounding([], withGrants([{ role: 'administrator' }, { role: 'register-keeper' }]), today),
  ].map((result) => (result.ok ? 'ok' : result.error.code));
  expect(codes).toEqual(['already-founded', 'no-administrator', 'no-administrator', 'roles-incompatible', 'ok']);
  expect(
    founded.ok &&
      founded.value.map((event) =>
        event.on === 'person' ? evolvePerson(undefined, event) : event.on === 'grant' && evolveGrant(undefined, event),
      ),
  ).toMatchObject([
    { id: anna, name: 'Anna Berg', rev: 1 },
    { personId: anna, role: 'administrator', within: 'all', fromDay: today },
  ]);
});

test('one who starts alone holds every role that goes with being the first, and no second pair of eyes', () => {
  const held = rolesOfFounder.map((role) => aGrant({ role }));
  expect(held.filter((each) => inTheWayOf(each, held) !== undefined)).toEqual([]);
  for (const role of ['approver', 'register-approver'] as const) expect(rolesOfFounder).not.toContain(role);
  expect(rolesOfFounder).toContain('administrator');
});

test('the program may do all that taking in a file needs, and decides on no invoice', () => {
  const may = permissionsOf([aGrant({ role: 'program' })], today);
  const ofClerks = ['intake/restore-page', 'intake/drop-page'];
  const ofIntake = (name: string): boolean => name.startsWith('intake/') || name === 'supplier-invoices/register';
  const intake = Object.entries(commands).filter(([name]) => ofIntake(name) && !ofClerks.includes(name));
  expect(intake.map(([, { permission }]) => permission).filter((each) => each === null || !may.has(each))).toEqual([]);
  for (const permission of ['correct', 'verify', 'approve'] as const)
    expect(may.has(`supplier-invoices.${permission}`)).toBe(false);
});
