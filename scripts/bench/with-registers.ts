import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openWorkspaceFile } from '../../src/main/engine/store/open.ts';
import { dropSearchIndex, makeSearchIndex } from '../../src/main/engine/store/search-index.ts';
import { sqliteLogStore } from '../../src/main/engine/store/sqlite-store.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import type { PaymentNumber, Supplier } from '../../src/shared/domain/suppliers/index.ts';
import { entityPlans } from '../../src/shared/run/table-plan.ts';
import { aField } from '../../test/make/invoices.ts';
import { aRegister, type MadeSupplier } from '../../test/make/registers.ts';
import { withoutIndexes } from './fill-bare.ts';
import { anyInvoice, resources, seeded } from './with-workspace.ts';

const root = join(import.meta.dirname, '..', '..');
export const registerSeed = 1;

export const supplierId = (n: number) => asId<'supplier'>(`0190eeee-0000-7000-8000-${n.toString(16).padStart(12, '0')}`);
/** The row of the made register that an id of `supplierId` stands for. */
export const rowOf = (id: string): number => Number.parseInt(id.slice(-12), 16);
const paymentNumberId = (n: number, place: number) =>
  asId<'paymentNumber'>(`0190eeee-000${place + 1}-7000-8000-${n.toString(16).padStart(12, '0')}`);

/**
 * A workspace with so many suppliers and invoices, in `out/bench`; made once, kept for as long as tables and makers are the same. Rows
 * only: a bench reads no history. A twin that shares an organisation number keeps it in its VAT number: the register has a number once.
 */
export async function filledRegisters(suppliers: number, invoices: number): Promise<string> {
  const folder = join(root, 'out', 'bench', `registers-${suppliers}-${invoices}-${formOfTables()}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  console.info(`filling a workspace with ${suppliers} suppliers and ${invoices} invoices …`);
  const startedAtMs = performance.now();
  const file = openWorkspaceFile(unfinished, join(resources, 'migrations', 'workspace'), { open: Database });
  const { writer } = file;
  writer.pragma('synchronous = OFF');
  writer.pragma('cache_size = -200000');
  dropSearchIndex(writer);
  const makeIndexes = withoutIndexes(writer, ['supplier_invoices', 'suppliers', 'payment_numbers']);

  const store = sqliteLogStore(writer);
  const taken = new Set<string>();
  for (const rows of inBatches(aRegister({ seed: registerSeed, rows: suppliers }), 10_000))
    await store.transaction(async (transaction) => {
      for (const made of rows) {
        await transaction.put('supplier', asSupplier(made, taken));
        for (const number of paymentNumbersOf(made)) await transaction.put('paymentNumber', number);
      }
    });
  const luck = seeded(1);
  for (let first = 0; first < invoices; first += 10_000)
    await store.transaction(async (transaction) => {
      for (let n = first; n < Math.min(invoices, first + 10_000); n += 1) {
        const sender = Math.floor(luck() ** 3 * suppliers); // a few suppliers send most invoices
        const made = anyInvoice(n, luck);
        const fields = { ...made.fields, invoiceNumber: aField(String(1_000_000 + n)) }; // a supplier has a number once
        await transaction.put('supplierInvoice', { ...made, fields, supplierId: supplierId(sender) });
      }
    });
  makeIndexes();
  makeSearchIndex(writer);
  writer.pragma('wal_checkpoint(TRUNCATE)');
  writer.exec('ANALYZE');
  file.close();
  renameSync(unfinished, folder);
  console.info(`  in ${((performance.now() - startedAtMs) / 1_000).toFixed(0)} s`);
  return folder;
}

function asSupplier(made: MadeSupplier, taken: Set<string>): Supplier {
  const number = made.organisationNumber ?? made.personalNumber;
  const isFree = number !== null && !taken.has(number);
  if (number !== null) taken.add(number);
  return {
    id: supplierId(made.n),
    rev: 1,
    name: made.name,
    ...(isFree && { organisationNumber: number }),
    ...(made.vatNumber !== null && { vatNumber: made.vatNumber }),
    street: made.street,
    postcode: made.postcode,
    city: made.city,
    ...(made.state === 'blocked' && { blockedFor: 'Utreds' }),
    ...(made.state === 'ended' && { endedOn: '2024-06-30' as Day }),
  };
}

const paymentNumbersOf = (made: MadeSupplier): readonly PaymentNumber[] =>
  made.paymentNumbers.map(({ kind, number }, place) => ({
    id: paymentNumberId(made.n, place),
    rev: 1,
    supplierId: supplierId(made.n),
    kind,
    number,
  }));

function* inBatches<Thing>(things: Iterable<Thing>, size: number): Generator<readonly Thing[]> {
  let batch: Thing[] = [];
  for (const thing of things) {
    batch.push(thing);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Names the tables and what fills them. */
function formOfTables(): string {
  const made = ['registers.ts', 'register-twins.ts', 'register-words.ts'].map((name) =>
    readFileSync(join(root, 'test', 'make', name)),
  );
  const hash = createHash('sha256').update(JSON.stringify(entityPlans));
  for (const bytes of made) hash.update(bytes);
  return hash.digest('hex').slice(0, 8);
}
