// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { aField, aScannedInvoice, someFields } from '../make/invoices.ts';
import { aPage } from './a-page.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const words = {
  ['b'.repeat(64)]: aPage(
    'Fakturanr@0.1,0.1',
    '10046@0.3,0.1',
    'Förfallodatum@0.1,0.2',
    '2026-12-02@0.3,0.2',
    'Att@0.1,0.3',
    'betala@0.15,0.3',
    '1@0.3,0.3',
    '250,00@0.32,0.3',
  ),
};
const invoice = aScannedInvoice({
  fields: someFields({
    invoiceNumber: aField('10045', { state: 'check', box: [0.3, 0.1, 0.36, 0.11] }),
    totalMinor: aField(126_000, { state: 'check', box: [0.1, 0.3, 0.2, 0.31] }),
  }),
});
const field = (name: string) => screen.findByLabelText<HTMLInputElement>(name, { selector: 'input' });
const spoken = () => [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent);
const pointed = () => document.querySelector('[data-box=point]')?.textContent;

async function openInvoice() {
  const shown = await showApp([invoice], undefined, { words });
  await screen.findByText('10045');
  await shown.user.keyboard('{Enter}');
  await waitFor(async () => expect(document.activeElement).toBe(await field('Fakturanr')));
  await screen.findByText('Förfallodatum 2026-12-02'); // the words have come
  return shown;
}

describe('F4 points at words by keyboard', () => {
  test('it begins at the value; arrows move, the word is drawn and spoken, and Enter takes it with its place', async () => {
    const { user, invoice: held } = await openInvoice();
    await user.keyboard('{F4}');
    expect(pointed()).toBe('10046');
    expect(spoken()).toContain('10046');
    await user.keyboard('{ArrowDown}');
    expect(pointed()).toBe('2026-12-02');
    await user.keyboard('{ArrowUp}{Enter}');
    expect(pointed()).toBeUndefined();
    expect((await field('Fakturanr')).value).toBe('10046');
    expect(document.activeElement).toBe(await field('Fakturanr'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(held(invoice.id)?.fields.invoiceNumber.value).toBe('10046'));
    expect(held(invoice.id)?.fields.invoiceNumber).toMatchObject({ page: 1, box: [0.3, 0.1, 0.36, 0.11] });
  });

  test('an amount is taken whole, from any of its words', async () => {
    const { user } = await openInvoice();
    await user.click(await field('Att betala'));
    await user.keyboard('{F4}2');
    expect(pointed()).toBe('1 250,00'); // '250,00' is one amount with the word before it
    await user.keyboard('{Enter}');
    expect((await field('Att betala')).value).toBe('1 250,00');
  });

  test('letters search, Home and End keep to the line, Shift takes more words', async () => {
    const { user } = await openInvoice();
    await user.keyboard('{F4}förf');
    expect(pointed()).toBe('Förfallodatum');
    await user.keyboard('{End}');
    expect(pointed()).toBe('2026-12-02');
    await user.keyboard('{Home}{Shift>}{ArrowRight}{/Shift}');
    expect(pointed()).toBe('Förfallodatum 2026-12-02');
    expect((await field('Fakturanr')).value).toBe('10045'); // nothing was typed in the field
  });

  test('Esc leaves it and changes nothing; the next Esc goes back to the basket', async () => {
    const { user, told } = await openInvoice();
    await user.keyboard('{F4}{ArrowRight}{Escape}');
    expect(pointed()).toBeUndefined();
    expect((await field('Fakturanr')).value).toBe('10045');
    expect(told).not.toContain('supplier-invoices/correct-field');
    await user.keyboard('{Escape}');
    await screen.findByRole('heading', { level: 1, name: 'Korg' });
  });

  test('only keys of pointing are offered meanwhile', async () => {
    const { user } = await openInvoice();
    await user.keyboard('{F4}');
    await screen.findByRole('button', { name: /Ta ordet/ });
    expect(screen.queryByRole('button', { name: /Saknas på fakturan/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: /Nästa ord/ }));
    expect(pointed()).toBe('Förfallodatum');
  });
});
