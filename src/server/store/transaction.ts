import type { PersonId } from '../../shared/base/ids.ts';
import { program } from '../../shared/domain/access/index.ts';
import { type Digest, emptyDigest, parseDigestHex } from '../../shared/run/digest.ts';
import type { EntityName, RowOf } from '../../shared/run/entities/index.ts';
import { findAtMost, type LookupKey, oneByOne, type Store } from '../../shared/run/store.ts';
import type { ServerTransaction } from '../log-store.ts';
import type { Connection } from './connection.ts';
import { TryCarefully } from './errors.ts';
import { gatherLog } from './gathered-log.ts';
import { gatherRows } from './gathered-rows.ts';
import { asDecided, namedEntities, nothing, type Prefetched, prefetch } from './prefetch.ts';
import { selectById, selectForEach, selectRow, selectRows } from './read-rows.ts';
import { writeRows } from './write-rows.ts';

/** So many rows are gathered at most: what writes a whole log in one transaction writes it in parts. */
const gatheredAtMost = 5_000;

/**
 * A transaction of the log. What it writes is gathered and written in a few statements by `flush`; what it reads is looked for
 * among that first. Everything that it reads stays true until its end, since it holds the lock of the head, and is read once.
 *
 * `careful`: each row is written at once, behind a savepoint of the database, so that a key that is taken is known at that row.
 */
export function openTransaction(
  connection: Connection,
  careful: boolean,
): ServerTransaction & { readonly flush: () => Promise<void> } {
  let undos: (() => void)[] = [];
  let open = false;
  const takeBack = (undo: () => void): void => void (open && undos.push(undo));
  const rows = gatherRows(takeBack);
  const log = gatherLog(takeBack);
  const found = new Map<string, { readonly rows: readonly RowOf<EntityName>[]; readonly limit: number }>();
  let expected: Prefetched = nothing;
  const blobsHere = new Set<string>();

  async function get<Name extends EntityName>(entity: Name, id: string): Promise<RowOf<Name> | undefined> {
    const known = rows.known(entity, id);
    if (known !== undefined) return (known ?? undefined) as RowOf<Name> | undefined; // learnt under the entity's name
    const row = await selectRow(connection, entity, id);
    rows.learn(entity, id, row ?? null);
    return row;
  }

  /** Rows of the table, more than the limit where pending ones take the place of some of them. */
  async function findInTable(entity: EntityName, lookup: string, key: LookupKey, limit: number) {
    const name = nameOf(entity, lookup, key);
    const before = found.get(name);
    if (before !== undefined && (before.rows.length < before.limit || before.limit >= limit)) return before.rows;
    const read = await selectRows(connection, entity, { lookup, key, limit });
    found.set(name, { rows: read, limit });
    return read;
  }

  /** What `get` and `find` are about to ask for, read in one question each, so that they know it. */
  async function learnRows(entity: EntityName, ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => rows.known(entity, id) === undefined);
    if (unknown.length === 0) return;
    const read = new Map((await selectById(connection, entity, unknown)).map((row) => [row.id as string, row]));
    for (const id of unknown) rows.learn(entity, id, read.get(id) ?? null);
  }
  async function learnFound(entity: EntityName, lookup: string, keys: readonly LookupKey[], limit: number): Promise<void> {
    const unknown = [...new Map(keys.map((key) => [nameOf(entity, lookup, key), key]))].filter(
      ([name, key]) => !key.includes(null) && !found.has(name),
    );
    if (unknown.length === 0) return;
    const read = await selectForEach(connection, entity, { lookup, keys: unknown.map(([, key]) => key), limit });
    for (const [place, [name]] of unknown.entries()) found.set(name, { rows: read[place] ?? [], limit });
  }

  async function flush(): Promise<void> {
    found.clear();
    await allOf([...writeRows(connection, rows), ...log.write(connection)]);
  }

  const asked: Pick<Store, 'get' | 'find'> = {
    get,
    find: async (entity, lookup, key, limit = findAtMost) => {
      if (key.includes(null)) return [];
      const pending = rows.pending(entity);
      const inTable = await findInTable(entity, lookup, key, limit + pending.size);
      const others = inTable.filter(({ id }) => !pending.has(id));
      const all = [...others, ...rows.matching(entity, lookup, key)].sort((one, other) => (one.id < other.id ? -1 : 1));
      return all.slice(0, limit) as unknown as readonly RowOf<typeof entity>[]; // found under the entity's name
    },
  };
  const { getMany, findMany } = oneByOne(asked);

  return {
    ...asked,
    getMany: async (entity, ids) => {
      await learnRows(entity, ids);
      return getMany(entity, ids);
    },
    findMany: async (entity, lookup, keys, limit = findAtMost) => {
      await learnFound(entity, lookup, keys, limit + rows.pending(entity).size);
      return findMany(entity, lookup, keys, limit);
    },
    put: async (entity, row) => {
      if (row.rev > 1) await get(entity, row.id);
      if (!careful && rows.leavesUniqueKey(entity, row)) throw new TryCarefully(new Error('a unique key was put and left again'));
      rows.put(entity, row);
      if (careful) {
        found.clear();
        await allOf(writeRows(connection, rows));
      }
    },
    savepoint: async () => {
      if (!careful && rows.pendingCount() > gatheredAtMost) await flush();
      open = true;
      undos = [];
      if (careful) await connection.run('SAVEPOINT command');
    },
    release: async () => {
      open = false;
      if (careful) await connection.run('RELEASE command');
    },
    rollbackToSavepoint: async () => {
      open = false;
      // Nobody has looked whether the rows that are taken back were free to be put: that may be the first reason against them.
      if (!careful && undos.length > 0) throw new TryCarefully(new Error('rows were put and taken back'));
      for (const undo of undos.reverse()) undo();
      if (careful) {
        found.clear();
        await connection.run('ROLLBACK TO command; RELEASE command');
      }
    },
    lockHead: async (commands = []) => {
      expected = await prefetch(connection, commands);
      for (const entity of namedEntities) for (const id of expected.ids) rows.learn(entity, id, null);
      for (const { entity, row } of expected.rows) rows.learn(entity, row.id, row);
      for (const [person, grants] of expected.grants)
        found.set(nameOf('grant', 'byPerson', [person]), { rows: grants, limit: grants.length + 1 });
      return expected.head;
    },
    decided: async (id) => {
      const known = log.decided(id) ?? expected.decided.get(id);
      if (known !== undefined || expected.asked.has(id)) return known;
      const [kept] = await connection.query(readDecided, [id]);
      return kept === undefined ? undefined : asDecided(kept[0], kept[1]);
    },
    append: async (entries) => {
      log.append(entries);
      if (!careful && !open && rows.pendingCount() > gatheredAtMost) await flush();
    },
    keepCommand: async (command) => log.keepCommand(command),
    moveHead: async (head) => log.moveHead(head),
    digest: async (scope) => log.digest(scope) ?? (await readDigest(connection, scope)),
    keepDigest: async (scope, digest) => log.keepDigest(scope, digest),
    device: async (id) => {
      const device = expected.devices.get(id) ?? (await readDevice(connection, id));
      return device && { ...device, lastDseq: log.lastDseq(id) ?? device.lastDseq };
    },
    moveDevice: async (id, lastDseq) => log.moveDevice(id, lastDseq),
    mayActOn: async (device, actor) =>
      actor === program || expected.signedIn.has(`${device} ${actor}`) || hasSignedIn(connection, device, actor),
    sitsAt: async (device, person, session, nowMs) => session !== null && isOpen(connection, [session, device, person, nowMs]),
    missingBlobs: async (sha256s) => {
      const asked = sha256s.filter((sha256) => !blobsHere.has(sha256));
      if (asked.length === 0) return [];
      for (const [sha256] of await connection.query(readBlobs, [asked])) blobsHere.add(String(sha256));
      return asked.filter((sha256) => !blobsHere.has(sha256));
    },
    flush,
  };
}

