// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { type Permission, rolePermissions } from '../../src/shared/domain/access/index.ts';
import { bo, exempelbolaget } from '../make/invoices.ts';
import { aRegister, asked, at, otherId } from './a-register.ts';
import type { FakeStart } from './fake-engine.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();
const keeper = rolePermissions['register-keeper'];
const { id } = exempelbolaget;

async function openCard(start: FakeStart = {}, permissions: readonly Permission[] = keeper) {
  const shown = await showApp([], permissions, { registers: aRegister, ...start });
  await shown.user.click(screen.getByRole('button', { name: 'Leverantörer' }));
  await shown.user.click(await screen.findByRole('row', { name: /^Exempelbolaget AB/ }));
  await screen.findByRole('heading', { level: 2, name: 'Exempelbolaget AB' });
  return shown;
}
const inputOf = (asked: readonly { readonly name: string; readonly input: unknown }[], name: string) =>
  asked.find((one) => one.name === name)?.input;
const numbers = () => within(screen.getByRole('region', { name: 'Betalnummer' }));
const field = (name: string | RegExp) => screen.findByRole('textbox', { name });

describe('the card', () => {
  test('shows what is in force, how to reach them, what nobody has checked, and all that has happened', async () => {
    await openCard();
    expect(numbers().getByRole('row', { name: /Bankgiro 991-2346 Gäller/ })).toBeTruthy();
    expect(screen.getByText('0920-123 45')).toBeTruthy();
    expect(screen.getByText('Ingen har svarat om leverantören ännu.')).toBeTruthy();
    expect(screen.getByText('Upplagd i registret')).toBeTruthy();
    expect(screen.getByText('Telefon: 0920-123 45')).toBeTruthy();
    expect(screen.getByText('Betalnummer: Bankgiro 991-2346')).toBeTruthy();
  });

  test('says loudly that nothing is paid, and leads to the one that it is merged into', async () => {
    const { user } = await openCard({
      registers: [
        ...aRegister,
        { by: bo, atMs: at(5, 1), event: { on: 'supplier', id, type: 'supplier-blocked', blockedFor: 'Bluffakturor' } },
        { by: bo, atMs: at(5, 2), event: { on: 'supplier', id, type: 'supplier-merged', mergedInto: otherId } },
      ],
    });
    const facts = within(screen.getByRole('region', { name: 'Exempelbolaget AB' }));
    expect(await facts.findAllByText('Spärrad: Bluffakturor')).toHaveLength(2); // the sign, and the history
    await user.click(await screen.findByRole('button', { name: 'Öppna Exempelbolaget i Norr AB' }));
    await screen.findByRole('heading', { level: 2, name: 'Exempelbolaget i Norr AB' });
  });

  test('shows a number that waits as waiting, who asked and whom to ring, and leads to the change', async () => {
    const { user } = await openCard({ registers: [...aRegister, asked()] });
    expect(await numbers().findByRole('row', { name: /Bankgiro 5050-1055 Väntar på kontroll/ })).toBeTruthy();
    expect(screen.getByText(/Betalningar till leverantören är stoppade/)).toBeTruthy();
    const waits = within(screen.getByRole('list', { name: 'Väntar på kontroll' }));
    waits.getByText(/Begärd av Bo Lind igår .* De har bytt bank\./);
    waits.getByText('Ring 0920-123 45');
    await user.click(waits.getByRole('button', { name: 'Öppna' }));
    await screen.findByRole('heading', { level: 1, name: 'Väntar på min kontroll' });
  });

  test('shows what held on a day, marked as not now, and comes back', async () => {
    const { user } = await openCard();
    await user.keyboard('{Control>}h{/Control}');
    expect((document.activeElement as HTMLInputElement).value).toBe('');
    await user.keyboard('2026-03-02');
    await screen.findByText('Så här stod det i registret 2026-03-02. Det är inte säkert att det gäller nu.');
    screen.getByRole('heading', { level: 2, name: 'Exempel AB' });
    expect(screen.getByText('Inga betalnummer.')).toBeTruthy();
    expect(screen.queryByText('0920-123 45')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Begär ändring' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Visa vad som gäller nu' }));
    await screen.findByRole('heading', { level: 2, name: 'Exempelbolaget AB' });
  });
});

describe('what one may change alone', () => {
  test('is changed by keyboard; only what was changed is sent', async () => {
    const { user, asked: said } = await openCard();
    await user.keyboard('{F2}');
    const city = await field('Ort');
    await user.clear(city);
    await user.type(city, 'Boden{Enter}');
    await screen.findByText('Uppgifterna om Exempelbolaget AB är sparade.');
    expect(inputOf(said, 'suppliers/change-facts')).toEqual({ supplierId: id, facts: { city: 'Boden' } });
  });

  test('and a supplier is ended, and taken into use again', async () => {
    const { user } = await openCard();
    await user.click(screen.getByRole('button', { name: 'Avsluta' }));
    await screen.findByText('Avslutad. Sista dagen i bruk var 2026-11-22.');
    await user.click(screen.getByRole('button', { name: 'Ta i bruk igen' }));
    await waitFor(() => expect(screen.queryByText(/^Avslutad\. /)).toBeNull());
  });
});

