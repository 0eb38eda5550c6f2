// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/shared/base/day.ts';
import type { ServiceSettings } from '../../src/shared/contract/control-service.ts';
import { type Permission, rolePermissions } from '../../src/shared/domain/access/index.ts';
import { anna } from '../make/invoices.ts';
import { aFinding, type ControlsStart } from './fake-controls.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

const keeper = rolePermissions['register-keeper'];
const settings = {
  ...{ isOn: true, source: 'Tjänsten', way: { kind: 'http' as const, address: 'https://kontroll.example' }, dailyAt: '06:00' },
  ...{ fTaxDays: 30, checkDays: 90 },
} satisfies ServiceSettings;
const section = async () => within(await screen.findByRole('region', { name: 'Kontrolltjänst' }));

async function showSettings(start: ControlsStart = {}, permissions: readonly Permission[] = keeper) {
  const shown = await showApp([], permissions, start);
  await shown.user.click(screen.getByRole('button', { name: 'Inställningar' }));
  return shown;
}
async function showControls(start: ControlsStart = {}) {
  const shown = await showApp([], keeper, start);
  await shown.user.click(screen.getByRole('button', { name: /^Kontroller/ }));
  await screen.findByRole('heading', { level: 1, name: 'Kontroller' });
  return shown;
}

describe('the control service in Settings', () => {
  giveElementsASize();

  test('is off from the start, and is set up by keyboard; what is missing or wrong is said where it stands', async () => {
    const { user, asked } = await showSettings();
    const own = await section();
    own.getByText('Den här datorn frågar ingen kontrolltjänst.');
    await user.selectOptions(own.getByRole('combobox', { name: 'Frågar den här datorn?' }), 'Ja, varje dag');
    await user.selectOptions(own.getByRole('combobox', { name: 'Hur nås tjänsten?' }), 'Över nätet');
    await user.click(own.getByRole('button', { name: 'Spara' }));
    expect(own.getAllByText('Fyll i det här.')).toHaveLength(2);
    await user.type(own.getByRole('textbox', { name: 'Tjänstens namn' }), 'Tjänsten');
    const address = own.getByRole('textbox', { name: 'Adress' });
    await user.type(address, 'http://kontroll.example');
    await user.type(own.getByLabelText('Nyckel'), 'hemlig');
    const time = own.getByRole('textbox', { name: 'Tid på dagen' });
    await user.clear(time);
    await user.type(time, '25:00{Enter}');
    own.getByText('Skriv en tid som 06:30.');
    expect(asked.some(({ name }) => name === 'supplier-control/save-service')).toBe(false);
    await user.clear(time);
    await user.type(time, '05:30{Enter}');
    await own.findByText('Adressen måste börja med https://.');
    await user.clear(address);
    await user.type(address, 'https://kontroll.example{Enter}');
    await own.findByText('Sparad, skyddad av datorns nyckelförråd');
    expect(asked.at(-1)?.input ?? asked).toMatchObject({
      ...{ key: 'hemlig', settings: { isOn: true, source: 'Tjänsten', dailyAt: '05:30', fTaxDays: 30, checkDays: 90 } },
    });
  });

  test('how it stands, what is amiss and what to do, in words; asking now says what came of it', async () => {
    const at = Date.UTC(2026, 10, 22, 5);
    const { user } = await showSettings({
      service: {
        ...{ settings, key: 'kept', lastSentMs: at, lastReceivedMs: at, finishedOn: '2026-11-22' as Day },
        waiting: { batches: 1, suppliers: 12 },
      },
      serviceFault: { code: 'refused', atMs: at },
    });
    const own = await section();
    own.getByText('om 12 leverantörer');
    expect(own.getAllByText('2026-11-22 06:00')).toHaveLength(2);
    await user.click(own.getByRole('button', { name: 'Fråga nu' }));
    await own.findByText(/^Tjänsten säger nej\. Se efter adressen och nyckeln.*\(2026-11-22 06:00\)$/);
  });

  test('who does not handle controls sees how it stands, and changes nothing', async () => {
    await showSettings({ service: { settings } }, rolePermissions['verification-clerk']);
    const own = await section();
    expect(own.getByRole('button', { name: 'Spara' }).getAttribute('aria-disabled')).toBe('true');
    expect(own.getByRole('button', { name: 'Fråga nu' }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('what falls due', () => {
  giveElementsASize();

  test('is counted in the rail, in the tab, and in words: what is new, back and left to oneself', async () => {
    const base = aFinding();
    const back = {
      ...base,
      id: 'b',
      about: 'debts',
      state: 'snoozed',
      untilDay: '2026-11-22',
      reason: 'väntar',
      snoozedBy: anna,
    };
    const mine = { ...base, id: 'c', about: 'status', state: 'shared', sharedWith: anna };
    await showControls({ findings: [base, back as never, mine as never] });
    screen.getByRole('button', { name: /^Kontroller\s*3$/ });
    screen.getByRole('tab', { name: /^Att göra\s*3/ });
    await screen.findByText('1 uppskjuten är tillbaka · 1 ny · 1 delad med dig');
  });
});

describe('a warning list', () => {
  giveElementsASize();
  const judged = { at: 'judged', encoding: 'utf-8', listed: 2, confirmed: 3, lifted: 1, refusal: null } as const;

  async function pick(start: ControlsStart) {
    const shown = await showControls(start);
    await shown.user.click(screen.getByRole('button', { name: 'Läs in varningslista' }));
    await shown.user.type(await screen.findByRole('textbox', { name: 'Listans namn' }), 'Varningslistan');
    await shown.user.type(screen.getByRole('textbox', { name: 'Vem ger ut den?' }), 'Svensk Handel');
    await shown.user.upload(screen.getByLabelText('Välj fil', { selector: 'input' }), new File(['Namn'], 'lista.csv'));
    return shown;
  }

  test('shows first what it would do and which lines are wrong, and is then taken in', async () => {
    const faults = [{ row: 4, fault: 'wrong-bankgiro' }] as const;
    const lists = [{ list: 'Egna listan', source: 'Vi', seenOn: '2026-11-01' as Day, entries: 4 }];
    const { user, asked } = await pick({ listReport: { ...judged, faulty: 1, faults }, lists });
    screen.getByText('Vi, utgåva 2026-11-01: 4 företag');
    await screen.findByText('Så här blir det: 2 nya, 3 kvar, 1 tas bort.');
    screen.getByText('Rad 4: bankgirot stämmer inte');
    await user.click(screen.getByRole('button', { name: 'Ta in listan' }));
    await screen.findByText('Listan är intagen: 2 nya, 3 kvar, 1 borttagna.', { selector: 'div' });
    const takes = asked.filter(({ name }) => name === 'supplier-control/take-list').map(({ input }) => input);
    expect(takes).toMatchObject([
      { name: 'lista.csv', list: 'Varningslistan', source: 'Svensk Handel', asOf: '2026-11-22', take: false },
      { take: true },
    ]);
  });

  test.each([
    [{ at: 'unreadable', ok: false, fault: 'no-name-column' }, /^Rubriken Namn saknas/],
    [{ ...judged, at: 'refused', refusal: 'list-too-short', faulty: 0, faults: [] }, /^Mer än hälften/],
  ] as const)('that cannot be taken in says why, and nothing can be pressed: %#', async (listReport, why) => {
    await pick({ listReport });
    await screen.findByText(why);
    expect(screen.queryByRole('button', { name: 'Ta in listan' })).toBeNull();
  });
});
