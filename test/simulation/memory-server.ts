import type { Moment, ServerLogStore, ServerTransaction } from '../../src/server/log-store.ts';
import type { DigestLine, SnapshotLine } from '../../src/shared/contract/wire.ts';
import { holds, type Scopes } from '../../src/shared/domain/access/index.ts';
import { digestHex } from '../../src/shared/run/digest.ts';
import { type EntityName, entities } from '../../src/shared/run/entities/index.ts';
import type { Entry, Head, KeptCommand } from '../../src/shared/run/store.ts';
import { entityNames, memoryRows, scopeOf } from './memory-rows.ts';
import { journaled, type MemoryState, memoryTransaction, openJournal } from './memory-transaction.ts';
import type { Life } from './process-life.ts';

/** The program itself; it may act on every device. */
export const program = '00000000-0000-7000-8000-000000000001';

/** The session that decides of a person, wherever that person sits. */
export const sessionOf = (person: string): string => `session of ${person}`;

export type Device = { readonly lastDseq: number; readonly revoked: boolean; readonly people: ReadonlySet<string> };

/** What lies on the server's disk. */
export type ServerFile = {
  readonly state: MemoryState;
  readonly log: Entry[];
  readonly commands: Map<string, KeptCommand>;
  readonly devices: Map<string, Device>;
  /** The blobs that are here whole and verified. */
  readonly blobs: Set<string>;
  head: Head;
  readonly journal: ReturnType<typeof openJournal>;
};

export const emptyServerFile = (): ServerFile => ({
  state: { rows: memoryRows(), digests: new Map() },
  log: [],
  commands: new Map(),
  devices: new Map(),
  blobs: new Set(),
  head: { epoch: 1, seq: 0 },
  journal: openJournal(),
});

export const copyServerFile = ({ state, log, commands, devices, blobs, head }: ServerFile): ServerFile => ({
  state: { rows: state.rows.copy(), digests: new Map(state.digests) },
  log: [...log],
  commands: new Map(commands),
  devices: new Map(devices),
  blobs: new Set(blobs),
  head,
  journal: openJournal(),
});

/** What the sequencer's transactions meet on their way. */
export type ServerAilments = {
  /** So many of the next writes of a row fail in a way that nobody foresaw. */
  puzzlingWrites: number;
};

/** The rows that a transaction has written, also where it took that back. */
export type Touched = Map<string, readonly [EntityName, string]>;

/** The log, its rows, the devices and the blobs, in memory. One transaction at a time; readers see what is committed. */
export function memoryLogStore(
  file: ServerFile,
  life: Life,
  ailments: ServerAilments,
  committed: (from: Head, touched: Touched) => void,
): ServerLogStore {
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => {});
    return result;
  }
  return {
    transaction: (work) =>
      inTurn(async () => {
        await life.alive();
        const from = file.head;
        const touched = new Map<string, readonly [EntityName, string]>();
        try {
          const result = await work(openTransaction(file, ailments, touched));
          await life.write('server', () => {
            file.journal.forget();
            committed(from, touched);
          });
          return result;
        } catch (error) {
          file.journal.backTo(0);
          throw error;
        }
      }),
    read: (work) =>
      inTurn(async () => {
        await life.alive();
        return work(momentOf(file));
      }),
  };
}

function openTransaction(file: ServerFile, ailments: ServerAilments, touched: Touched): ServerTransaction {
  const { state, journal, log, commands, devices, blobs } = file;
  const base = memoryTransaction(
    state,
    journal,
    journaled(state, journal, (entity, id) => void touched.set(`${entity} ${id}`, [entity, id])),
  );
  const keep = <K, V>(map: Map<K, V>, key: K, value: V): void => {
    const before = map.get(key);
    map.set(key, value);
    journal.note(() => void (before === undefined ? map.delete(key) : map.set(key, before)));
  };
  return {
    ...base,
    put: async (entity, row) => {
      if (ailments.puzzlingWrites > 0) {
        ailments.puzzlingWrites -= 1;
        throw new Error('the database is puzzled');
      }
      await base.put(entity, row);
    },
    lockHead: async () => file.head,
    decided: async (id) => {
      const kept = commands.get(id);
      return kept && { outcome: kept.outcome, seqLast: kept.seqLast };
    },
    append: async (entries) => {
      const length = log.length;
      log.push(...entries);
      journal.note(() => {
        log.length = length;
      });
    },
    keepCommand: async (command) => {
      if (commands.has(command.id)) throw new Error(`a second command ${command.id}`);
      keep(commands, command.id, command);
    },
    moveHead: async (head) => {
      const before = file.head;
      file.head = head;
      journal.note(() => {
        file.head = before;
      });
    },
    device: async (id) => devices.get(id),
    moveDevice: async (id, lastDseq) => {
      const device = devices.get(id);
      if (device !== undefined) keep(devices, id, { ...device, lastDseq });
    },
    sitsAt: async (_, person, session) => session === sessionOf(person),
    mayActOn: async (id, actor) => actor === program || (devices.get(id)?.people.has(actor) ?? false),
    missingBlobs: async (sha256s) => sha256s.filter((sha256) => !blobs.has(sha256)),
  };
}

function momentOf({ head, log, state: { rows, digests } }: ServerFile): Moment {
  return {
    head: async () => head,
    grants: async (person) => rows.find('grant', 'byPerson', [person], 1_000) as never, // the table holds grants only
    entriesAfter: async (seq, { scopes, device }, limit) => {
      const own = `device:${device}`;
      const found: Entry[] = [];
      for (let place = firstAfter(log, seq); place < log.length && found.length < limit; place += 1) {
        const entry = log[place];
        if (entry !== undefined && (entry.scope === own || holds(scopes, entry.scope))) found.push(entry);
      }
      return found;
    },
    digests: async (scopes) => digestLines(digests, scopes),
  };
}

function digestLines(digests: MemoryState['digests'], scopes: Scopes): DigestLine[] {
  const lines: DigestLine[] = [];
  for (const [scope, digest] of digests)
    if (holds(scopes, scope)) lines.push({ scope, rows: digest.rows, sum: digestHex(digest) });
  return lines;
}

/** The place of the first entry with a seq above this one. */
export function firstAfter(log: readonly Entry[], seq: number): number {
  let place = Math.min(seq, log.length);
  while (place > 0 && (log[place - 1]?.seq ?? 0) > seq) place -= 1;
  while (place < log.length && (log[place]?.seq ?? 0) <= seq) place += 1;
  return place;
}

/** Every row of these scopes, as a snapshot sends them. */
export function snapshotOf({ head, state }: ServerFile, scopes: Scopes, view: string): SnapshotLine[] {
  const lines: SnapshotLine[] = [
    { kind: 'head', ...head, view, scopes: [...scopes], digests: digestLines(state.digests, scopes) },
  ];
  for (const entity of entityNames as readonly EntityName[])
    for (const row of state.rows.all(entity)) if (holds(scopes, scopeOf(entity, row))) lines.push({ kind: 'row', entity, row });
  return [...lines, { kind: 'end', rows: lines.length - 1 }];
}

/** The blobs that rows of this kind stand on. */
export const citesOf = (entity: EntityName, row: unknown): readonly string[] => entities[entity].cites(row as never); // a row of that entity