describe('a sensitive change', () => {
  test('is asked for without a mouse: before and after, why, on what grounds; nothing is in force by it', async () => {
    const { user, asked: said } = await openCard();
    await user.keyboard('{F4}');
    await screen.findByRole('region', { name: 'Begär ändring' });
    await user.type(await field('Nummer'), '5050-1055');
    const sides = within(await screen.findByRole('region', { name: 'Före och efter' }));
    expect(sides.getAllByText('Bankgiro 991-2346')).toHaveLength(2);
    sides.getByText('Bankgiro 5050-1055');
    screen.getByText(/^Innan den godkänns ska någon ringa leverantören på 0920-123 45\./);
    await user.keyboard('{Enter}'); // without a reason
    await screen.findByText(/Skriv varför, med minst fem tecken/);
    expect(inputOf(said, 'registers/request-change')).toBeUndefined();
    await user.type(await field('Varför?'), 'De har bytt bank{Enter}');
    await screen.findByText('Ändringen av Exempelbolaget AB väntar på en annan person.');
    expect(inputOf(said, 'registers/request-change')).toMatchObject({
      supplierId: id,
      wanted: { kind: 'add-payment-number', numberKind: 'bankgiro', number: '50501055', holder: null },
      reason: 'De har bytt bank',
      source: { kind: 'letter', note: '', invoiceId: null },
    });
    expect(await screen.findByRole('row', { name: /Bankgiro 5050-1055 Väntar på kontroll/ })).toBeTruthy();
  });

  test('of a number with a wrong check digit is said to be wrong while typing, and not sent', async () => {
    const { user, asked: said } = await openCard();
    await user.keyboard('{F4}');
    await user.type(await field('Nummer'), '5050-1056');
    await screen.findByText('Kontrollsiffran är fel.');
    await user.keyboard('{Enter}');
    expect(inputOf(said, 'registers/request-change')).toBeUndefined();
  });

  test('may be a block, which takes one reason', async () => {
    const { user, asked: said } = await openCard();
    await user.keyboard('{F4}');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Vad ska ändras?' }), 'Spärra leverantören');
    await user.type(await field('Varför ska leverantören spärras?'), 'Skickar bluffakturor{Enter}');
    await screen.findByText(/väntar på en annan person/);
    expect(inputOf(said, 'registers/request-change')).toMatchObject({
      wanted: { kind: 'block', blockedFor: 'Skickar bluffakturor' },
      reason: 'Skickar bluffakturor',
    });
  });

  test('may be a merge into one that is searched for', async () => {
    const { user, asked: said } = await openCard();
    await user.keyboard('{F4}');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Vad ska ändras?' }), 'Slå ihop med en annan');
    const box = await field('Vilken leverantör ska finnas kvar?');
    await user.clear(box);
    await user.type(box, 'norr');
    await screen.findByRole('button', { name: /Exempelbolaget i Norr AB/ });
    await user.keyboard('{Enter}');
    await screen.findByText('Finns kvar: Exempelbolaget i Norr AB');
    await user.type(await field('Varför?'), 'Samma företag{Enter}');
    await screen.findByText(/väntar på en annan person/);
    expect(inputOf(said, 'registers/request-change')).toMatchObject({ wanted: { kind: 'merge', into: otherId } });
  });

  test('ends the number whose button was pressed', async () => {
    const { user } = await openCard();
    await user.click(screen.getByRole('button', { name: 'Avsluta Bankgiro 991-2346' }));
    const sides = within(await screen.findByRole('region', { name: 'Före och efter' }));
    sides.getByText('(avslutas)');
  });

  test('is not asked for by those whose role may not', async () => {
    const { user } = await openCard({}, ['supplier-invoices.copy']);
    expect(screen.getByRole('button', { name: 'Begär ändring' }).getAttribute('aria-disabled')).toBe('true');
    await user.keyboard('{F4}{F2}');
    expect(screen.queryByRole('region', { name: 'Begär ändring' })).toBeNull();
  });
});

test('who registers a new supplier is told that its numbers wait for somebody else', async () => {
  const { user } = await openCard();
  await user.click(screen.getByRole('button', { name: 'Ny leverantör' }));
  await screen.findByText(/Betalnumren gäller först när en annan person/);
  await user.type(await field(/^Namn/), 'Nybolaget AB');
  await user.type(await field('Bankgiro'), '5050-1055{Enter}');
  await screen.findByText('Nybolaget AB är upplagd. Betalnumren väntar på att en annan person godkänner dem.');
  await screen.findByRole('row', { name: /Bankgiro 5050-1055 Väntar på kontroll/ });
});
