import { beforeAll, expect, test } from 'vitest';
import { sweepFields } from '../../src/main/engine/queries/sweep-fields.ts';
import { sqliteLogStore } from '../../src/main/engine/store/sqlite-store.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { aField, anna, aScannedInvoice, bo, cecilia, someFields } from '../make/invoices.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

const now = 1_000_000;
const file = aWorkspaceFile();
const id = (n: number) => asId<'supplierInvoice'>(`0190cccc-0000-7000-8000-${String(n).padStart(12, '0')}`);

beforeAll(async () => {
  await sqliteLogStore(file.writer).transaction(async (rows) => {
    for (let n = 1; n <= 5; n += 1) {
      const { state, ...scanned } = aScannedInvoice({
        ...{ id: id(n), fileId: asId<'sourceFile'>(`file-${n}`), supplierId: asId<'supplier'>(`s-${n}`), receivedAtMs: 10 - n },
        fields: someFields({ invoiceNumber: aField(`F-${n}`), buyerReference: aField('Karin Ek', { state: 'check' }) }),
      });
      await rows.put(
        'supplierInvoice',
        n === 5 ? { ...scanned, state: 'parked', parkedReason: 'other', parkedNote: '', parkedBy: anna } : { ...scanned, state },
      );
    }
    const lease = (n: number, holder: PersonId, untilMs: number) =>
      rows.put('lease', { ...{ id: id(n), rev: 1, unitId: 'main', holder, device: 'x', token: 1 }, untilMs });
    await lease(1, bo, now + 1);
    await lease(2, anna, now + 1);
    await lease(3, bo, now); // has run out
  });
  return () => file[Symbol.dispose]();
});

test('a sweep is of what one holds; of what nobody else works on, the first to come in first, where one holds nothing', () => {
  const swept = (person: PersonId) =>
    sweepFields(file.reader)({ person, atMs: now, today: '2026-11-25' as Day }).map(({ field, rows }) => [
      field,
      rows.map(({ invoiceId }) => Number(invoiceId.slice(-12))),
    ]);
  expect(swept(anna)).toEqual([['buyerReference', [2]]]);
  expect(swept(bo)).toEqual([['buyerReference', [1]]]);
  expect(swept(cecilia)).toEqual([['buyerReference', [4, 3]]]);
});
