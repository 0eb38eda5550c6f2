// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { rolePermissions } from '../../src/shared/domain/access/index.ts';
import { exempelbolaget } from '../make/invoices.ts';
import { aRegister } from './a-register.ts';
import type { FakeStart } from './fake-engine.ts';
import { aJoined } from './fake-sync.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

/** What two decide is asked for by who sits there, of a server that answers; where it cannot be, the form keeps what was typed. */

giveElementsASize();

async function openCard(start: FakeStart) {
  const shown = await showApp([], rolePermissions['register-keeper'], { registers: aRegister, status: aJoined(), ...start });
  await shown.user.click(screen.getByRole('button', { name: 'Leverantörer' }));
  await shown.user.click(await screen.findByRole('row', { name: /^Exempelbolaget AB/ }));
  await screen.findByRole('heading', { level: 2, name: 'Exempelbolaget AB' });
  return shown;
}
const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });
const isGrey = (name: string): boolean => screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true';
const noServer = 'Kräver servern, som inte svarar nu.';

test('without the server nothing is asked for, and what was typed waits until it is back; plain facts are changed meanwhile', async () => {
  const { user, told, become, asked } = await openCard({});
  await user.keyboard('{F4}');
  await user.type(await field('Nummer'), '5050-1055');
  await user.type(await field('Varför?'), 'De har bytt bank');
  act(() => void become(aJoined({ state: 'no-answer' })));
  expect((await screen.findAllByText(noServer)).length).toBeGreaterThan(0);
  expect(['Begär ändringen', 'Begär ändring', 'Ny leverantör'].map(isGrey)).toEqual([true, true, true]);
  await user.keyboard('{Enter}');
  expect(told).not.toContain('registers/request-change');
  act(() => void become(aJoined()));
  await waitFor(() => expect(isGrey('Begär ändringen')).toBe(false));
  await user.keyboard('{Enter}');
  await screen.findByText('Ändringen av Exempelbolaget AB väntar på en annan person.');

  act(() => void become(aJoined({ state: 'no-answer' })));
  await user.keyboard('{F2}');
  const phone = await field('Telefon');
  await user.type(phone, '6');
  await user.type(await field('Ort'), 'n{Enter}');
  expect((await screen.findAllByText(noServer)).length).toBeGreaterThan(0);
  expect(told.filter((name) => name.startsWith('suppliers/'))).toEqual([]);
  await user.type(phone, '{Backspace}{Enter}');
  await screen.findByText('Uppgifterna om Exempelbolaget AB är sparade.');
  const facts = asked.filter(({ name }) => name.startsWith('suppliers/')).map(({ name, input }) => [name, input]);
  expect(facts).toEqual([
    ['suppliers/change-facts', { supplierId: exempelbolaget.id, facts: { city: expect.stringMatching(/n$/) } }],
  ]);
});

test('where the server does not know any more who sits here it says what to do, and the form stands as it was', async () => {
  const { user, asked } = await openCard({ sessionOver: true });
  await user.keyboard('{F2}');
  await user.type(await field('Telefon'), '6');
  await user.type(await field('Ort'), 'n{Enter}');
  await screen.findByText(/din inloggning gäller inte längre\. Försök igen; hjälper det inte, lås och logga in\./);
  expect((await field('Telefon')).value).toBe('0920-123 456');
  await user.keyboard('{Enter}');
  await screen.findByText('Uppgifterna om Exempelbolaget AB är sparade.');
  const facts = asked.filter(({ name }) => name.startsWith('suppliers/')).map(({ name }) => name);
  expect(facts).toEqual(['suppliers/set-phone', 'suppliers/set-phone', 'suppliers/change-facts']);
});
