// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import { aField, aScannedInvoice, someFields } from '../make/invoices.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const count = 30;
const idOf = (n: number) => asId<'supplierInvoice'>(`0190dddd-0000-7000-8000-${String(n).padStart(12, '0')}`);
const swept = Array.from({ length: count }, (_, n) =>
  aScannedInvoice({
    id: idOf(n),
    fields: someFields({
      supplierName: aField(`Firma ${n} AB`),
      invoiceNumber: aField(`F-${n}`),
      invoiceDate: aField('2026-11-01', { state: 'check', raw: '2026-11-01' }),
    }),
  }),
);

test('dates in doubt are looked through by keyboard alone: one corrected, one left, one typed wrong, the rest confirmed by one Enter; and all of it is taken back', async () => {
  const { user, invoice } = await showApp(swept);
  const dateOf = (n: number) => {
    const field = invoice(idOf(n))?.fields.invoiceDate;
    return [field?.value, field?.state];
  };
  await user.click(await screen.findByRole('button', { name: `Sopa ${count} fält: Fakturadatum` }));
  const inputs = within(await screen.findByRole('list', { name: 'Fakturadatum' })).getAllByRole<HTMLInputElement>('textbox');
  await waitFor(() => expect(document.activeElement).toBe(inputs[0]));
  expect(inputs).toHaveLength(count);

  const beganMs = performance.now();
  await user.keyboard('{ArrowRight}2026-11-07{ArrowDown} {ArrowRight}31 februari{Enter}');
  await screen.findByText(/28 fält är bekräftade · 1 gick inte/);
  const perMinute = Math.round((28 * 60_000) / (performance.now() - beganMs));
  console.info(`sopning: ${perMinute} fält/min med skriptade tangenter`);

  expect(dateOf(0)).toEqual(['2026-11-01', 'safe']);
  expect(dateOf(1)).toEqual(['2026-11-07', 'safe']);
  expect(dateOf(2)).toEqual(['2026-11-01', 'check']);
  expect(dateOf(3)).toEqual(['2026-11-01', 'check']);
  await waitFor(() => expect(screen.getAllByRole('textbox', { name: /Fakturadatum/ })).toHaveLength(2));
  expect(screen.getByRole('textbox', { name: 'Fakturadatum, Firma 2 AB, lämnas till senare' })).toBeTruthy();
  const wrong = screen.getByRole<HTMLInputElement>('textbox', { name: 'Fakturadatum, Firma 3 AB' });
  expect(wrong.value).toBe('31 februari');
  expect(wrong.getAttribute('aria-invalid')).toBe('true');

  await user.click(screen.getByRole('button', { name: 'Ångra alla 28' }));
  await screen.findByText(/28 fält är som de var/);
  expect(dateOf(1)).toEqual(['2026-11-01', 'check']);

  await user.click(wrong);
  await user.keyboard('{F2}');
  await screen.findByRole('heading', { level: 1, name: 'Firma 3 AB F-3' });
  await waitFor(() => expect(document.activeElement?.id).toBe('field-invoiceDate'));
});
