import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openWorkspaceFile } from '../../../src/main/engine/store/open.ts';
import { sqliteLogStore, sqliteStore } from '../../../src/main/engine/store/sqlite-store.ts';
import type { Day } from '../../../src/shared/base/day.ts';
import { everyUnit } from '../../../src/shared/domain/access/index.ts';
import { type Finding, findProblems, type SupplierInvoice } from '../../../src/shared/domain/supplier-invoices/index.ts';
import { loadAround } from '../../../src/shared/run/commands/twins.ts';
import type { Store } from '../../../src/shared/run/store.ts';
import { historicSuppliers, invoiceHistory, type PlantedKind, plantedKinds } from '../../../test/make/invoice-history.ts';
import { lookupStore } from '../../../test/make/lookup-store.ts';
import { withoutIndexes } from '../fill-bare.ts';
import { resources } from '../with-workspace.ts';
import { percent, percentile } from './figures.ts';
import { showPlausibility } from './plausibility.ts';

/** What the duplicate check misses and what it asks about in vain, over a history with planted doubles. */
export type DuplicateQuality = {
  readonly invoices: number;
  readonly planted: { readonly [Kind in PlantedKind]: { readonly all: number; readonly missed: number } };
  readonly falseAlarms: number;
  readonly falseAlarmShare: number;
  /** False alarms by what they were taken for. */
  readonly takenFor: { readonly [kind: string]: number };
  readonly examples: readonly string[];
};

const defaultSeed = 5;
const today = '2026-12-31' as Day;
const around = { today, scopes: [everyUnit] };
const codes: readonly Finding['code'][] = ['same-invoice', 'looks-like-another', 'reminder-of-known'];

/** What the check says of an invoice as a scanned one, by the same road as the screen and the commands. */
async function duplicateFinding(store: Store, invoice: SupplierInvoice): Promise<Finding | undefined> {
  return findProblems(invoice, await loadAround(store, invoice, around)).find(({ code }) => codes.includes(code));
}

/** Each invoice is checked against those before it, and then kept, as a clerk would meet them. */
export async function measureDuplicateQuality(invoices: number, seed = defaultSeed): Promise<DuplicateQuality> {
  const options = { seed, invoices };
  const store = lookupStore();
  for (const supplier of historicSuppliers(options)) store.add('supplier', supplier);
  const planted = Object.fromEntries(plantedKinds.map((kind) => [kind, { all: 0, missed: 0 }])) as Record<
    PlantedKind,
    { all: number; missed: number }
  >;
  const takenFor: Record<string, number> = {};
  const examples: string[] = [];
  let honest = 0;
  let falseAlarms = 0;
  for (const { invoice, planted: kind } of invoiceHistory(options)) {
    const finding = await duplicateFinding(store, invoice);
    store.add('supplierInvoice', invoice);
    const shown = `${invoice.fields.invoiceNumber.value} ${invoice.fields.invoiceDate.value} ${JSON.stringify(finding?.detail)}`;
    if (kind !== null) {
      planted[kind].all += 1;
      if (finding !== undefined) continue;
      planted[kind].missed += 1;
      if (kind !== 'same-again') examples.push(`missed ${kind}: ${shown}`);
      continue;
    }
    honest += 1;
    if (finding === undefined) continue;
    falseAlarms += 1;
    const as = String(finding.detail?.kind ?? finding.code);
    takenFor[as] = (takenFor[as] ?? 0) + 1;
    examples.push(`false ${as}: ${shown}`);
  }
  return { invoices, planted, falseAlarms, falseAlarmShare: falseAlarms / honest, takenFor, examples };
}

/** 95 of 100 full duplicate checks take no longer than this, in milliseconds, in a workspace with so many invoices. */
export async function measureDuplicateCheck(invoices: number): Promise<{ readonly p50: number; readonly p95: number }> {
  const folder = await filledHistory(invoices);
  const file = openWorkspaceFile(folder, join(resources, 'migrations', 'workspace'), { open: Database });
  const store = sqliteStore(file.reader);
  const every = Math.max(1, Math.floor(invoices / 1_000));
  const checked: SupplierInvoice[] = [];
  let place = 0;
  for (const { invoice } of invoiceHistory({ seed: defaultSeed, invoices })) if (place++ % every === 0) checked.push(invoice);
  for (const invoice of checked.slice(0, 50)) await duplicateFinding(store, invoice); // warm
  const tookMs: number[] = [];
  for (const invoice of checked) {
    const startedAtMs = performance.now();
    await duplicateFinding(store, invoice);
    tookMs.push(performance.now() - startedAtMs);
  }
  file.close();
  return { p50: percentile(tookMs, 0.5), p95: percentile(tookMs, 0.95) };
}

/** A workspace with a history of so many invoices, in `out/bench`; made once. Rows only: the check reads no log. */
async function filledHistory(invoices: number): Promise<string> {
  const folder = join(import.meta.dirname, '..', '..', '..', 'out', 'bench', `history-${invoices}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  console.info(`filling a workspace with a history of ${invoices} invoices …`);
  const file = openWorkspaceFile(unfinished, join(resources, 'migrations', 'workspace'), { open: Database });
  file.writer.pragma('synchronous = OFF');
  const makeIndexes = withoutIndexes(file.writer, ['supplier_invoices']);
  const store = sqliteLogStore(file.writer);
  const options = { seed: defaultSeed, invoices };
  await store.transaction(async (transaction) => {
    for (const supplier of historicSuppliers(options)) {
      const { organisationNumber: _, ...twin } = supplier;
      const [known] = await transaction.find('supplier', 'byOrganisationNumber', [supplier.organisationNumber ?? null], 1);
      await transaction.put('supplier', known === undefined ? supplier : twin);
    }
  });
  const history = invoiceHistory(options);
  for (let left = invoices; left > 0; left -= 10_000)
    await store.transaction(async (transaction) => {
      for (let each = 0; each < Math.min(left, 10_000); each += 1) {
        const next = history.next();
        if (next.done !== true) await transaction.put('supplierInvoice', { ...next.value.invoice, rev: 1 });
      }
    });
  makeIndexes();
  file.writer.pragma('wal_checkpoint(TRUNCATE)');
  file.writer.exec('ANALYZE');
  file.close();
  renameSync(unfinished, folder);
  return folder;
}

/** Prints quality and time, with what is aimed at. */
export async function showDuplicates({
  quality,
  sizes,
}: {
  readonly quality: number;
  readonly sizes: readonly number[];
}): Promise<void> {
  const { planted, falseAlarms, falseAlarmShare, takenFor } = await measureDuplicateQuality(quality);
  console.info(`duplicates: ${quality} invoices`);
  for (const [kind, { all, missed }] of Object.entries(planted))
    console.info(`  ${kind}: ${missed} of ${all} missed (${percent(all === 0 ? 0 : missed / all)})`);
  console.info(
    `  false alarms: ${falseAlarms} (${(falseAlarmShare * 100).toFixed(3)} %, aim ≤ 0.2 %) ${JSON.stringify(takenFor)}`,
  );
  showPlausibility(quality);
  for (const size of sizes) {
    const { p50, p95 } = await measureDuplicateCheck(size);
    console.info(`  full check among ${size}: p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms (aim ≤ 10 ms)`);
  }
}

if (import.meta.main) {
  const [quality = 100_000, ...sizes] = process.argv.slice(2).map(Number);
  await showDuplicates({ quality, sizes });
}
