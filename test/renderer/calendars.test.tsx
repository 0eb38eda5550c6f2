// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Calendar } from '../../src/shared/domain/calendar/index.ts';
import { aCalendar } from '../make/calendars.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

async function show(calendars: readonly Calendar[], keeps = true) {
  const shown = await showApp([], keeps ? ['calendars.keep', 'views.keep'] : ['views.keep'], { calendars });
  await shown.user.click(screen.getByRole('button', { name: /Inställningar/ }));
  await shown.user.click(await screen.findByRole('button', { name: /^Kalendrar och/ }));
  await screen.findByRole('heading', { level: 1, name: 'Kalendrar' });
  return shown;
}

test('without calendars the usual ones are laid up, offices before the phone lines that follow them', async () => {
  const { user } = await show([]);
  await user.click(await screen.findByRole('button', { name: 'Lägg upp de vanliga' }));
  await waitFor(() =>
    expect(screen.getAllByRole('rowheader').map(({ title }) => title)).toEqual([
      'Kontoret',
      'Telefon systemsupport',
      'Telefon kundfaktura',
      'Telefon leverantörsfaktura',
      'Telefon såld vård',
      'Servicedesk stat',
    ]),
  );
});

test('a year is settled, eve by eve', async () => {
  const { user, asked } = await show([aCalendar()]);
  const years = screen.getByRole('region', { name: 'År' });
  const year = within(years).getByRole('textbox', { name: 'År' });
  await user.clear(year);
  await user.type(year, '2032');
  await user.selectOptions(within(years).getByRole('combobox', { name: 'Julafton' }), 'halvdag');
  await user.click(within(years).getByRole('button', { name: 'Fastställ år' }));
  await waitFor(() => expect(within(years).getByRole('table').textContent).toContain('2032stängtstängthalvdagstängt'));
  expect(asked.at(-1)).toMatchObject({ name: 'calendars/set-year', input: { year: 2032 } });
});

test('a day gets hours of its own, what is wrong with them is said, and it is taken away again', async () => {
  const { user } = await show([aCalendar()]);
  const exceptions = screen.getByRole('region', { name: 'Avvikelser' });
  await user.type(within(exceptions).getByRole('textbox', { name: 'Dag' }), '2026-12-23');
  const hours = within(exceptions).getByRole('textbox', { name: /^Öppet/ });
  await user.type(hours, 'nio');
  await within(exceptions).findByText('Skriv tiden som 8–16 eller 8.30–12.');
  await user.clear(hours);
  await user.type(hours, '9-11');
  await user.type(within(exceptions).getByRole('textbox', { name: 'Varför' }), 'Personaldag{Enter}');
  await within(exceptions).findByText('ons 2026-12-23');
  expect(screen.getByRole('table', { name: 'Närmaste ovanliga dagar' }).textContent).toContain('ons 2026-12-239–11Personaldag');
  await user.click(within(exceptions).getByRole('button', { name: 'Ta bort' }));
  await within(exceptions).findByText('Inga avvikelser.');
});

test('a year that nobody has set is told of, and who may not keep calendars only reads them', async () => {
  await show([{ ...aCalendar(), years: [] }], false);
  expect((await screen.findAllByText(/Kalendern för \d{4} är inte fastställd/)).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: 'Fastställ år' })).toBeNull();
});
