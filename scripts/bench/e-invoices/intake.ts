import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { judgeEInvoice, proposeEInvoice, readEInvoice } from '../../../src/shared/domain/e-invoices/index.ts';
import { wholeInvoice } from '../../../test/make/e-invoices/whole-invoice.ts';
import { anEngine, sitDown } from '../../../test/make/engine.ts';
import { aFolder } from '../../../test/make/workspace.ts';

export type IntakeFigures = {
  readonly perSecond: number;
  readonly barePerSecond: number;
  readonly asked: number;
  readonly p95Ms: number;
};

const pauseMs = 10;

/**
 * So many e-invoices lie in the watched folder when the engine starts: how many become rows of the queue each second, from the first to the
 * last, and how long the window waits for the first page of the queue meanwhile (the engine is in this process, so the wait is all of it).
 */
export async function measureIntake(count: number): Promise<IntakeFigures> {
  using folder = aFolder();
  const inbox = join(folder.path, 'inbox');
  mkdirSync(inbox, { recursive: true });
  const texts = Array.from({ length: count }, (_, n) => wholeInvoice().replace('>F-1001<', `>F-${10_000 + n}<`));
  for (const [n, text] of texts.entries()) writeFileSync(join(inbox, `${n}.xml`), text);
  await using seat = await anEngine(folder.path);
  await sitDown(seat.page);
  const rows = new Database(join(folder.path, 'workspace.db'), { readonly: true });
  const registered = rows.prepare<[], number>('SELECT count(*) FROM supplier_invoices').pluck();
  const waits: number[] = [];
  let begunAtMs: number | undefined;
  for (let found = 0; found < count; found = registered.get() ?? 0) {
    const askedAtMs = performance.now();
    await seat.page.query('queue/list', { queue: 'to-verify', sort: 'received', descending: false, after: null, limit: 100 });
    const now = performance.now();
    if (found > 0) {
      begunAtMs ??= now;
      waits.push(now - askedAtMs);
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  rows.close();
  const tookS = (performance.now() - (begunAtMs ?? 0)) / 1000;
  return {
    perSecond: count / tookS,
    barePerSecond: bareInserts(texts),
    asked: waits.length,
    p95Ms: waits.toSorted((one, other) => one - other)[Math.floor(waits.length * 0.95)] ?? 0,
  };
}

/** The least that could be done: parse, propose and judge, and one insert of the result, each its own durable transaction. */
function bareInserts(texts: readonly string[]): number {
  using folder = aFolder();
  const file = new Database(join(folder.path, 'bare.db'));
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.exec('CREATE TABLE invoice (number TEXT PRIMARY KEY, row TEXT)');
  const insert = file.prepare('INSERT INTO invoice VALUES (?, ?)');
  const startedAtMs = performance.now();
  for (const text of texts) {
    const read = readEInvoice(new TextEncoder().encode(text));
    if (!read.ok) throw new Error(read.error.code);
    const row = { ...proposeEInvoice(read.value.invoice, { suppliers: [] }), judgement: judgeEInvoice(read.value) };
    insert.run(read.value.invoice.number?.raw, JSON.stringify(row));
  }
  const tookS = (performance.now() - startedAtMs) / 1000;
  file.close();
  return texts.length / tookS;
}
