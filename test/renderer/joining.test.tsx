// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { aScannedInvoice } from '../make/invoices.ts';
import { aJoined, type SyncStart } from './fake-sync.ts';
import { giveElementsASize, showApp, showProgram } from './show-app.tsx';

giveElementsASize();

const account = { login: 'anna.berg', password: 'rätt lösenord' };
const login = () => screen.findByRole('textbox', { name: /Inloggningsnamn/ });
const password = () => screen.findByLabelText<HTMLInputElement>(/Lösenord/, { selector: 'input' });

describe('signing in with a server', () => {
  test('takes login and password; what is wrong is said in words, and the password is asked for again', async () => {
    const { user, told } = showProgram([aScannedInvoice()], undefined, { status: aJoined(), account });
    await screen.findByRole('heading', { level: 1, name: 'Logga in' });
    expect(screen.queryByText('Anna Berg')).toBeNull();
    await waitFor(async () => expect(document.activeElement).toBe(await login()));
    await user.keyboard('{Enter}');
    await screen.findByText('Skriv ditt lösenord.');
    expect(told).not.toContain('session/sign-in');

    await user.keyboard('anna.berg{Tab}fel{Enter}');
    await screen.findByText('Inloggningsnamnet eller lösenordet stämmer inte.');
    const field = await password();
    expect(field.value).toBe('');
    expect(field.type).toBe('password');
    expect(document.activeElement).toBe(field);
    await user.keyboard('rätt lösenord{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Korg' });
  });

  test('without the server says so before and after; a lock comes back to it with the login filled in', async () => {
    const { user } = showProgram([aScannedInvoice()], undefined, { status: aJoined({ state: 'no-answer' }), account });
    await screen.findByText(/Har du loggat in på den här datorn förut kan du logga in ändå/);
    await user.type(await login(), 'anna.berg');
    await user.type(await password(), 'rätt lösenord{Enter}');
    await screen.findByText(/Du arbetar utan nätverk/);
    await user.keyboard('{Control>}{Shift>}L{/Shift}{/Control}');
    await screen.findByRole('heading', { level: 1, name: 'Låst' });
    expect((await screen.findByDisplayValue('anna.berg')).getAttribute('type')).toBe('text');
    await waitFor(async () => expect(document.activeElement).toBe(await password()));
  });
});

const join = { code: 'ABCD-1234', report: { kind: 'added', taken: 12, refused: 2 } } as const;

describe('joining a server', () => {
  async function showSettings(start: SyncStart) {
    const shown = await showApp([aScannedInvoice()], undefined, start);
    await shown.user.click(screen.getByRole('button', { name: 'Inställningar' }));
    const section = await screen.findByRole('region', { name: 'Server' });
    const type = async (name: string, text: string) => {
      const input = await within(section).findByRole('textbox', { name });
      await shown.user.clear(input);
      await shown.user.type(input, text);
    };
    return { ...shown, section, type };
  }

  test('says first what will happen, and asks for what is missing', async () => {
    const { user, section, told } = await showSettings({ join });
    expect(section.textContent).toContain('Allt som gjorts här skickas till servern. Inget försvinner.');
    await user.click(within(section).getByRole('button', { name: 'Anslut' }));
    expect(within(section).getAllByText('Måste fyllas i.')).toHaveLength(3);
    expect(told).not.toContain('sync/join');
  });

  test('by keyboard; then says how it went, and shows the server', async () => {
    const { user, section, type } = await showSettings({ join });
    await type('Serverns adress', 'https://faktura.kommun.example');
    await type('Datorns namn', 'Skanning 2');
    await type('Engångskod', 'fel{Enter}');
    await within(section).findByText(/Koden stämmer inte, är redan använd eller för gammal/);
    await type('Engångskod', 'ABCD-1234{Enter}');
    await within(section).findByText(/tagit emot 12 ändringar härifrån. 2 nekades och väntar på dig/);
    expect(section.textContent).toContain('https://faktura.kommun.example');
    expect(section.textContent).toContain('Skanning 2');
    await user.click(within(section).getByRole('button', { name: 'Visa det som nekades' }));
    await screen.findByRole('region', { name: 'Till servern' });
  });

  test('to a server that does not answer changes nothing, and says what to check', async () => {
    const { section, type } = await showSettings({});
    await type('Serverns adress', 'https://fel.example');
    await type('Datorns namn', 'Skanning 2');
    await type('Engångskod', 'ABCD{Enter}');
    await within(section).findByText(/Servern svarar inte på https:\/\/fel.example. Kontrollera adressen och nätet/);
    await screen.findByText('Enskild arbetsplats · allt sparat');
  });
});
