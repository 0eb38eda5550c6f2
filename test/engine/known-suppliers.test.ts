import { expect, test } from 'vitest';
import { knowledgeOf } from '../../src/main/engine/intake/knowledge.ts';
import { asId, type SupplierId } from '../../src/shared/base/ids.ts';
import { findSupplierKeys } from '../../src/shared/domain/extraction/index.ts';
import type { PaymentNumber, Supplier } from '../../src/shared/domain/suppliers/index.ts';
import { commands } from '../../src/shared/run/commands/index.ts';
import { aPage } from '../make/documents/a-page.ts';
import { anna, aScannedInvoice, exempelbolaget } from '../make/invoices.ts';
import { lookupStore } from '../make/lookup-store.ts';

const { organisationNumber: _, ...unnumbered } = exempelbolaget;
const absorbed: Supplier = {
  ...unnumbered,
  id: asId('0190bbbb-0000-7000-8000-000000000002'),
  name: 'Exempelbolaget i Solna AB',
  mergedInto: exempelbolaget.id,
};
const number = (digits: string, supplierId: SupplierId, more: Partial<PaymentNumber> = {}): PaymentNumber => ({
  ...{ id: asId<'paymentNumber'>(`0190cccc-0000-7000-8000-0000${digits.padStart(8, '0')}`), rev: 1 },
  ...{ supplierId, kind: 'bankgiro', number: digits },
  ...more,
});

function aStore() {
  const store = lookupStore();
  store.add('supplier', exempelbolaget);
  store.add('supplier', absorbed);
  store.add('paymentNumber', number('9912346', exempelbolaget.id));
  store.add('paymentNumber', number('50501055', exempelbolaget.id, { state: 'ended' }));
  store.add('paymentNumber', number('9911017', absorbed.id));
  store.add('supplierInvoice', aScannedInvoice());
  return store;
}
const known = async (row: string) => {
  const register = { store: aStore(), clock: () => Date.UTC(2026, 10, 22), verified: () => [] };
  return (await knowledgeOf(register, findSupplierKeys([aPage([row])]))).suppliers.map(({ id, bankgiros }) => [id, bankgiros]);
};

test('a number that has ended is no sign of its supplier, and none of what proves it', async () => {
  expect(await known('Bankgiro 991-2346')).toEqual([[exempelbolaget.id, ['9912346']]]);
  expect(await known('Bankgiro 5050-1055')).toEqual([]);
});

test('supplier-invoices/correct-field and link-supplier lead to the survivor of a merge, and by no number that has ended', async () => {
  const store = aStore();
  const ctx = { actor: anna, device: 'this', atMs: 1, today: '2026-11-22' as never, scopes: ['unit:*'] };
  const { id: invoiceId } = aScannedInvoice();
  const seen = { page: null, box: null, seen: null, raw: '' };
  const named = async (value: string) => {
    const input = { invoiceId, field: 'bankgiro', value, ...seen } as const;
    return (await commands['supplier-invoices/correct-field'].load(store, input, ctx)).supplier?.id;
  };
  expect(await named('9912346')).toBe(exempelbolaget.id);
  expect(await named('9911017')).toBe(exempelbolaget.id);
  expect(await named('50501055')).toBeUndefined();
  const linked = await commands['supplier-invoices/link-supplier'].load(store, { invoiceId, supplierId: absorbed.id }, ctx);
  expect(linked.supplier?.id).toBe(exempelbolaget.id);
});
