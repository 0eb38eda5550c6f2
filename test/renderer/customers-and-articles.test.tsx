// @vitest-environment happy-dom
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { App } from '../../src/renderer/app/app.tsx';
import { makeEngineClient } from '../../src/renderer/engine-client.ts';
import { addDays } from '../../src/shared/base/day.ts';
import type { Engine } from '../../src/shared/contract/engine.ts';
import { aFolder } from '../make/workspace.ts';
import { giveElementsASize } from './show-app.tsx';

giveElementsASize();

type Desk = AsyncDisposable & { readonly page: Engine };
type MakeEngine = { anEngine(folder: string): Promise<Desk>; sitDown(page: Engine): Promise<void> };
/** Imported by a name that is no literal: the engine is compiled for Node, and the screens for a page. */
const makeEngine = '../make/engine.ts';

/** The whole program over a real engine on an empty folder: the registers' rules answer for themselves. */
async function openProgram() {
  const folder = aFolder();
  const { anEngine, sitDown } = (await import(makeEngine)) as MakeEngine;
  const desk = await anEngine(folder.path);
  await sitDown(desk.page);
  const client = makeEngineClient();
  client.take(desk.page);
  const user = userEvent.setup();
  render(<App client={client} />);
  await screen.findByRole('heading', { level: 1, name: 'Korg' });
  return {
    user,
    page: desk.page,
    [Symbol.asyncDispose]: async () => {
      await desk[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}
const field = (name: string | RegExp) => screen.findByRole('textbox', { name });
const card = (name: string) => screen.findByRole('heading', { level: 2, name });
const history = () => within(screen.getByRole('region', { name: 'Historik' }));

test('a customer is set up after a search, found by its number with the number covered, shown for a reason, and protected', async () => {
  await using program = await openProgram();
  const { user } = program;
  await user.click(screen.getByRole('button', { name: 'Kunder' }));
  const box = await screen.findByRole('searchbox');
  await user.keyboard('{Control>}n{/Control}');
  expect(screen.queryByRole('heading', { level: 2, name: 'Ny kund' })).toBeNull(); // nothing has been searched for

  await user.type(box, 'Tolvan');
  await screen.findByText('Ingen kund passar.');
  await user.keyboard('{Control>}n{/Control}');
  expect(await field('Namn')).toHaveProperty('value', 'Tolvan');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Företag eller person' }), 'Person, också med enskild firma');
  await user.type(await field('Personnummer'), '121212+1213');
  await screen.findByText(/personnumret/i);
  await user.type(await field('Personnummer'), '{Backspace}2');
  await user.type(await field('Gatuadress eller box'), 'Storgatan 1');
  await user.type(await field('Ort'), 'Umeå');
  await user.type(await field('Från (valfritt)'), '2026-01-01{Enter}');
  await card('Tolvan');
  expect(screen.getByText('19121212-••••', { selector: 'dd' })).toBeTruthy();
  expect(screen.getByRole('row', { name: /Faktura Storgatan 1, Umeå 2026-01-01 . Gäller/ })).toBeTruthy();

  await user.clear(box);
  await user.type(box, '19121212-1212');
  await screen.findByRole('row', { name: /^Tolvan 19121212-•••• Umeå/ });

  await user.keyboard('{F4}');
  await user.type(await field('Varför behöver du se dem?'), 'Ska lämna inkassokrav{Enter}');
  await screen.findByText('19121212-1212');
  await history().findByText('Såg de dolda uppgifterna');
  history().getByText('Ska lämna inkassokrav');

  await user.keyboard('{F2}');
  await user.clear(await field('Namn'));
  await user.type(await field('Namn'), 'Tolvan Tolvansson{Enter}');
  await card('Tolvan Tolvansson');
  await history().findByText('Namn: Tolvan Tolvansson');
  expect(await program.page.query('registers/search', { register: 'customer', text: '191212121212', limit: 5 })).toMatchObject({
    hits: [{ name: 'Tolvan Tolvansson' }], // who changes a name by this form has not changed the number
  });

  await user.click(screen.getByRole('button', { name: 'Skydda identiteten' }));
  await screen.findByText(/^Skyddade personuppgifter/);
  expect(within(screen.getByRole('region', { name: 'Adresser' })).getByText('Adressen visas inte.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ta bort skyddet' }));
  await user.type(await field('Varför behövs det inte längre?'), 'Skyddet har upphört{Enter}');
  await screen.findByText(/^Det kräver fyra ögon/);
}, 60_000);

test('an article has a price to come beside the one of today, who asked for it, and how it stood', async () => {
  await using program = await openProgram();
  const { user, page } = program;
  const { today } = await page.query('session/read', {});
  await user.click(screen.getByRole('button', { name: 'Artiklar' }));
  await user.type(await screen.findByRole('searchbox'), 'LOK-100');
  await screen.findByText('Ingen artikel passar.');
  await user.keyboard('{Control>}n{/Control}');
  expect(await field('Artikelnummer')).toHaveProperty('value', 'LOK-100');
  await user.type(await field('Benämning'), 'Lokalhyra');
  await user.type(await field('Enhet'), 'tim');
  await user.type(await field('Pris utan moms'), '1250,50');
  await user.type(await field('Intäktskonto'), '3110');
  await user.keyboard('{Enter}');
  await screen.findByText('Skriv vem som har begärt det.');
  await user.type(await field('Begärd av'), 'Kultur, mejl{Enter}');
  await card('Lokalhyra');
  expect(screen.getByText('1 250,50 kr per tim, 25 % moms, konto 3110')).toBeTruthy();

  await user.keyboard('{F4}');
  const day = await field('Gäller från och med');
  await user.type(await field('Pris utan moms'), '1300');
  await user.clear(day);
  await user.type(day, '+30');
  await user.type(await field('Begärd av'), 'Kultur, beslut 7{Enter}');
  const prices = within(await screen.findByRole('table', { name: 'Priser' }));
  const later = addDays(today, 30);
  await prices.findByRole('row', { name: new RegExp(`^${later} 1.300,00 25 % 3110 Kultur, beslut 7 Kommer$`) });
  prices.getByRole('row', { name: new RegExp(`^${today} 1.250,50 25 % 3110 Kultur, mejl Gäller$`) });
  await history().findByText(`1 300,00 kr per tim från ${later}`);
  history().getByText('Begärd av: Kultur, beslut 7');

  await user.keyboard('{F2}');
  await user.clear(await field('Benämning'));
  await user.type(await field('Benämning'), 'Salshyra');
  await user.type(await field('Begärd av'), 'Kultur, mejl{Enter}');
  await card('Salshyra');
  await history().findByText('Heter Salshyra');

  await user.keyboard('{Control>}h{/Control}');
  await user.keyboard(addDays(today, -1));
  await screen.findByText(`Artikeln fanns inte i registret ${addDays(today, -1)}.`);
  await user.click(screen.getByRole('button', { name: 'Visa vad som gäller nu' }));
  await user.click(await screen.findByRole('button', { name: 'Avsluta' }));
  await screen.findByText(`Avslutad. Sista dagen i bruk är ${today}.`);
  await user.click(screen.getByRole('button', { name: 'Ta i bruk igen' }));
  await waitFor(() => expect(screen.queryByText(/^Avslutad\. Sista/)).toBeNull());
}, 60_000);

test.each(['Kunder', 'Artiklar'])('%s are taken in from a file, and written to one, from their own screen', async (register) => {
  await using program = await openProgram();
  const { user } = program;
  await user.click(screen.getByRole('button', { name: register }));
  await user.click(await screen.findByRole('button', { name: 'Importera och exportera …' }));
  const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Register' });
  expect(choice.selectedOptions[0]?.textContent).toBe(register);
  await user.keyboard('{Escape}');
  await screen.findByRole('heading', { level: 1, name: register });
});
