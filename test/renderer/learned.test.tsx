// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import type { LearnedNotice, LearnedRuleRow } from '../../src/shared/contract/engine.ts';
import { aField, anna, aScannedInvoice, exempelbolaget, someFields } from '../make/invoices.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const ruleId = asId<'learnedRule'>('0190ffff-0000-7000-8000-000000000001');
const aRule = (changes: Partial<LearnedRuleRow> = {}): LearnedRuleRow => ({
  id: ruleId,
  supplierId: exempelbolaget.id,
  supplierName: exempelbolaget.name,
  field: 'invoiceNumber',
  state: 'active',
  label: 'fakturanr',
  stands: true,
  taughtBy: anna,
  taughtByName: 'Anna Berg',
  taughtAtMs: Date.UTC(2026, 10, 20, 9),
  correctionId: asId('command-0'),
  example: { invoiceId: asId('0190dddd-0000-7000-8000-000000000009'), number: '10032', text: '10032' },
  replay: { checked: 3, agreed: 3, broken: [] },
  replacedBy: null,
  ...changes,
});
const invoice = aScannedInvoice({
  fields: someFields({
    invoiceNumber: aField('10045', {
      state: 'check',
      confidence: 0.42,
      evidence: [{ kind: 'learned', ref: ruleId }],
      alternatives: [{ value: '20045', raw: '20045', confidence: 0.2, page: 1, box: [0.5, 0.5, 0.6, 0.51] }],
    }),
  }),
});
const notice: LearnedNotice = {
  kind: 'learned',
  ruleId,
  correctionId: asId('command-1'),
  field: 'invoiceNumber',
  supplierName: 'Exempelbolaget AB',
  wouldBreak: 0,
};

async function openInvoice(rules: readonly LearnedRuleRow[] = [aRule()]) {
  const shown = await showApp([invoice], undefined, { rules });
  await screen.findByText('10045');
  await shown.user.keyboard('{Enter}');
  await screen.findByRole('textbox', { name: 'Fakturanr' });
  return shown;
}
const switches = (asked: readonly { readonly name: string }[]) =>
  asked.map(({ name }) => name).filter((name) => name.startsWith('learned-rules/'));

describe('Varför?', () => {
  test('tells of a learned place who showed it, when and on what; it can be forgotten, and that undone', async () => {
    const { user, asked } = await openInvoice();
    await user.keyboard('{F2}');
    const panel = await screen.findByRole('region', { name: 'Varför Fakturanr?' });
    await within(panel).findByText(/Samma plats som Anna Berg visade 2026-11-20: ”10032” vid ”fakturanr” på faktura 10032\./);
    await user.click(within(panel).getByRole('button', { name: 'Glöm detta' }));
    await within(panel).findByText(/Regeln är avstängd\./);
    expect(switches(asked)).toEqual(['learned-rules/switch-off']);
    await user.keyboard('{Control>}z{/Control}');
    await within(panel).findByRole('button', { name: 'Glöm detta' });
    expect(switches(asked)).toEqual(['learned-rules/switch-off', 'learned-rules/switch-on']);
  });

  test('shows how sure it is, what else was found, and takes it when it is picked', async () => {
    const { user, invoice: held } = await openInvoice();
    await user.keyboard('{F2}');
    const panel = await screen.findByRole('region', { name: 'Varför Fakturanr?' });
    expect(within(panel).getByText(/säkerhet: 42 %|rätt i \d+,\d %/)).toBeTruthy();
    expect(within(panel).getByText(/Bara ett bevis: känd plats\./)).toBeTruthy();
    await user.click(within(panel).getByRole('option', { name: /20045/ }));
    await waitFor(() => expect(held(invoice.id)?.fields.invoiceNumber.value).toBe('20045'));
    expect(screen.queryByRole('region', { name: 'Varför Fakturanr?' })).toBeNull();
  });
});

describe('what a correction taught', () => {
  test('is told in a quiet line, which can undo it', async () => {
    const { user, tell, asked } = await openInvoice();
    act(() => tell(notice));
    const line = await screen.findByText('Lärde mig: ”Fakturanr” för Exempelbolaget AB.');
    expect(line.closest('[role=status]')).toBeTruthy();
    expect(document.activeElement?.id).toBe('field-invoiceNumber'); // the focus stays where the clerk works
    await user.click(screen.getByRole('button', { name: 'Ångra' }));
    await screen.findByText('Glömt: var ”Fakturanr” står hos Exempelbolaget AB.');
    expect(screen.queryByText(/^Lärde mig/)).toBeNull();
    expect(asked.find(({ name }) => name === 'learned-rules/switch-off')?.input).toEqual({ ruleId });
  });

  test('is told when it is not used, and why', async () => {
    const { tell } = await openInvoice();
    act(() => tell({ ...notice, wouldBreak: 2 }));
    await screen.findByText(/det hade blivit fel på 2 verifierade fakturor/);
    expect(screen.queryByRole('button', { name: 'Ångra' })).toBeNull();
  });
});
