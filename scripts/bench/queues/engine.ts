import { join } from 'node:path';
import Database from 'better-sqlite3';
import { prepareQueries } from '../../../src/main/engine/queries/prepare-queries.ts';
import { openWorkspaceFile } from '../../../src/main/engine/store/open.ts';
import { sqliteStore } from '../../../src/main/engine/store/sqlite-store.ts';
import { dayInSweden } from '../../../src/shared/base/day.ts';
import { program } from '../../../src/shared/domain/access/index.ts';
import { resources } from '../with-workspace.ts';
import { type Line, measured, percentile } from './figures.ts';
import { views } from './views.ts';

const limit = 100;
const engineAimMs = 20;

/** The engine's own share: pages of every view, places far off, the counts after a change, and what to do first. Gives what the bare SQL of a page takes. */
export function benchEngine(workspace: string, tell: (line: Line) => void): number {
  const file = openWorkspaceFile(workspace, join(resources, 'migrations', 'workspace'), { open: Database });
  const queries = prepareQueries({ reader: file.reader, store: sqliteStore(file.reader) });
  const atMs = Date.UTC(2026, 10, 25, 9);
  const asking = { person: program, atMs, today: dayInSweden(atMs) };
  const byHand = (sql: string, ...values: readonly unknown[]) => {
    const statement = file.reader.prepare(sql);
    return measured(() => statement.all(...values));
  };
  const bare = byHand(
    "SELECT id, supplier_name, number, total_minor FROM supplier_invoices WHERE queue = 'to-verify' ORDER BY received_at_ms, id LIMIT 100",
  );

  for (const { name, filter, sort } of views) {
    const input = { queue: 'all', filter, sort, descending: false, limit } as const;
    const first = measured(() => queries.list({ ...input, after: null }, asking));
    const { next } = queries.list({ ...input, after: null }, asking);
    const later = next === null ? 0 : measured(() => queries.list({ ...input, after: next }, asking));
    tell({ name, oursMs: Math.max(first, later), byHandMs: bare, aimMs: engineAimMs });
  }

  const length = queries.length([], asking) ?? 0;
  for (const place of [0.25, 0.5, 0.75, 0.999]) {
    const at = Math.floor(length * place);
    const input = { queue: 'all', filter: '', sort: 'supplier', descending: false, after: null, at, limit } as const;
    const hand = byHand('SELECT id FROM supplier_invoices ORDER BY sort_supplier, id LIMIT 100 OFFSET ?', at);
    tell({
      name: `a page at ${place * 100} % of the way`,
      oursMs: measured(() => queries.list(input, asking)),
      byHandMs: hand,
      aimMs: engineAimMs,
    });
  }

  const twenty = views.slice(0, 20).map(({ filter }) => filter);
  const anew = performance.now();
  queries.viewCounts(twenty, asking);
  const anewMs = performance.now() - anew;
  tell({
    ...{
      name: 'live counts of 20 views after a change',
      oursMs: countsAfterChanges(file.writer, () => queries.viewCounts(twenty, asking)),
    },
    ...{ byHandMs: anewMs, aimMs: 100, note: '(by hand: all counted anew)' },
  });
  const roles = ['verification-clerk', 'register-approver'] as const;
  const next = measured(() => queries.workNext({ ...asking, roles, refused: [], limit: 20 }));
  tell({ name: 'what to do first', oursMs: next, aimMs: engineAimMs });
  file.close();
  return bare;
}

/** An invoice is verified, and back again: what the counts take that follow. */
function countsAfterChanges(writer: Database.Database, count: () => unknown): number {
  const ids = writer.prepare("SELECT id FROM supplier_invoices WHERE queue = 'to-verify' LIMIT 20").pluck().all();
  const move = writer.prepare('UPDATE supplier_invoices SET queue = ? WHERE id = ?');
  const taken = ids.flatMap((id) =>
    ['verified', 'to-verify'].map((queue) => {
      move.run(queue, id);
      const startedAtMs = performance.now();
      count();
      return performance.now() - startedAtMs;
    }),
  );
  return percentile(taken, 0.95);
}
