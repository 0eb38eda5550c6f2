// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import { aScannedInvoice } from '../make/invoices.ts';
import { aConflict, aJoined, aWaitingLine, someRefusedWork } from './fake-sync.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const command = (n: number) => asId<'command'>(`0190ffff-0000-7000-8000-00000000000${n}`);
const stale = aConflict({ work: someRefusedWork({ commandIds: [command(1), command(2), command(3)] }) });
const duplicate = aConflict({
  work: someRefusedWork({
    commandId: command(4),
    commandIds: [command(4)],
    name: 'supplier-invoices/verify',
    error: { code: 'duplicate-invoice', existing: null, elsewhere: true },
  }),
});
const panel = () => screen.findByRole('region', { name: 'Till servern' });
const list = async (name: string) => within(await panel()).findByRole('list', { name });

describe('the outbox', () => {
  test('opens by Ctrl+Shift+S: what was refused, grouped, and why; what waits, and for what', async () => {
    const { user } = await showApp([aScannedInvoice()], undefined, {
      status: aJoined({ state: 'no-answer', waiting: 3 }),
      conflicts: [stale, duplicate],
      waiting: [
        aWaitingLine(),
        aWaitingLine({ commandId: command(7), name: 'supplier-invoices/register', waitsForBlobs: true }),
        aWaitingLine({ commandId: command(8), doubt: { code: 'duplicate-invoice' } }),
      ],
    });
    await user.keyboard('{Control>}{Shift>}S{/Shift}{/Control}');
    const refused = within(await list('Nekat av servern')).getAllByRole('listitem');
    expect(refused).toHaveLength(2);
    expect(refused[0]?.textContent).toContain('Rätta: Exempelbolaget AB 10045');
    expect(refused[0]?.textContent).toContain('3 ändringar hänger ihop');
    expect(refused[0]?.textContent).toContain('Nekat: Någon annan har ändrat det');
    expect(refused[0]?.textContent).toContain('Anna Berg');
    expect(refused[1]?.textContent).toContain('Samma faktura är redan verifierad');
    const waiting = within(await list('Väntar på servern')).getAllByRole('listitem');
    expect(waiting).toHaveLength(3);
    expect(waiting[1]?.textContent).toContain('väntar på bilder');
    expect(waiting[2]?.textContent).toContain('i konflikt: Samma faktura är redan verifierad');
    expect((await panel()).textContent).toContain('Arbeta vidare som vanligt');
  });

  test('by keyboard: arrows go from work to work, Har tagit hand om takes all its commands off the list', async () => {
    const { user, asked } = await showApp([aScannedInvoice()], undefined, { status: aJoined(), conflicts: [stale, duplicate] });
    await user.keyboard('{Control>}{Shift>}S{/Shift}{/Control}');
    const work = within(await list('Nekat av servern'));
    work.getAllByRole('button', { name: 'Har tagit hand om' })[0]?.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(work.getAllByRole('button', { name: 'Har tagit hand om' })[1]);
    await user.keyboard('{ArrowUp}{Enter}');
    await waitFor(() => expect(work.getAllByRole('listitem')).toHaveLength(1));
    expect(asked.find(({ name }) => name === 'sync/deal-with')?.input).toEqual({ commandIds: stale.work.commandIds });
    await screen.findByText(/1 nekad att ta hand om/);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Visa'));
  });

  test('leads to the invoice', async () => {
    const { user } = await showApp([aScannedInvoice()], undefined, { status: aJoined(), conflicts: [stale] });
    await user.keyboard('{Control>}{Shift>}S{/Shift}{/Control}');
    await user.click(within(await list('Nekat av servern')).getByRole('button', { name: 'Öppna fakturan' }));
    await screen.findByRole('heading', { level: 1, name: 'Exempelbolaget AB 10045' });
    expect(screen.queryByRole('region', { name: 'Till servern' })).toBeNull();
  });

  test('tries again when asked, and says what is good when there is nothing', async () => {
    const { user, told } = await showApp([aScannedInvoice()], undefined, { status: aJoined({ state: 'no-answer' }) });
    await user.keyboard('{Control>}{Shift>}S{/Shift}{/Control}');
    await user.click(within(await panel()).getByRole('button', { name: 'Försök igen nu' }));
    expect(told).toContain('sync/retry');
    await within(await panel()).findByText(/Allt som gjorts här finns på servern/);
    expect((await panel()).textContent).toContain('Inget är nekat.');
    expect((await panel()).textContent).toContain('Inget väntar.');
  });

  test('of a single seat says that nothing waits, and leads to joining a server', async () => {
    const { user } = await showApp([aScannedInvoice()]);
    await user.keyboard('{Control>}{Shift>}S{/Shift}{/Control}');
    expect((await panel()).textContent).toContain('Den här datorn arbetar för sig själv.');
    await user.click(within(await panel()).getByRole('button', { name: 'Anslut till en server …' }));
    await screen.findByRole('heading', { level: 1, name: 'Inställningar' });
    await screen.findByRole('textbox', { name: 'Engångskod' });
  });
});
