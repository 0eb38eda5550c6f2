// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/shared/base/day.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { type Permission, type RoleChange, rolePermissions } from '../../src/shared/domain/access/index.ts';
import { aGrant } from '../make/grants.ts';
import { anna, bo, cecilia } from '../make/invoices.ts';
import type { AccessStart } from './fake-access.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();
const person = (id: PersonId, name: string) => ({ id, rev: 1, name, initials: name.slice(0, 2), human: true });
const people = [person(anna, 'Anna Berg'), person(bo, 'Bo Lind'), person(cecilia, 'Cecilia Ek')];
const annas = aGrant({ id: 'a', role: 'administrator' });
const cecilias = aGrant({ id: 'c', personId: cecilia, role: 'administrator' });
const bos = aGrant({ id: 'b', personId: bo, role: 'records-officer', throughDay: '2026-12-31' });
const asked = (changes: Partial<RoleChange> = {}) =>
  ({
    ...{
      id: asId('w'),
      rev: 1,
      state: 'pending',
      kind: 'grant',
      grantId: asId('n'),
      personId: bo,
      role: 'approver',
      within: '4711',
    },
    ...{ fromDay: '2026-12-01' as Day, reason: 'ny attestant', requestedBy: cecilia, requestedAtMs: Date.UTC(2026, 10, 21, 9) },
    ...changes,
  }) as RoleChange;

async function openAccess(access: AccessStart['access'], permissions: readonly Permission[] = rolePermissions.administrator) {
  const shown = await showApp([], permissions, access === undefined ? {} : { access });
  await shown.user.click(await screen.findByRole('button', { name: /^Behörigheter/ }));
  await screen.findByRole('heading', { level: 1, name: 'Behörigheter' });
  return shown;
}
const both = { people, grants: [annas, cecilias, bos] };
const commands = (said: readonly { readonly name: string; readonly input: unknown }[]) =>
  said.filter(({ name }) => name.startsWith('access/')).map(({ name }) => name.slice('access/'.length));

describe('people and their roles', () => {
  test('who only verifies has no such screen', async () => {
    await showApp([], rolePermissions['verification-clerk'], { access: both });
    expect(screen.queryByRole('button', { name: /^Behörigheter/ })).toBeNull();
  });

  test('are shown with their days, and a role is asked for with a reason, by keyboard', async () => {
    const { user, asked: said } = await openAccess(both);
    const row = await screen.findByRole('row', { name: /Bo Lind.*Handläggare fakturakopior/ });
    await user.click(row);
    await screen.findByText('2026-01-01 till och med 2026-12-31');
    await user.click(screen.getByRole('button', { name: 'Ge roll' }));
    await screen.findByText('Rollen gäller när en annan person har godkänt den.');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Roll' }), 'Attestant');
    await user.type(screen.getByRole('textbox', { name: /^Enhet/ }), '4711');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Skriv varför, med minst fem tecken.');
    expect(commands(said)).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: /^Varför/ }), 'ny attestant{Enter}');
    await screen.findByRole('row', { name: /Bo Lind.*1 begäran/ });
    expect(said.find(({ name }) => name === 'access/request-role')?.input).toMatchObject({
      ...{ personId: bo, role: 'approver', within: '4711', fromDay: '2026-11-22', throughDay: null, reason: 'ny attestant' },
    });
    // What one has asked for oneself is not counted as waiting for one.
    expect(screen.queryByRole('button', { name: /^Behörigheter\s*1$/ })).toBeNull();
  });

  test('the one who stands alone is told that the first other administrator needs nobody else', async () => {
    const { user } = await openAccess({ people, grants: [annas] });
    await user.click(await screen.findByRole('row', { name: /Bo Lind/ }));
    await user.click(screen.getByRole('button', { name: 'Ge roll' }));
    await screen.findByText(/^Du är ensam administratör\./);
    await user.type(screen.getByRole('textbox', { name: /^Varför/ }), 'två krävs{Enter}');
    await screen.findByRole('row', { name: /Bo Lind.*Administratör/ });
    await user.click(screen.getByRole('tab', { name: 'Avgjorda' }));
    await screen.findByText(/^Anna Berg var ensam administratör och gav den första andra/);
  });

  test('a role is ended at once, and lengthened by two', async () => {
    const { user, asked: said } = await openAccess(both);
    await user.click(await screen.findByRole('row', { name: /Bo Lind/ }));
    await user.click(screen.getByRole('button', { name: /^Förläng Handläggare fakturakopior/ }));
    await user.type(await screen.findByRole('textbox', { name: /^Till och med/ }), '2027-06-30');
    await user.type(screen.getByRole('textbox', { name: /^Varför/ }), 'fortsätter{Enter}');
    await screen.findByText(/^Längre Handläggare fakturakopior, alla enheter: 2026-01-01 till och med 2027-06-30/);
    await user.click(screen.getByRole('button', { name: /^Avsluta Handläggare fakturakopior/ }));
    const day = await screen.findByRole('textbox', { name: /^Sista dag/ });
    await user.clear(day);
    await user.type(day, '2026-11-21{Enter}');
    await screen.findByText('2026-01-01 till och med 2026-11-21');
    screen.getByText('Har upphört');
    expect(commands(said)).toEqual(['request-longer-role', 'end-role']);
  });

  test('somebody new is added, without any role', async () => {
    const { user } = await openAccess(both);
    await user.click(await screen.findByRole('button', { name: 'Ny person' }));
    await user.type(await screen.findByRole('textbox', { name: /^Namn/ }), 'Dina Ny{Enter}');
    await screen.findByRole('row', { name: /Dina Ny.*ingen roll/ });
    await screen.findByRole('heading', { name: 'Dina Ny' });
  });
});

describe('a role that waits', () => {
  test('is counted, shown with why and by whom, and approved by one key', async () => {
    const { user, asked: said } = await openAccess({ ...both, changes: [asked()] });
    await screen.findByRole('button', { name: /^Behörigheter\s*1$/ });
    await user.click(screen.getByRole('tab', { name: /Väntar på beslut/ }));
    const pane = within(await screen.findByRole('region', { name: 'Bo Lind' }));
    pane.getByText('ny attestant');
    pane.getByText(/^Cecilia Ek, 2026-11-21/);
    pane.getByText('Om du godkänner har Bo Lind rollen: Attestant, enhet 4711, från 2026-12-01 tills vidare.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(/^Godkänd\. Beslutad av: Anna Berg/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(commands(said)).toEqual(['decide-role']);
  });

  test('is refused with a reason', async () => {
    const { user } = await openAccess({ ...both, changes: [asked()] });
    await user.click(screen.getByRole('tab', { name: /Väntar på beslut/ }));
    await screen.findByText(/^Om du godkänner/);
    await user.keyboard('{F7}');
    await user.type(await screen.findByRole('textbox', { name: 'Varför nekas den?' }), 'fel person{Enter}');
    await screen.findByText('Nekad: fel person');
  });

  test.each([
    [asked({ requestedBy: anna }), 'Du begärde det här. En annan administratör måste besluta.'],
    [asked({ personId: anna }), 'Det gäller din egen roll. En annan administratör måste besluta.'],
  ])('is not decided by who asked or is to have it: %#', async (change, why) => {
    const { user, asked: said } = await openAccess({ ...both, changes: [change] });
    await user.click(screen.getByRole('tab', { name: /Väntar på beslut/ }));
    await screen.findAllByText(why);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(commands(said)).toEqual([]));
  });
});
