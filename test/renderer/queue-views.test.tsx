// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import type { ViewRow } from '../../src/shared/contract/work-queue.ts';
import { rolePermissions } from '../../src/shared/domain/access/index.ts';
import type { ClockedWork } from '../../src/shared/domain/work-queue/index.ts';
import { aField, aScannedInvoice, bo, someFields } from '../make/invoices.ts';
import type { FakeStart } from './fake-engine.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const invoice = (n: number, name: string) =>
  aScannedInvoice({
    id: asId<'supplierInvoice'>(`0190aaaa-0000-7000-8000-00000000000${n}`),
    fileId: asId<'sourceFile'>(`file-${n}`),
    fields: someFields({ supplierName: aField(name), invoiceNumber: aField(`F-${n}`) }),
  });
const invoices = [invoice(1, 'Bygg i Boden'), invoice(2, 'Data AB'), invoice(3, 'Bygg i Ystad')];
const clerk = rolePermissions['verification-clerk'];
const show = (start: FakeStart = {}) => showApp(invoices, clerk, start);
const names = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('rowheader')
    .map((cell) => cell.getAttribute('title'));
const shown = async (...wanted: string[]) => waitFor(() => expect(names()).toEqual(wanted));
const all = ['Bygg i Boden', 'Data AB', 'Bygg i Ystad'];

describe('the filter', () => {
  test('is reached by Ctrl+F, shows what fits as one writes, and says what is wrong and where', async () => {
    const { user } = await show();
    await shown(...all);
    await user.keyboard('{Control>}f{/Control}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Filter');
    await user.keyboard('bygg');
    await shown('Bygg i Boden', 'Bygg i Ystad');
    await user.keyboard(' belop>1');
    await screen.findByText('Tecken 6: det finns inget fält som heter belop.');
    await shown('Bygg i Boden', 'Bygg i Ystad'); // as it stood
    await user.click(screen.getByRole('button', { name: 'Rensa' }));
    await shown(...all);
  });

  test('is saved as a view under a name, which is then there to choose and to take away', async () => {
    const { user, asked } = await show();
    await shown(...all);
    await user.keyboard('{Control>}f{/Control}data{Enter}');
    await shown('Data AB');
    await user.click(screen.getByRole('button', { name: 'Spara vy …' }));
    await user.keyboard('Datafakturor{Enter}');
    await screen.findByRole('option', { name: 'Datafakturor (3)' });
    expect(asked.findLast(({ name }) => name === 'views/save')?.input).toMatchObject({
      ...{ name: 'Datafakturor', filter: 'status:att-verifiera data', shared: false, system: null },
    });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Vy' }), 'Datafakturor (3)');
    await user.click(await screen.findByRole('button', { name: 'Ta bort vyn' }));
    await waitFor(() => expect(screen.queryByRole('option', { name: 'Datafakturor (3)' })).toBeNull());
  });

  test('of a view shared by somebody who has left can still be used', async () => {
    const theirs: ViewRow = {
      ...{ id: asId<'savedView'>('v'), rev: 1, ownerId: bo, name: 'Stora', filter: 'bygg', sort: 'received', descending: false },
      ...{ columns: [], shared: true, removed: false, ownerName: 'Bo Lind', ownerHasLeft: true },
    };
    const { user } = await show({ views: [theirs] });
    await screen.findByRole('option', { name: 'Stora, delad av Bo Lind som slutat (3)' });
    await user.keyboard('{Control>}1{/Control}');
    await shown('Bygg i Boden', 'Bygg i Ystad');
  });
});

test('several rows are parked at once; what could not be is told row by row, and it can be undone', async () => {
  const { user, invoice: read, told } = await show();
  await shown(...all);
  await user.keyboard(' {Shift>}{ArrowDown}{/Shift}');
  expect(screen.getByRole('region', { name: 'Åtgärder för valda' }).textContent).toContain('2 valda');
  await user.click(screen.getByRole('button', { name: 'Parkera' }));
  const panel = screen.getByRole('region', { name: 'Parkera fakturan' });
  await user.click(within(panel).getByRole('button', { name: 'Parkera' }));
  const result = await screen.findByRole('region', { name: 'Resultat' });
  expect(result.textContent).toContain('2 klara');
  expect(invoices.map(({ id }) => read(id)?.state)).toEqual(['parked', 'parked', 'scanned']);
  await user.click(within(result).getByRole('button', { name: 'Ångra' }));
  await waitFor(() => expect(invoices.map(({ id }) => read(id)?.state)).toEqual(['scanned', 'scanned', 'scanned']));
  expect(told.filter((name) => name === 'supplier-invoices/undo')).toHaveLength(2);
});

test('columns are hidden, moved and widened by keyboard, and kept for the person', async () => {
  const { user, asked } = await show();
  await shown(...all);
  const heads = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent?.replace(/[▲▼]/, ''));
  expect(heads()).toContain('Typ');
  await user.click(screen.getByRole('button', { name: 'Kolumner …' }));
  await user.click(screen.getByRole('button', { name: 'Dölj Typ' }));
  await waitFor(() => expect(heads()).not.toContain('Typ'));
  await user.click(screen.getByRole('button', { name: 'Flytta Fakturanr ett steg tidigare' }));
  await waitFor(() => expect(heads()?.[0]).toBe('Fakturanr'));
  await user.click(screen.getByRole('button', { name: 'Bredare Fakturanr' }));
  await waitFor(() =>
    expect(asked.findLast(({ name }) => name === 'views/save')?.input).toMatchObject({
      system: 'queue:to-verify',
      columns: expect.arrayContaining([{ id: 'number', widthEm: 11 }]),
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Som från början' }));
  await waitFor(() => expect(heads()).toContain('Typ'));
});

test('Ctrl+Enter opens what is to be done first, whatever kind it is', async () => {
  const next: ClockedWork = {
    ...{
      kind: 'supplier-invoice',
      id: invoices[1]?.id ?? '',
      name: 'Data AB',
      detail: 'F-2',
      sinceMs: 0,
      payBy: null,
      holder: null,
    },
    ...{ clock: { dueMs: 0, pausedMs: 0, gap: null }, isEscalated: true },
  };
  const { user } = await show({ work: [next] });
  await screen.findByRole('button', { name: 'Nästa' });
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect((document.querySelector('#field-invoiceNumber') as HTMLInputElement | null)?.value).toBe('F-2'));
});
