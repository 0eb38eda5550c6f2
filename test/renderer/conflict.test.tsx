// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import type { Conflict } from '../../src/shared/contract/engine.ts';
import { aField, aScannedInvoice, bo, someFields } from '../make/invoices.ts';
import { aConflict, aJoined, someRefusedWork } from './fake-sync.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const base = aScannedInvoice();
const mine = aScannedInvoice({
  fields: someFields({ dueDate: aField('2026-12-20'), buyerReference: aField('Karin Ek'), totalMinor: aField(126_000) }),
});
const theirs = aScannedInvoice({ fields: someFields({ dueDate: aField('2026-12-10') }), rev: 4 });
const conflict = aConflict({
  mine,
  theirs,
  base,
  theirHistory: [
    {
      eventId: asId('e1'),
      commandId: asId('c1'),
      actorName: 'Bo Lind',
      atMs: Date.UTC(2026, 10, 22, 8, 14),
      event: {
        on: 'supplierInvoice',
        id: theirs.id,
        type: 'field-corrected',
        field: 'dueDate',
        before: base.fields.dueDate,
        after: theirs.fields.dueDate,
      },
    },
  ],
});

async function showConflict(one: Conflict) {
  const { theirs: there } = one;
  const shown = await showApp(there === null ? [base] : [there], undefined, { status: aJoined(), conflicts: [one] });
  await shown.user.keyboard('{Control>}{Shift>}S{/Shift}{/Control}');
  const panel = await screen.findByRole('region', { name: 'Till servern' });
  await shown.user.click(await within(panel).findByRole('button', { name: 'Visa' }));
  const grid = await screen.findByRole('grid', { name: 'Mitt och serverns, fält för fält' });
  return { ...shown, grid };
}
const rowsOf = (grid: HTMLElement) => within(grid).getAllByRole('row').slice(1);
const done = () => screen.getByRole('button', { name: 'Klar: ta bort ur listan' });

describe('a conflict', () => {
  test('shows mine, the server’s and what both came from; what differs first, in words, with who and when', async () => {
    const { grid } = await showConflict(conflict);
    const [first, second, third, fourth] = rowsOf(grid).map((row) => row.textContent);
    expect(first).toBe('Förfallodag skiljer2026-12-20Anna Berg 2026-11-22 09:302026-12-10Bo Lind 2026-11-22 09:142026-12-02');
    expect(second).toContain('Att betala skiljer');
    expect(third).toContain('Er referens skiljerKarin Ek');
    expect(third).toContain('Finns inte på fakturan');
    expect(fourth).toContain('lika');
    expect(screen.getByText(/Någon annan har ändrat det/)).toBeTruthy();
  });

  test('by keyboard: Enter takes the marked side, and the last Enter takes it off the list', async () => {
    const { user, asked, invoice } = await showConflict(conflict);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('2026-12-20'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(invoice(theirs.id)?.fields.dueDate.value).toBe('2026-12-20'));
    expect(asked.find(({ name }) => name === 'supplier-invoices/correct-field')?.input).toMatchObject({
      invoiceId: theirs.id,
      field: 'dueDate',
      value: '2026-12-20',
      seen: { value: '2026-12-10' },
    });
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^1.260,00/));
    expect(done().getAttribute('aria-disabled')).toBe('true');
    await user.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Finns inte på fakturan'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(done()));
    expect(asked.filter(({ name }) => name === 'supplier-invoices/correct-field')).toHaveLength(1);
    expect(asked.some(({ name }) => name === 'sync/deal-with')).toBe(false);

    await user.keyboard('{Enter}');
    await waitFor(() => expect(asked.some(({ name }) => name === 'sync/deal-with')).toBe(true));
    const panel = await screen.findByRole('region', { name: 'Till servern' });
    await within(panel).findByText(/Inget är nekat/);
  });

  test('Shift+Enter takes the whole record', async () => {
    const { user, invoice } = await showConflict(conflict);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('2026-12-20'));
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    await waitFor(() => expect(invoice(theirs.id)?.fields.buyerReference.value).toBe('Karin Ek'));
    expect(invoice(theirs.id)?.fields.totalMinor.value).toBe(126_000);
    await waitFor(() => expect(document.activeElement).toBe(done()));
  });

  test('closing decides nothing and drops nothing', async () => {
    const { user, asked } = await showConflict(conflict);
    await user.keyboard('{Escape}');
    const panel = await screen.findByRole('region', { name: 'Till servern' });
    await within(panel).findByText(/Rätta: Exempelbolaget AB 10045/);
    expect(asked.map(({ name }) => name)).not.toContain('supplier-invoices/correct-field');
    expect(asked.map(({ name }) => name)).not.toContain('sync/deal-with');
  });

  test('where the server’s invoice has gone further, mine cannot be taken, and it says why', async () => {
    const verified = { ...theirs, state: 'verified', verifiedBy: bo, verifiedAtMs: 1 } as const;
    const { grid } = await showConflict({ ...conflict, theirs: verified });
    expect(screen.getByText(/Fakturan på servern är verifierad. Ångra verifieringen först/)).toBeTruthy();
    expect(within(grid).queryAllByRole('gridcell', { selected: false })).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Ta allt mitt' })).toBeNull();
    expect(done().getAttribute('aria-disabled')).not.toBe('true');
  });

  test('where the other invoice may not be seen, only its absence is told', async () => {
    const elsewhere = { code: 'duplicate-invoice', existing: null, elsewhere: true };
    const work = someRefusedWork({ name: 'supplier-invoices/verify', error: elsewhere });
    await showConflict({ ...conflict, work, theirs: null, theirHistory: [] });
    expect(screen.getByText(/Servern har ingen faktura att jämföra med som du får se/)).toBeTruthy();
    expect(done().getAttribute('aria-disabled')).not.toBe('true');
  });
});
