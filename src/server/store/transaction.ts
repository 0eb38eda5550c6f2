import type { CommandId, PersonId } from '../../shared/base/ids.ts';
import { program } from '../../shared/domain/access/index.ts';
import { type Digest, emptyDigest, parseDigestHex } from '../../shared/run/digest.ts';
import type { EntityName, RowOf } from '../../shared/run/entities/index.ts';
import { type Decided, findAtMost, type LookupKey, type Outcome } from '../../shared/run/store.ts';
import type { ServerTransaction } from '../log-store.ts';
import type { Connection } from './connection.ts';
import { gatherLog } from './gathered-log.ts';
import { gatherRows } from './gathered-rows.ts';
import { selectRow, selectRows } from './read-rows.ts';
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
  const decided = new Map<CommandId, Decided | null>();
  const devices = new Map<string, { readonly lastDseq: number; readonly revoked: boolean } | undefined>();
  const signedIn = new Map<string, boolean>();
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
    const name = JSON.stringify([entity, lookup, ...key]);
    const before = found.get(name);
    if (before !== undefined && (before.rows.length < before.limit || before.limit >= limit)) return before.rows;
    const read = await selectRows(connection, entity, { lookup, key, limit });
    found.set(name, { rows: read, limit });
    return read;
  }

  async function flush(): Promise<void> {
    found.clear();
    await allOf([...writeRows(connection, rows), ...log.write(connection)]);
  }

  return {
    get,
    find: async (entity, lookup, key, limit = findAtMost) => {
      if (key.includes(null)) return [];
      const pending = rows.pending(entity);
      const inTable = await findInTable(entity, lookup, key, limit + pending.size);
      const others = inTable.filter(({ id }) => !pending.has(id));
      const all = [...others, ...rows.matching(entity, lookup, key)].sort((one, other) => (one.id < other.id ? -1 : 1));
      return all.slice(0, limit) as unknown as readonly RowOf<typeof entity>[]; // found under the entity's name
    },
    put: async (entity, row) => {
      if (row.rev > 1) await get(entity, row.id);
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
      for (const undo of undos.reverse()) undo();
      if (careful) {
        found.clear();
        await connection.run('ROLLBACK TO command; RELEASE command');
      }
    },
    lockHead: async (expected = []) => {
      const [[epoch, seq] = [1, 0]] = await connection.query(lockHead, []);
      const ids = [...new Set(expected.map(({ id }) => id))];
      if (ids.length > 0) {
        for (const id of ids) decided.set(id, null);
        for (const [id, outcome, seqLast] of await connection.query(readDecided, [ids]))
          decided.set(id as CommandId, asDecided(outcome, seqLast)); // one of those that were asked for
      }
      return { epoch: Number(epoch), seq: Number(seq) };
    },
    decided: async (id) => {
      const known = log.decided(id) ?? decided.get(id);
      if (known !== undefined) return known ?? undefined;
      const [kept] = await connection.query(readDecided, [[id]]);
      return kept === undefined ? undefined : asDecided(kept[1], kept[2]);
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
      if (!devices.has(id)) devices.set(id, await readDevice(connection, id));
      const device = devices.get(id);
      return device && { ...device, lastDseq: log.lastDseq(id) ?? device.lastDseq };
    },
    moveDevice: async (id, lastDseq) => log.moveDevice(id, lastDseq),
    mayActOn: async (device, actor) => {
      if (actor === program) return true;
      const key = `${device} ${actor}`;
      const known = signedIn.get(key) ?? (await hasSignedIn(connection, device, actor));
      signedIn.set(key, known);
      return known;
    },
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

const lockHead = { name: 'lock head', text: 'SELECT epoch, seq FROM log_head FOR UPDATE' };
const readDecided = { name: 'decided', text: 'SELECT id, outcome, seq_last FROM command WHERE id = ANY($1)' };
const readBlobs = { name: 'blobs', text: 'SELECT sha256 FROM blob WHERE sha256 = ANY($1)' };

const asDecided = (outcome: unknown, seqLast: unknown): Decided => ({
  outcome: outcome as Outcome, // written by keepCommand
  seqLast: Number(seqLast),
});

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
  const statement = { name: 'signed in', text: 'SELECT 1 FROM sign_in WHERE device = $1 AND person = $2' };
  return (await connection.query(statement, [device, actor])).length > 0;
}
