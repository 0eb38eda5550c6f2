// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import type { Judgement } from '../../src/shared/domain/e-invoices/index.ts';
import { aField, aScannedInvoice, someFields } from '../make/invoices.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const invoiceOne = aScannedInvoice();

describe('a faulty invoice, by keyboard', () => {
  test('F7 asks why and what then; the invoice goes back to its supplier, and is fetched back with Ctrl+Z', async () => {
    const { user, invoice } = await showApp([invoiceOne]);
    await screen.findByText('10045');
    await user.keyboard('{Enter}');
    await screen.findByLabelText('Fakturanr');
    await user.keyboard('{F7}');
    const panel = await screen.findByRole('region', { name: 'Fel på fakturan' });
    await user.selectOptions(within(panel).getByLabelText('Vad är fel?'), 'wrong-recipient');
    await user.selectOptions(within(panel).getByLabelText('Och sedan?'), 'returns');
    expect(within(panel).queryByLabelText('Kommer tillbaka (valfritt)')).toBeNull();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(invoice(invoiceOne.id)?.state).toBe('returned'));
    expect(invoice(invoiceOne.id)?.fault).toMatchObject({ reason: 'wrong-recipient', field: null, isDisputed: false });
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(invoice(invoiceOne.id)?.state).toBe('scanned'));
    expect(invoice(invoiceOne.id)?.fault).toBeUndefined();
  });

  test('something else must be told; one that stays shows its fault until somebody says why it is settled', async () => {
    const { user, invoice } = await showApp([invoiceOne]);
    await screen.findByText('10045');
    await user.keyboard('{Enter}');
    await screen.findByLabelText('Fakturanr');
    await user.keyboard('{F7}');
    const panel = await screen.findByRole('region', { name: 'Fel på fakturan' });
    await user.selectOptions(within(panel).getByLabelText('Vad är fel?'), 'other');
    await user.selectOptions(within(panel).getByLabelText('Och sedan?'), 'stays');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await within(panel).findByText('Skriv vad felet är.');
    expect(invoice(invoiceOne.id)?.fault).toBeUndefined();
    await user.type(within(panel).getByLabelText('Med egna ord'), 'Sidan är riven{Enter}');
    await screen.findByText('Fel: Annat');
    expect(screen.queryByRole('region', { name: 'Fel på fakturan' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Avsluta felet' }));
    await user.keyboard('Ny sida har kommit{Enter}');
    await waitFor(() => expect(screen.queryByText('Fel: Annat')).toBeNull());
    expect(invoice(invoiceOne.id)?.fault).toBeUndefined();
  });

  test('Ctrl+M leaves a note; what was not saved is there again, and one that is too long says so', async () => {
    const { user, invoice } = await showApp([invoiceOne]);
    await screen.findByText('10045');
    await user.keyboard('{Enter}');
    await screen.findByLabelText('Fakturanr');
    await user.keyboard('{Control>}m{/Control}');
    await screen.findByRole('region', { name: 'Anteckning till den som granskar' });
    await user.keyboard('Fråga Åsa{Escape}');
    await user.keyboard('{Control>}m{/Control}');
    const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Anteckning' });
    expect(text.value).toBe('Fråga Åsa');
    await user.click(text);
    await user.paste('x'.repeat(10_000));
    await screen.findByText('Anteckningen får ha högst 10000 tecken. Den har 10009.');
    await user.clear(text);
    await user.type(text, 'Fråga Åsa 👋{Control>}{Enter}{/Control}');
    await waitFor(() => expect(invoice(invoiceOne.id)?.notes).toMatchObject([{ text: 'Fråga Åsa 👋' }]));
    await screen.findByText('Fråga Åsa 👋');
  });
});

describe('an e-invoice that breaks the rules', () => {
  const broken = {
    ...{ rule: 'BR-CO-16', severity: 'fatal', path: '/Invoice/LegalMonetaryTotal', isFault: true },
    message: { sv: 'Summan stämmer inte.', en: 'The sum is off.' },
  } satisfies Judgement['findings'][number];
  const judgement: Judgement = {
    soundness: 'faulty',
    syntax: 'ubl-invoice',
    profile: 'en16931',
    findings: [broken],
    findingCount: 1,
  };

  test('says which; Shift+F7 sends it back, and Ctrl+Z fetches it', async () => {
    const save = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    const { user, invoice } = await showApp([{ ...invoiceOne, judgement }]);
    await screen.findByText('10045');
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: '1 fel i e-fakturan', expanded: true });
    expect(screen.getByText('BR-CO-16').closest('div')?.textContent).toContain('Summan stämmer inte./Invoice/LegalMonetaryTotal');
    await user.keyboard('{Shift>}{F7}{/Shift}');
    await waitFor(() => expect(invoice(invoiceOne.id)?.state).toBe('returned'));
    expect(invoice(invoiceOne.id)?.fault).toMatchObject({ reason: 'breaks-rules', field: null });
    await waitFor(() => expect(save.mock.contexts).toMatchObject([{ download: 'Brev 10045.pdf' }]));
    save.mockRestore();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(invoice(invoiceOne.id)?.state).toBe('scanned'));
  });

  test('on one that breaks none the key says so, and returns nothing', async () => {
    const { user, invoice } = await showApp([invoiceOne]);
    await screen.findByText('10045');
    await user.keyboard('{Enter}');
    await screen.findByLabelText('Fakturanr');
    await user.keyboard('{Shift>}{F7}{/Shift}');
    await screen.findByText(/^E-fakturan har inga fel/);
    expect(invoice(invoiceOne.id)?.state).toBe('scanned');
  });
});

describe('the supplier’s other invoices, by keyboard', () => {
  const alike = {
    ...aScannedInvoice({ fields: someFields({ invoiceNumber: aField('1OO45'), buyerReference: aField('Karin Ek') }) }),
    id: asId<'supplierInvoice'>('0190dddd-0000-7000-8000-000000000003'),
  };

  test('Ctrl+J puts the one that it may be the same as beside it, what differs first', async () => {
    const { user } = await showApp([invoiceOne, alike]);
    await screen.findByText('10045');
    await user.keyboard('{Enter}');
    await screen.findByLabelText('Fakturanr');
    await user.keyboard('{Control>}j{/Control}');
    const panel = await screen.findByRole('region', { name: 'Jämför med den andra fakturan' });
    const [, first] = await within(panel).findAllByRole('row');
    expect(within(first as HTMLElement).getByRole('rowheader').textContent).toBe('Fakturanrskiljer');
    expect(
      within(first as HTMLElement)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['10045', '1OO45']);
  });

  test('Ctrl+D fills a field as on the supplier’s last invoice, and says so', async () => {
    const { user, invoice } = await showApp([invoiceOne, alike]);
    await screen.findByText('10045');
    await user.keyboard('{Enter}');
    const reference = await screen.findByLabelText<HTMLInputElement>('Er referens', { selector: 'input' });
    await user.click(reference);
    await user.keyboard('{Control>}d{/Control}');
    await waitFor(() => expect(reference.value).toBe('Karin Ek'));
    await screen.findByText('Er referens är hämtat från leverantörens förra faktura.');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(invoice(invoiceOne.id)?.fields.buyerReference.value).toBe('Karin Ek'));
  });
});
