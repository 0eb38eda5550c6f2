// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { profileOf, proposeEInvoice, readEInvoice, sheetOf } from '../../src/shared/domain/e-invoices/index.ts';
import { wholeInvoice } from '../make/e-invoices/whole-invoice.ts';
import { aScannedInvoice } from '../make/invoices.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const text = wholeInvoice().replace('<cbc:CustomizationID>', '<cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:CustomizationID>');
const read = readEInvoice(new TextEncoder().encode(text));
if (!read.ok) throw new Error('it can be read');
const { invoice, syntax, leftOver } = read.value;
const { fields, lines, vat } = proposeEInvoice(invoice, { suppliers: [] });
const eInvoice = { syntax, profile: profileOf(read.value), sheet: sheetOf(invoice), leftOver };

test('an invoice that came as data is shown as a page; the value of the field in focus is marked, each says its term and path', async () => {
  const { user } = await showApp([aScannedInvoice({ pages: [], fields, lines, vat })], undefined, { eInvoice });
  await screen.findByText('F-1001');
  await user.keyboard('{Enter}');
  const page = await screen.findByRole('region', { name: 'E-fakturan' });
  expect(page.textContent).toContain('UBL-faktura, Peppol BIS Billing 3');
  const number = within(page).getByText('F-1001');
  expect(number.title).toBe('Fakturanummer · BT-1 · /Invoice/ID');
  const table = within(page).getAllByRole('table')[0] ?? expect.unreachable();
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((head) => head.textContent),
  ).toEqual(['Rad', 'Artikel', 'Antal', 'Pris', 'Moms %', 'Belopp']);
  expect(within(table).getAllByText('7350012345679')).toHaveLength(2); // below each line
  expect(within(page).getByText('Står också i filen')).toBeTruthy();

  const input = await screen.findByLabelText<HTMLInputElement>('Bankgiro', { selector: 'input' });
  input.focus();
  const account = await within(page).findByText('9912346');
  await expect.poll(() => account.dataset.focus).toBe('true');
  expect(screen.getByText(/^Konto eller giro · BT-84 · .Invoice.PaymentMeans/)).toBeTruthy();
  expect(number.dataset.focus).toBe('false');

  await user.keyboard('{F2}');
  const why =
    (await screen.findByText(/^Står som uppgift i e-fakturan/)).closest('section, aside, div[aria-labelledby]') ??
    expect.unreachable();
  expect(why.textContent).toContain('Står som uppgift i e-fakturan (/Invoice/PaymentMeans/PayeeFinancialAccount/ID).');
  expect(why.textContent).not.toMatch(/%/); // nothing was read, so nothing is likely
});
