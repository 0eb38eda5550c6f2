import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openWorkspaceFile } from '../../src/main/engine/store/open.ts';
import { sqliteLogStore } from '../../src/main/engine/store/sqlite-store.ts';
import { addDays, type Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import type { DocumentType } from '../../src/shared/domain/invoice-fields/index.ts';
import type { SupplierInvoice } from '../../src/shared/domain/supplier-invoices/index.ts';
import { aField, anna, aScannedInvoice, someFields } from '../../test/make/invoices.ts';
import { withoutIndexes } from './fill-bare.ts';

const root = join(import.meta.dirname, '..', '..');
export const resources = join(root, 'resources');

/** A fixed sequence of numbers in 0..1, so that each run fills the same workspace. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const towns = ['Åmål', 'Örebro', 'Arboga', 'Ystad', 'Boden', 'Gävle', 'Älmhult', 'Lund'];
const trades = ['Bygg', 'El', 'Städ', 'Kontor', 'Medicin', 'Livs', 'Åkeri', 'Data', 'Text', 'Vård'];

export function anyInvoice(number: number, luck: () => number): SupplierInvoice {
  const supplier = Math.floor(luck() ** 2 * 2_000); // a few suppliers send most invoices
  const day = addDays('2024-01-01' as Day, Math.floor(luck() * 1_050));
  const netMinor = Math.floor(luck() ** 3 * 5_000_000) * 4;
  const documentType: DocumentType = luck() < 0.02 ? 'reminder' : luck() < 0.04 ? 'credit_note' : 'invoice';
  const { state, ...scanned } = aScannedInvoice({
    id: idOf(number),
    fileId: asId(`${idOf(number).slice(0, -1)}f`),
    documentType,
    receivedAtMs: Date.parse(`${day}T08:00:00Z`) + number,
    supplierId: asId(`supplier-${supplier}`),
    vat: [],
    fields: someFields({
      supplierName: aField(`${trades[supplier % trades.length]} i ${towns[supplier % towns.length]} ${supplier} AB`),
      invoiceNumber: aField(String(10_000 + ((number * 7_919) % 9_000_011))), // no two the same, or they could not both be verified
      invoiceDate: aField(day as string),
      dueDate: aField(addDays(day, 30) as string),
      netMinor: aField(netMinor),
      vatMinor: aField(netMinor / 4),
      totalMinor: aField((netMinor * 5) / 4),
    }),
  });
  const where = luck();
  if (where < 0.06) return { ...scanned, state };
  if (where < 0.09) return { ...scanned, state: 'parked', parkedReason: 'waits-for-buyer', parkedNote: '', parkedBy: anna };
  return { ...scanned, state: 'verified', verifiedBy: anna, verifiedAtMs: 0 };
}

const idOf = (number: number) => asId<'supplierInvoice'>(`0190dddd-0000-7000-8000-${number.toString(16).padStart(11, '0')}0`);

/** A workspace with so many invoices, in `out/bench`; made once, kept for the next run. Rows only: a bench reads no history. */
export async function filledWorkspace(rows: number): Promise<string> {
  const folder = join(root, 'out', 'bench', `invoices-${rows}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  console.info(`filling a workspace with ${rows} invoices …`);
  const file = openWorkspaceFile(unfinished, join(resources, 'migrations', 'workspace'), { open: Database });
  file.writer.pragma('synchronous = OFF');
  const makeIndexes = withoutIndexes(file.writer, ['supplier_invoices']);
  const store = sqliteLogStore(file.writer);
  const luck = seeded(1);
  const perTransaction = 10_000;
  for (let first = 0; first < rows; first += perTransaction)
    await store.transaction(async (transaction) => {
      for (let number = first; number < Math.min(rows, first + perTransaction); number += 1)
        await transaction.put('supplierInvoice', anyInvoice(number, luck));
    });
  makeIndexes();
  file.writer.pragma('wal_checkpoint(TRUNCATE)');
  file.close();
  renameSync(unfinished, folder);
  return folder;
}
