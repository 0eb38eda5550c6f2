// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { rolePermissions } from '../../src/shared/domain/access/index.ts';
import { bo } from '../make/invoices.ts';
import { aFinding } from './fake-controls.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

const keeper = rolePermissions['register-keeper'];
const debts = aFinding({ id: asId('0190eeee-0000-7000-8000-000000000002'), about: 'status', note: 'Konkurs inledd.' });
const pane = () => screen.findByRole('region', { name: 'Kontrollpunkten' });

async function showControls(findings = [aFinding(), debts], permissions: readonly (typeof keeper)[number][] = keeper) {
  const shown = await showApp([], permissions, { findings });
  await shown.user.click(screen.getByRole('button', { name: /^Kontroller/ }));
  await screen.findByRole('heading', { level: 1, name: 'Kontroller' });
  return shown;
}

describe('the inbox of controls', () => {
  giveElementsASize();

  test('says in words how bad each finding is, and shows the marked one in full', async () => {
    const { user } = await showControls();
    const rows = within(await screen.findByRole('grid', { name: 'Kontrollpunkter' })).getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Allvar'),
      expect.stringMatching(/Varning.*Exempelbolaget AB.*F-skatt.*Ny.*2026-11-20/),
      expect.stringMatching(/Stopp.*Exempelbolaget AB.*Konkurs eller likvidation/),
    ]);
    expect((await pane()).textContent).toContain('Varning: se efter innan nästa betalning.');
    await user.keyboard('{ArrowDown}');
    expect((await pane()).textContent).toContain('Stopp: betala inget till leverantören innan det är utrett.');
    expect((await pane()).textContent).toContain('Konkurs inledd.');
  });

  test('snoozes by keyboard with a reason, and Ctrl+Z takes the snooze back', async () => {
    const { user, asked } = await showControls();
    await within(await screen.findByRole('grid')).findByText('F-skatt');
    await user.keyboard('{F8}');
    const forHowLong = await screen.findByRole('combobox', { name: 'Hur länge?' });
    expect(
      within(forHowLong)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['30 dagar, till 2026-12-22', '90 dagar, till 2027-02-20', '180 dagar, till 2027-05-21']);
    await user.selectOptions(forHowLong, '90');
    const why = screen.getByRole('textbox', { name: /Varför kan den vänta/ });
    await user.type(why, 'Nej{Enter}');
    await screen.findByText('Skriv varför, med minst fem tecken.');
    await user.clear(why);
    await user.type(why, 'Ny ansökan är inskickad{Enter}');
    expect((await screen.findAllByText('Exempelbolaget AB, F-skatt: uppskjuten till 2027-02-20.')).length).toBeGreaterThan(0);
    expect(asked.at(-1)).toMatchObject({
      name: 'supplier-control/snooze',
      input: { days: 90, reason: 'Ny ansökan är inskickad' },
    });
    await user.keyboard('{Control>}{PageDown}{/Control}');
    expect((await screen.findByRole('tab', { name: 'Uppskjutna' })).getAttribute('aria-selected')).toBe('true');
    await within(await screen.findByRole('grid')).findByText('2027-02-20');
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByText('Inget är uppskjutet.');
  });

  test('comments, shares with a colleague, and completes with what came of it', async () => {
    const { user } = await showControls([aFinding()]);
    await within(await screen.findByRole('grid')).findByText('F-skatt');
    await user.keyboard('{Control>}m{/Control}');
    await user.type(await screen.findByRole('textbox', { name: /Vad vill du säga/ }), 'Ringt dem{Enter}');
    await within(await pane()).findByText('Ringt dem');

    await user.keyboard('{Control>}d{/Control}');
    const whom = await screen.findByRole('combobox', { name: 'Med vem?' });
    expect(
      within(whom)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Bo Lind']); // not oneself
    await user.type(screen.getByRole('textbox', { name: /Vad ska hen göra/ }), 'Se på den{Enter}');
    await within(await screen.findByRole('grid')).findByText('Delad med Bo Lind');
    await user.click(screen.getByRole('tab', { name: 'Delade' }));
    await within(await screen.findByRole('grid')).findByText('Delad med Bo Lind');

    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Vad blev det?' }), 'Falskt larm');
    await user.type(screen.getByRole('textbox', { name: /Vad gjordes/ }), 'Fel person');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Inget är delat med en kollega.');
    await user.click(screen.getByRole('tab', { name: 'Klara' }));
    await within(await screen.findByRole('grid')).findByText('Falskt larm');
    expect(screen.getByRole('button', { name: /^Klarmarkera/ }).getAttribute('aria-disabled')).toBe('true');
  });

  test('says when a snooze is over, opens the supplier, and lets nobody act who may not', async () => {
    const over = {
      ...aFinding(),
      state: 'snoozed' as const,
      untilDay: '2026-11-22' as Day,
      reason: 'Väntar på svar',
      snoozedBy: bo,
    };
    const { user, told } = await showControls([over], rolePermissions['records-officer'] as never);
    await within(await screen.findByRole('grid')).findByText('Tillbaka sedan 2026-11-22');
    await user.keyboard('{F8}');
    expect(screen.queryByRole('combobox', { name: 'Hur länge?' })).toBeNull();
    expect(told.some((name) => name.startsWith('supplier-control/'))).toBe(false);
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByRole('heading', { level: 1, name: 'Leverantörer' });
  });
});
