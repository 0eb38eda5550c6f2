import type Database from 'better-sqlite3';
import { digestHex, emptyDigest, parseDigestHex } from '../../../shared/run/digest.ts';
import type { EntityName, RowOf } from '../../../shared/run/entities/index.ts';
import { entityPlans } from '../../../shared/run/table-plan.ts';
import type { Cursor, ReplicaStorage, ReplicaTransaction, Shadow } from '../sync/ports.ts';
import { sqliteRows } from './sqlite-rows.ts';
import { inTransaction, sqliteSavepoints } from './sqlite-store.ts';
import { guarded } from './store-errors.ts';

/**
 * A replica's rows and what it remembers of the server, over its one writing connection. One transaction waits for the other, for a
 * long one lets other work of the process go on in between.
 */
export function replicaStorage(connection: Database.Database): ReplicaStorage {
  const transaction = openTransaction(connection);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    transaction: (work) => {
      const result = turn.then(() => inTransaction(connection, () => work(transaction)));
      turn = result.catch(() => {});
      return result;
    },
  };
}

type ShadowLine = { readonly entity: EntityName; readonly id: string; readonly row: string | null };
type DigestLine = { readonly rows: number; readonly sum: string };

function openTransaction(connection: Database.Database): ReplicaTransaction {
  const rows = sqliteRows(connection);
  const cursor = connection.prepare<[], Cursor>('SELECT epoch, seq, view FROM cursor');
  const moveCursor = connection.prepare('INSERT OR REPLACE INTO cursor VALUES (1, @epoch, @seq, @view)');
  const keepShadow = connection.prepare('INSERT OR IGNORE INTO shadow (entity, id, row) VALUES (@entity, @id, @row)');
  const shadows = connection.prepare<[], ShadowLine>('SELECT entity, id, row FROM shadow ORDER BY place');
  const clearShadows = connection.prepare('DELETE FROM shadow');
  const digest = connection.prepare<[string], DigestLine>('SELECT rows, sum FROM scope_digest WHERE scope = ?');
  const keepDigest = connection.prepare('INSERT OR REPLACE INTO scope_digest VALUES (?, ?, ?)');
  const scopes = connection.prepare<[], string>('SELECT scope FROM scope_digest WHERE rows <> 0').pluck();
  const dropDigest = connection.prepare('DELETE FROM scope_digest WHERE scope = ?');
  const drops = Object.values(entityPlans).map(({ table }) => connection.prepare(`DELETE FROM ${table} WHERE scope = ?`));

  return {
    get: async (entity, id) => rows.get(entity, id),
    find: async (entity, lookup, key, limit) => rows.find(entity, lookup, key, limit),
    getMany: async (entity, ids) => rows.getMany(entity, ids),
    findMany: async (entity, lookup, keys, limit) => rows.findMany(entity, lookup, keys, limit),
    put: async (entity, row) => rows.put(entity, row),
    place: async (entity, row) => rows.place(entity, row),
    drop: async (entity, id) => rows.drop(entity, id),
    ...sqliteSavepoints(connection),
    cursor: async () => cursor.get() ?? null,
    moveCursor: async (to) => void guarded(() => moveCursor.run(to)),
    keepShadow: async ({ entity, id, row }) =>
      void guarded(() => keepShadow.run({ entity, id, row: row === null ? null : JSON.stringify(row) })),
    shadows: async () =>
      shadows.all().map(
        ({ entity, id, row }): Shadow => ({
          entity,
          id,
          row: row === null ? null : (JSON.parse(row) as RowOf<EntityName>), // kept as one
        }),
      ),
    clearShadows: async () => void guarded(() => clearShadows.run()),
    digest: async (scope) => {
      const found = digest.get(scope);
      return found === undefined ? emptyDigest : { rows: found.rows, sum: parseDigestHex(found.sum) };
    },
    keepDigest: async (scope, kept) => void guarded(() => keepDigest.run(scope, kept.rows, digestHex(kept))),
    scopes: async () => scopes.all(),
    dropScope: async (scope) =>
      guarded(() => {
        for (const drop of drops) drop.run(scope);
        dropDigest.run(scope);
      }),
  };
}
