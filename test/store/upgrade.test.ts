import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { openWorkspaceFile } from '../../src/main/engine/store/open.ts';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { type Digest, emptyDigest, withRow } from '../../src/shared/run/digest.ts';
import type { EntityName, RowOf } from '../../src/shared/run/entities/index.ts';
import { toColumns } from '../../src/shared/run/row-columns.ts';
import { entityPlans } from '../../src/shared/run/table-plan.ts';
import { aGrant } from '../make/grants.ts';
import { anna, aReadFile, aVerifiedInvoice, exempelbolaget } from '../make/invoices.ts';
import { aFolder, workspaceMigrations } from '../make/workspace.ts';

/** The migrations of the first release, the last one before servers. */
const firstRelease = 2;

function anOldWorkspace(folder: string): Database.Database {
  const migrationsFolder = join(folder, 'old-migrations');
  cpSync(workspaceMigrations, migrationsFolder, { recursive: true });
  const journal = join(migrationsFolder, 'meta', '_journal.json');
  const known = JSON.parse(readFileSync(journal, 'utf8'));
  writeFileSync(journal, JSON.stringify({ ...known, entries: known.entries.slice(0, firstRelease) }));
  const connection = new Database(join(folder, 'workspace.db'));
  migrate(drizzle(connection), { migrationsFolder });
  return connection;
}

/** Writes a row into those of its columns that the old table has; what is computed today was not, or was another thing. */
function insert<Name extends EntityName>(connection: Database.Database, entity: Name, row: RowOf<Name>): void {
  const { table, columns } = entityPlans[entity];
  const there = new Set(connection.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table));
  const kept = columns.filter(({ column }) => there.has(column));
  const values = toColumns(entity, row);
  const asText = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);
  const bound = kept.map(({ name, kind }) => (kind === 'json' ? JSON.stringify(values[name]) : asText(values[name])));
  connection.prepare(`INSERT INTO ${table} (${kept.map(({ column }) => column)}) VALUES (${kept.map(() => '?')})`).run(...bound);
}

const invoice = aVerifiedInvoice({ rev: 1 });
const twin = aVerifiedInvoice({ id: asId('0190dddd-0000-7000-8000-0000000000ff'), rev: 4, fileIndex: 1 });
const event = {
  id: asId<'event'>('0190ffff-0000-7000-8000-000000000001:0'),
  rev: 1,
  commandId: asId<'command'>('0190ffff-0000-7000-8000-000000000001'),
  place: 0,
  subject: 'supplierInvoice',
  subjectId: invoice.id,
  type: 'verified',
  event: {},
  actor: anna,
  atMs: 1,
  scope: `unit:${invoice.unitId}`,
};

test('a workspace of the first release keeps its rows, its log and its history, and gets scopes, digests and keys', async () => {
  using folder = aFolder();
  const old = anOldWorkspace(folder.path);
  insert(old, 'person', { id: anna, rev: 1, name: 'Anna', initials: 'A', human: true });
  insert(old, 'grant', aGrant());
  insert(old, 'supplier', exempelbolaget);
  insert(old, 'supplierInvoice', invoice);
  insert(old, 'supplierInvoice', twin);
  const {
    invoicePageCount: _i,
    appendixPageCount: _a,
    dropped: _d,
    ...asItWas
  } = aReadFile as Extract<typeof aReadFile, { state: 'read' }>;
  insert(old, 'sourceFile', asItWas as typeof aReadFile);
  insert(old, 'event', event);
  old.exec(`INSERT INTO command VALUES ('${event.commandId}', 'x', '${anna}', 'this', 1, 2, 'parked', 1, 1, 1, '{}', '{"kind":"parked","message":"m"}');
    INSERT INTO entry VALUES (1, 1, '${event.commandId}', 'device:this', 'outcome', 'command', '${event.commandId}', 1, '{}');
    INSERT INTO log_head VALUES ('workspace', 1, 1);`);
  old.close();

  for (const opening of ['first', 'second']) {
    const file = openWorkspaceFile(folder.path, workspaceMigrations, { open: Database });
    const store = sqliteStore(file.reader);
    expect(await store.get('grant', aGrant().id), opening).toEqual(aGrant());
    expect(await store.get('supplierInvoice', invoice.id)).toEqual(invoice);
    expect(await store.get('supplierInvoice', twin.id)).toEqual({ ...twin, despiteDuplicate: 'verified-before-the-rule' });
    expect(await store.get('event', event.id)).toEqual(event);
    expect(await store.get('sourceFile', aReadFile.id)).toEqual({
      ...asItWas,
      invoicePageCount: 2,
      appendixPageCount: 0,
      dropped: [],
    });
    for (const [table, scope] of [
      ['people', 'reg:access'],
      ['grants', 'reg:access'],
      ['suppliers', 'reg:suppliers'],
      ['source_files', `unit:${invoice.unitId}`],
      ['supplier_invoices', `unit:${invoice.unitId}`],
    ])
      expect(file.reader.prepare(`SELECT DISTINCT scope FROM ${table}`).pluck().all(), table).toEqual([scope]);

    const digestOf = (...rows: readonly { readonly id: string; readonly rev: number }[]): Digest =>
      rows.reduce((digest, { id, rev }) => withRow(digest, id, rev), emptyDigest);
    const read = await sqliteLogStore(file.writer).transaction(async (transaction) => [
      await transaction.lockHead(),
      await transaction.decided(event.commandId),
      await transaction.digest('reg:access'),
      await transaction.digest('reg:suppliers'),
      await transaction.digest(`unit:${invoice.unitId}`),
    ]);
    expect(read).toEqual([
      { epoch: 1, seq: 1 },
      { outcome: { kind: 'parked', message: 'm' }, seqLast: 1 },
      digestOf({ id: anna, rev: 1 }, aGrant()),
      digestOf(exempelbolaget),
      digestOf(invoice, twin, aReadFile, event),
    ]);
    for (const statement of ['DELETE FROM command', 'UPDATE command SET version = 2', 'DELETE FROM events', 'DELETE FROM entry'])
      expect(() => file.writer.exec(statement), statement).toThrow(/append-only/);
    file.close();
  }
});
