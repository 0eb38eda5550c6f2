import type Database from 'better-sqlite3';
import { type Digest, digestHex, emptyDigest, parseDigestHex } from '../../../shared/run/digest.ts';
import type { Decided, Head, LogStore, LogTransaction, Outcome, Savepoints, Store } from '../../../shared/run/store.ts';
import { logName, logPlans } from '../../../shared/run/table-plan.ts';
import { settlesSearchIndex } from './search-index.ts';
import { sqliteRows } from './sqlite-rows.ts';
import { prepareTable } from './statements.ts';
import { asStoreError, guarded } from './store-errors.ts';

/** The Store port over SQLite. */
export function sqliteStore(connection: Database.Database): Store {
  const rows = sqliteRows(connection);
  return {
    get: async (entity, id) => rows.get(entity, id),
    find: async (entity, lookup, key, limit) => rows.find(entity, lookup, key, limit),
    getMany: async (entity, ids) => rows.getMany(entity, ids),
    findMany: async (entity, lookup, keys, limit) => rows.findMany(entity, lookup, keys, limit),
  };
}

/** The log and its rows over SQLite's one writing connection. The sequencer is the only one that calls it. */
export function sqliteLogStore(connection: Database.Database): LogStore {
  const transaction = openTransaction(connection);
  return { transaction: (work) => inTransaction(connection, () => work(transaction)) };
}

const settlers = new WeakMap<Database.Database, () => void>();

/** All that `work` writes over this connection, or nothing. One at a time. */
export async function inTransaction<T>(connection: Database.Database, work: () => Promise<T>): Promise<T> {
  guarded(() => connection.exec('BEGIN IMMEDIATE'));
  try {
    const answer = await work();
    const settle = settlers.get(connection) ?? settlesSearchIndex(connection);
    settlers.set(connection, settle);
    settle();
    connection.exec('COMMIT');
    return answer;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw asStoreError(error);
  }
}

export const sqliteSavepoints = (connection: Database.Database): Savepoints => ({
  savepoint: async () => void connection.exec('SAVEPOINT command'),
  release: async () => void connection.exec('RELEASE command'),
  rollbackToSavepoint: async () => void connection.exec('ROLLBACK TO command; RELEASE command'),
});

function openTransaction(connection: Database.Database): LogTransaction {
  const rows = sqliteRows(connection);
  const heads = prepareTable(connection, logPlans.logHead, 'log = @log');
  const commands = prepareTable(connection, logPlans.command, 'id = @id');
  const entries = prepareTable(connection, logPlans.entry, 'seq = @seq');
  const digests = prepareTable(connection, logPlans.scopeDigest, 'scope = @scope');

  return {
    ...sqliteStore(connection),
    ...sqliteSavepoints(connection),
    put: async (entity, row) => rows.put(entity, row),
    lockHead: async () => {
      const [head] = heads.select('WHERE log = @log', { log: logName });
      return head === undefined ? { epoch: 1, seq: 0 } : { epoch: Number(head.epoch), seq: Number(head.seq) };
    },
    decided: async (id) => {
      const [kept] = commands.select('WHERE id = @id', { id });
      return kept === undefined ? undefined : asDecided(kept);
    },
    digest: async (scope) => {
      const [kept] = digests.select('WHERE scope = @scope', { scope });
      return kept === undefined ? emptyDigest : asDigest(kept);
    },
    keepDigest: async (scope, digest) => guarded(() => digests.place({ scope, rows: digest.rows, sum: digestHex(digest) })),
    append: async (lines) =>
      guarded(() => {
        for (const line of lines) entries.insert(line);
      }),
    keepCommand: async (command) => guarded(() => commands.insert({ ...command, outcomeKind: command.outcome.kind })),
    moveHead: async (head: Head) => guarded(() => heads.place({ log: logName, ...head })),
  };
}

const asDecided = ({ outcome, seqLast }: { readonly [column: string]: unknown }): Decided => ({
  outcome: outcome as Outcome, // written by keepCommand
  seqLast: Number(seqLast),
});

export const asDigest = ({ rows, sum }: { readonly [column: string]: unknown }): Digest => ({
  rows: Number(rows),
  sum: parseDigestHex(String(sum)),
});
