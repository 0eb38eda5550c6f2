// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { type Permission, rolePermissions } from '../../src/shared/domain/access/index.ts';
import { anna, bo, cecilia, exempelbolaget } from '../make/invoices.ts';
import { aRegister, asked, at, rang } from './a-register.ts';
import type { FakeStart } from './fake-engine.ts';
import type { Done } from './fake-registers.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();
const approver = rolePermissions['register-approver'];
const keeper = rolePermissions['register-keeper'];
const both: readonly Permission[] = [...approver, ...keeper];

async function openChanges(permissions: readonly Permission[], changes: readonly Done[], start: FakeStart = {}) {
  const shown = await showApp([], permissions, { registers: [...aRegister, ...changes], ...start });
  await shown.user.click(await screen.findByRole('button', { name: /^Min kontroll/ }));
  await screen.findByRole('heading', { level: 1, name: 'Väntar på min kontroll' });
  return shown;
}
const named = (said: readonly { readonly name: string; readonly input: unknown }[], name: string) =>
  said.filter((one) => one.name === name).map(({ input }) => input);
const isGrey = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true';

describe('a change that waits', () => {
  test('shows both sides, why, on what grounds and by whom; the rail counts it', async () => {
    await openChanges(approver, [asked(), rang()]);
    expect(screen.getByRole('button', { name: /^Min kontroll\s*1$/ })).toBeTruthy();
    const sides = within(await screen.findByRole('region', { name: 'Före och efter' }));
    await waitFor(() => expect(sides.getAllByText('Bankgiro 991-2346')).toHaveLength(2));
    sides.getByText('Bankgiro 5050-1055');
    screen.getByText('De har bytt bank.');
    screen.getByText('Brev eller e-post: Brev 2026-11-20');
    screen.getByText(/^Bo Lind, 2026-11-21/);
    screen.getByText('Ring 0920-123 45');
    screen.getByText(/Bo Lind talade med Eva i växeln .*: det stämmer\./);
  });

  test('is approved by one key, stays in view as settled, and the same key again does nothing more', async () => {
    const second = asked();
    const other = { ...second, event: { ...second.event, id: '0190ffff-0000-7000-8000-00000000000c' } } as Done;
    const { user, asked: said } = await openChanges(approver, [asked(), rang(), other]);
    await user.click((await screen.findAllByRole('row', { name: /Exempelbolaget AB.*Att avgöra/ }))[0] as HTMLElement);
    await screen.findByText(/^Godkänner du gäller det här genast: Nytt betalnummer: Bankgiro 5050-1055/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Godkänd av Anna Berg 2026-11-22');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(named(said, 'registers/decide-change')).toEqual([{ changeId: second.event.id, refusal: null }]);
  });

  test('is refused with a reason, and without one it is not', async () => {
    const { user, asked: said } = await openChanges(approver, [asked(), rang()]);
    await screen.findByText(/^Godkänner du/);
    await user.keyboard('{F7}');
    await user.type(await screen.findByRole('textbox', { name: 'Varför nekas den?' }), 'nej{Enter}');
    await screen.findByText('Skriv varför, med minst fem tecken.');
    expect(named(said, 'registers/decide-change')).toEqual([]);
    await user.keyboard(', de kände inte till brevet{Enter}');
    await screen.findByText('Skäl till att den nekades: nej, de kände inte till brevet');
    await user.click(screen.getByRole('tab', { name: 'Avgjorda' }));
    await screen.findByRole('row', { name: /Exempelbolaget AB.*Nekad/ });
  });
});

describe('what one may not do says why', () => {
  test.each<[string, readonly Permission[], readonly Done[], RegExp]>([
    ['own change', both, [asked(anna), rang(bo)], /Du har själv begärt ändringen/],
    ['own call', both, [asked(bo), rang(anna)], /Du har ringt om ändringen/],
    ['no call', approver, [asked(bo)], /Ring först upp leverantören/],
    ['a call that was not confirmed', approver, [asked(bo), rang(cecilia, false)], /Leverantören har inte bekräftat/],
    ['no role', keeper, [asked(bo), rang(bo)], /Din roll får inte godkänna ändringar/],
  ])('%s', async (_, permissions, changes, why) => {
    const { user, asked: said } = await openChanges(permissions, changes);
    expect((await screen.findAllByText(why)).length).toBeGreaterThan(0);
    expect(isGrey('Godkänn')).toBe(true);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.click(screen.getByRole('button', { name: 'Godkänn' }));
    expect(named(said, 'registers/decide-change')).toEqual([]);
  });

  test('and where only the server knows, its answer is said', async () => {
    const registered = aRegister.map((done) =>
      done.event.type === 'supplier-registered' && done.event.id === exempelbolaget.id ? { ...done, by: anna } : done,
    );
    const { user } = await openChanges(approver, [], { registers: [...registered, asked(bo), rang(bo)] });
    await screen.findByText(/^Godkänner du/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(/Det kräver fyra ögon/);
  });

  test('and without the server nothing is decided', async () => {
    const { user } = await openChanges(approver, [asked(), rang()], { registersOffline: true });
    await screen.findByText(/^Godkänner du/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(/Det kräver servern/);
    expect(screen.queryByText(/^Godkänd av/)).toBeNull();
  });
});

describe('the call', () => {
  test('is noted by keyboard; whoever notes it cannot approve', async () => {
    const { user, asked: said } = await openChanges(both, [asked(bo)]);
    await screen.findByText('Ring 0920-123 45');
    await user.keyboard('{F8}');
    await user.keyboard('Eva i växeln');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Stämmer ändringen?' }), 'Ja, det stämmer');
    await user.click(screen.getByRole('button', { name: 'Anteckna samtalet' }));
    await screen.findByText(/Anna Berg talade med Eva i växeln/);
    expect(named(said, 'registers/note-call-back')).toMatchObject([{ spokeWith: 'Eva i växeln', confirmed: true }]);
    expect((await screen.findAllByText(/Du har ringt om ändringen/)).length).toBeGreaterThan(0);
  });

  test('is warned of where the number to ring was written shortly before', async () => {
    const written: Done = {
      by: bo,
      atMs: at(11, 20),
      event: { on: 'supplier', id: exempelbolaget.id, type: 'supplier-facts-changed', facts: { phone: '070-000 00 00' } },
    };
    const change = asked();
    const rings = { ...change, event: { ...change.event, ring: '070-000 00 00' } } as Done;
    await openChanges(approver, [written, rings]);
    await screen.findByText(/Telefonnumret skrevs in av Bo Lind 2026-11-20, strax innan/);
  });
});

test('one’s own change is taken back', async () => {
  const { user } = await openChanges(keeper, [asked(anna)]);
  await user.click(await screen.findByRole('button', { name: 'Ta tillbaka' }));
  await screen.findByText('Tillbakatagen av Anna Berg');
  await screen.findByText('Ingen ändring väntar.');
});