/** Waits for every statement, and throws the first error: the ones after it only say that the transaction is lost. */
async function allOf(statements: readonly Promise<unknown>[]): Promise<void> {
  const settled = await Promise.allSettled(statements);
  for (const each of settled) if (each.status === 'rejected') throw each.reason;
}

const readDecided = { name: 'decided one', text: 'SELECT outcome, seq_last FROM command WHERE id = $1' };
const readBlobs = { name: 'blobs', text: 'SELECT sha256 FROM blob WHERE sha256 = ANY($1)' };

const nameOf = (entity: EntityName, lookup: string, key: LookupKey): string => JSON.stringify([entity, lookup, ...key]);

async function readDigest(connection: Connection, scope: string): Promise<Digest> {
  const statement = { name: 'digest', text: 'SELECT rows, sum FROM scope_digest WHERE scope = $1' };
  const [kept] = await connection.query(statement, [scope]);
  return kept === undefined ? emptyDigest : { rows: Number(kept[0]), sum: parseDigestHex(String(kept[1])) };
}

async function readDevice(connection: Connection, id: string) {
  const statement = { name: 'device', text: 'SELECT last_dseq, revoked_at_ms FROM device WHERE id = $1' };
  const [kept] = await connection.query(statement, [id]);
  return kept && { lastDseq: Number(kept[0]), revoked: kept[1] !== null };
}

async function hasSignedIn(connection: Connection, device: string, actor: PersonId): Promise<boolean> {
  const statement = { name: 'signed in one', text: 'SELECT 1 FROM sign_in WHERE device = $1 AND person = $2' };
  return (await connection.query(statement, [device, actor])).length > 0;
}

async function isOpen(connection: Connection, session: readonly [hash: string, device: string, person: PersonId, nowMs: number]) {
  const text = 'SELECT 1 FROM session WHERE token_hash = $1 AND device = $2 AND person = $3 AND until_ms > $4 AND decides';
  return (await connection.query({ name: 'session open', text }, [...session])).length > 0;
}
