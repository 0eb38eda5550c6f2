import { expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import { alikeFields } from '../../../src/shared/domain/sweep/index.ts';
import { aField, aScannedInvoice, someFields } from '../../make/invoices.ts';

const check = { state: 'check' } as const;
const invoice = (n: number, fields: Parameters<typeof someFields>[0]) => ({
  ...aScannedInvoice({ id: asId<'supplierInvoice'>(`i-${n}`), fields: someFields(fields) }),
  supplierName: 'Exempelbolaget AB',
});

test('fields in doubt are gathered by kind, the most first, with the page that they stand on', () => {
  const groups = alikeFields([
    invoice(1, { invoiceDate: aField('2026-11-01', check), invoiceNumber: aField('17', check) }),
    invoice(2, { invoiceDate: aField('2026-11-07', check) }),
  ]);
  expect(groups.map(({ field, rows }) => [field, rows.map(({ invoiceId, value }) => [invoiceId, value])])).toEqual([
    [
      'invoiceDate',
      [
        ['i-1', '2026-11-01'],
        ['i-2', '2026-11-07'],
      ],
    ],
    ['invoiceNumber', [['i-1', '17']]],
  ]);
  expect(groups[0]?.rows[0]?.page.page).toBe(1);
});

test('who is paid is never swept; nor what is safe, breaks a rule, was not found, or cannot be shown', () => {
  const fields = {
    bankgiro: aField('9912346', check),
    supplierName: aField('Exempelbolaget AB', check),
    invoiceDate: aField('2026-11-01', { state: 'error' }),
    dueDate: aField<string>(null, { state: 'missing' }),
    invoiceNumber: aField('17', { ...check, box: null }),
    totalMinor: aField(1, { ...check, page: 9 }),
  };
  expect(alikeFields([invoice(1, fields)])).toEqual([]);
});
