import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openReplicaFile } from '../../src/main/engine/store/replica-file.ts';
import { rememberRows } from '../../src/main/engine/sync/remember-rows.ts';
import { aScannedInvoice } from '../make/invoices.ts';
import { aFolder } from '../make/workspace.ts';

const invoice = aScannedInvoice();
const byDocument = [invoice.fileId, invoice.fileIndex];

test('what is remembered is what the table holds, also after a write, and after one that was taken back', async () => {
  using folder = aFolder();
  const file = openReplicaFile(join(folder.path, 'replica-1.db'), { open: Database }, false);
  await file.storage.transaction(async (transaction) => {
    const rows = rememberRows(transaction);
    const asTold = async (told: unknown) => {
      for (const store of [rows, rows, transaction]) {
        expect(await store.get('supplierInvoice', invoice.id)).toEqual(told);
        expect(await store.find('supplierInvoice', 'byDocument', byDocument)).toEqual(told === undefined ? [] : [told]);
      }
    };
    await asTold(undefined);
    await rows.put('supplierInvoice', invoice);
    await rows.keepShadow({ entity: 'supplierInvoice', id: invoice.id, row: null });
    await asTold(invoice);

    await rows.savepoint();
    const next = { ...invoice, rev: 2, documentType: 'credit_note' } as const;
    await rows.put('supplierInvoice', next);
    await asTold(next);
    await rows.rollbackToSavepoint();
    await asTold(invoice);

    await rows.drop('supplierInvoice', invoice.id);
    await asTold(undefined);
    expect(await rows.shadows()).toEqual([{ entity: 'supplierInvoice', id: invoice.id, row: null }]);
  });
  file.close();
});

test('one transaction waits for another that lets other work go on in between', async () => {
  using folder = aFolder();
  const { storage, close } = openReplicaFile(join(folder.path, 'replica-1.db'), { open: Database }, false);
  const seen: string[] = [];
  const long = storage.transaction(async (transaction) => {
    await new Promise((resolve) => setImmediate(resolve));
    await transaction.place('supplierInvoice', invoice);
    seen.push('long');
  });
  const short = storage.transaction(async (transaction) => {
    seen.push((await transaction.get('supplierInvoice', invoice.id)) === undefined ? 'not yet' : 'after it');
  });
  await Promise.all([long, short]);
  expect(seen).toEqual(['long', 'after it']);
  close();
});
