// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import { aField, aScannedInvoice, someFields } from '../make/invoices.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const first = aScannedInvoice({
  fields: someFields({
    invoiceNumber: aField('10045', { state: 'check' }),
    totalMinor: aField(126_000, {
      state: 'check',
      alternatives: [{ value: 125_000, raw: '1 250,00', confidence: 0.5, page: 1, box: null }],
    }),
    buyerReference: aField('Karin Ek', { state: 'check' }),
  }),
});
const { supplierId: _, ...unlinked } = aScannedInvoice();
/** Its supplier is not in the register: a warning, and nothing to decide. */
const second = {
  ...unlinked,
  id: asId<'supplierInvoice'>('0190dddd-0000-7000-8000-000000000002'),
  fields: someFields({
    invoiceNumber: aField('77'),
    ocrReference: aField('10023489'),
    invoiceDate: aField('2026-10-02'),
    netMinor: aField(50_000),
    vatMinor: aField(12_500),
    totalMinor: aField(62_500),
  }),
};

const field = (name: string) => screen.findByLabelText<HTMLInputElement>(name, { selector: 'input' });

describe('an invoice is verified by keyboard alone', () => {
  test('Enter accepts and stops only where a person is needed; Ctrl+Enter verifies and opens the next', async () => {
    const { user, told, invoice } = await showApp([first, second]);
    await screen.findByText('10045');
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(document.activeElement).toBe(await field('Fakturanr')));

    await user.keyboard('{Enter}');
    await waitFor(async () => expect(document.activeElement).toBe(await field('Att betala')));
    expect(screen.getByText(/Skiljer 10,00/)).toBeTruthy();

    await user.keyboard('1250{Enter}');
    await waitFor(async () => expect(document.activeElement).toBe(await field('Er referens')));
    await waitFor(() => expect(invoice(first.id)?.fields.totalMinor.value).toBe(125_000));
    await user.keyboard('{Control>}b{/Control}');
    await screen.findByText('Alla fält är avgjorda. Ctrl+Enter verifierar.');

    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { level: 1, name: 'Exempelbolaget AB 77' });
    expect(invoice(first.id)?.state).toBe('verified');
    expect(told.filter((name) => name === 'supplier-invoices/correct-field')).toHaveLength(3);

    // What it took stands in Min takt, for this clerk alone, until it is erased.
    const before = told.length;
    await user.keyboard('{Control>}{Shift>}m{/Shift}{/Control}');
    const pace = within(await screen.findByRole('region', { name: 'Min takt' }));
    const toldOf = (what: string) => within(pace.getByRole('row', { name: new RegExp(what) })).getAllByRole('cell')[1];
    expect(toldOf('Verifierade fakturor')?.textContent).toBe('1');
    expect(toldOf('Fält du stannade vid')?.textContent).toBe('3');
    expect(toldOf('Fält du ändrade')?.textContent).toBe('2');
    expect(toldOf('Tangenttryck')?.textContent).toBe('8');
    expect(toldOf('Fakturor utan mus')?.textContent).toBe('1');
    await user.click(pace.getByRole('button', { name: 'Radera måtten' }));
    expect(pace.getByRole('status').textContent).toBe('Måtten är raderade.');
    expect(told).toHaveLength(before);
  });

  test('Ctrl+Enter stops at the first undecided field and says so', async () => {
    const { user, invoice } = await showApp([first]);
    await screen.findByText('10045');
    await user.keyboard('{Enter}');
    await field('Fakturanr');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Avgör först: Fakturanr, Att betala, Er referens.');
    expect(invoice(first.id)?.state).toBe('scanned');
  });

  test('an invoice that looks like another: why it is none is said by keyboard, and it is asked about no more', async () => {
    const one = aScannedInvoice({ fields: { ...second.fields, invoiceNumber: aField('A1077') } });
    const alike = {
      ...aScannedInvoice({ fields: { ...second.fields, invoiceNumber: aField('AI077') } }),
      id: asId<'supplierInvoice'>('0190dddd-0000-7000-8000-000000000003'),
    };
    const { user, invoice, told } = await showApp([one, alike]);
    await screen.findByText('A1077');
    await user.keyboard('{Enter}');
    await field('Fakturanr');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const why = await screen.findByLabelText('Varför är det en annan faktura?');
    await user.click(why);
    await user.keyboard('{Enter}');
    await screen.findByText('Skriv varför det inte är en dubblett.');
    await user.keyboard('Två leveranser samma dag{Enter}');
    await screen.findByText(/Larmet är släppt/);
    expect(told).toContain('supplier-invoices/release-twin');
    expect(invoice(one.id)?.releasedTwins).toMatchObject([{ otherId: alike.id, reason: 'Två leveranser samma dag' }]);
    await waitFor(() => expect(screen.queryByText(/Liknar en annan faktura/)).toBeNull());
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(invoice(one.id)?.state).toBe('verified'));
  });

  test('warnings are shown once, and a second Ctrl+Enter verifies all the same', async () => {
    const { user, invoice } = await showApp([second]);
    await screen.findByText('77');
    await user.keyboard('{Enter}');
    await field('Fakturanr');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const panel = await screen.findByRole('region', { name: 'Se över detta innan du verifierar' });
    expect(within(panel).getByText(/finns inte i registret/)).toBeTruthy();
    expect(invoice(second.id)?.state).toBe('scanned');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(invoice(second.id)?.state).toBe('verified'));
  });

  test('Ctrl+Z takes back the verification and opens the invoice; Ctrl+Y does it again', async () => {
    const { user, invoice } = await showApp([second]);
    await screen.findByText('77');
    await user.keyboard('{Enter}');
    await field('Fakturanr');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('region', { name: 'Se över detta innan du verifierar' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(invoice(second.id)?.state).toBe('verified'));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(invoice(second.id)?.state).toBe('scanned'));
    await field('Fakturanr');
    await user.keyboard('{Control>}y{/Control}');
    await waitFor(() => expect(invoice(second.id)?.state).toBe('verified'));
  });

  test('an undo puts the focus on the field that it changed', async () => {
    const { user, invoice } = await showApp([first]);
    await screen.findByText('10045');
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(document.activeElement).toBe(await field('Fakturanr')));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(invoice(first.id)?.fields.invoiceNumber.state).toBe('safe'));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(invoice(first.id)?.fields.invoiceNumber.state).toBe('check'));
    await waitFor(async () => expect(document.activeElement).toBe(await field('Fakturanr')));
  });

  test('what is no value stays as it was typed, with a sentence below it', async () => {
    const { user, told } = await showApp([first]);
    await screen.findByText('10045');
    await user.keyboard('{Enter}');
    const total = await field('Att betala');
    await user.click(total);
    await user.clear(total);
    await user.keyboard('1.234{Enter}');
    expect(total.value).toBe('1.234');
    expect(screen.getByText('Kan läsas på två sätt. Skriv 1234,00 eller 1,23.')).toBeTruthy();
    expect(told).not.toContain('supplier-invoices/correct-field');
  });

  test('after a lock the typing is there again for the same person', async () => {
    const { user } = await showApp([first]);
    await screen.findByText('10045');
    await user.keyboard('{Enter}');
    const number = await field('Fakturanr');
    await waitFor(() => expect(document.activeElement).toBe(number));
    await user.keyboard('99 utkast');
    await user.keyboard('{Control>}{Shift>}L{/Shift}{/Control}');
    await screen.findByRole('heading', { name: 'Låst' });
    expect(screen.queryByRole('textbox', { name: 'Fakturanr' })).toBeNull(); // behind the lock, out of reach
    await user.click(screen.getByRole('button', { name: /Anna Berg/ }));
    expect((await field('Fakturanr')).value).toContain('utkast');
  });
});
