// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SearchGroup } from '../../src/shared/contract/search.ts';
import { aScannedInvoice } from '../make/invoices.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const invoice = aScannedInvoice({});
const found: readonly SearchGroup[] = [
  {
    kind: 'invoice',
    more: true,
    cut: false,
    hits: [
      {
        kind: 'invoice',
        id: invoice.id,
        supplierName: 'Exempel Bygg AB',
        number: 'F-1001',
        documentType: 'invoice',
        queue: 'to-verify',
        invoiceDay: '2026-11-01',
        totalMinor: 125_000,
        currency: 'SEK',
        foundBy: { kind: 'field', field: 'ocrReference', value: '1234567897' },
      },
    ],
  },
  {
    kind: 'supplier',
    more: false,
    cut: false,
    hits: [
      {
        kind: 'supplier',
        id: 'supplier-1',
        hit: {
          register: 'supplier',
          id: 'supplier-1',
          name: 'Bygg i Malmö AB',
          number: '556036-0793',
          city: 'Malmö',
          foundBy: { kind: 'name' },
          state: 'blocked',
          mergedFrom: null,
        },
      },
    ],
  },
];

test('Ctrl+K finds over all kinds, marks what was typed, shows the marked one and opens it, all by keyboard', async () => {
  const { user } = await showApp([invoice], undefined, { found });
  await user.keyboard('{Control>}k{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Sök' });
  expect(document.activeElement).toBe(within(dialog).getByRole('combobox'));
  await user.keyboard('bygg');
  const [first, second] = await within(dialog).findAllByRole('option');
  expect(first?.textContent).toMatch(/Exempel Bygg AB · F-1001.*OCR.*1234567897/);
  expect([...(first?.querySelectorAll('mark') ?? [])].map(({ textContent }) => textContent)).toEqual(['Bygg']);
  expect(second?.textContent).toMatch(/Bygg i Malmö ABspärrad/);
  expect(first?.getAttribute('aria-selected')).toBe('true');
  expect(within(dialog).getByRole('status').textContent).toMatch(/^2 träffar Ord på sidan söks inte i 3 fakturor/);
  const preview = within(dialog).getByRole('region', { name: 'Det markerade' });
  expect((await within(preview).findByText('skrivbord')).tagName).toBe('MARK');

  await user.keyboard('{ArrowDown}');
  expect(within(preview).getByText('556036-0793')).toBeTruthy();
  await user.keyboard('{F6}');
  expect(document.activeElement).toBe(preview);
  await user.keyboard('{F6}{ArrowUp}{Control>}{Enter}{/Control}');
  expect(await screen.findByRole('dialog', { name: 'Sök' })).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog', { name: 'Sök' })).toBeNull();
  expect(document.querySelector('#field-invoiceNumber')).not.toBeNull();

  await user.keyboard('{Control>}k{/Control}');
  expect((await within(await screen.findByRole('dialog')).findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(
    ['bygg', expect.stringMatching(/Exempel Bygg AB/)],
  );
  await user.keyboard('{Enter}');
  expect((within(screen.getByRole('dialog')).getByRole('combobox') as HTMLInputElement).value).toBe('bygg');
});

test('what cannot be understood is told in words, and a person’s number is not remembered', async () => {
  const { user } = await showApp([invoice], undefined, { found });
  await user.keyboard('{Control>}k{/Control}hylla:3');
  expect((await screen.findByRole('alert')).textContent).toMatch(/"hylla:" finns inte/);
  await user.clear(within(screen.getByRole('dialog')).getByRole('combobox'));
  await user.keyboard('800101-9812');
  await within(await screen.findByRole('dialog')).findAllByRole('option');
  await user.keyboard('{Enter}{Control>}k{/Control}');
  expect((await within(await screen.findByRole('dialog')).findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(
    [expect.stringMatching(/Exempel Bygg/)],
  );
});
