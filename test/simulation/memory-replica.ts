import type { Cursor, ReplicaShelf, ReplicaStorage, ReplicaTransaction, Shadow } from '../../src/main/engine/sync/ports.ts';
import type { AnyRow } from '../../src/shared/run/define-entity.ts';
import type { EntityName } from '../../src/shared/run/entities/index.ts';
import { entityNames, memoryRows, scopeOf } from './memory-rows.ts';
import { journaled, type MemoryState, memoryTransaction, openJournal } from './memory-transaction.ts';
import type { Life } from './process-life.ts';

export const rowKey = (entity: EntityName, id: string): string => `${entity} ${id}`;

/** What lies on the disk as `replica-<n>.db`: it outlives the process, but for its last transactions. */
export type ReplicaFile = {
  readonly state: MemoryState;
  cursor: Cursor | null;
  readonly shadows: Map<string, Shadow>;
  /** Scopes that were taken away as a whole, and are not known to be complete again. */
  readonly dropped: Set<string>;
  /** Rows that a fault of the disk changed, and the seq that the cursor stood at then. */
  readonly corrupted: Map<string, number>;
  readonly journal: ReturnType<typeof openJournal>;
  /** The length of the journal at each commit. */
  readonly commits: number[];
  open: boolean;
};

export function emptyReplicaFile(
  state: MemoryState = { rows: memoryRows(), digests: new Map() },
  cursor: Cursor | null = null,
): ReplicaFile {
  const file = { state, cursor, shadows: new Map(), dropped: new Set<string>(), corrupted: new Map<string, number>() };
  return { ...file, journal: openJournal(), commits: [0], open: false };
}

/** What a power cut leaves: nothing of what was not committed, and the last `lost` transactions gone too. */
export function cutPower(file: ReplicaFile, lost: number): number {
  const kept = Math.max(0, file.commits.length - 1 - lost);
  const gone = file.commits.length - 1 - kept;
  file.commits.length = kept + 1;
  file.journal.backTo(file.commits[kept] ?? 0);
  file.open = false;
  return gone;
}

/** Told of each commit: the rows that it may have changed, and where the cursor was before. */
export type ReplicaWatch = (
  file: ReplicaFile,
  touched: ReadonlyMap<string, readonly [EntityName, string]>,
  before: Cursor | null,
) => void;

export function memoryReplica(file: ReplicaFile, life: Life, committed: ReplicaWatch, failed: () => void): ReplicaStorage {
  return {
    transaction: async (work) => {
      await life.alive();
      if (file.open) throw new Error('two transactions at once on one replica');
      file.open = true;
      const from = file.journal.length();
      const before = file.cursor;
      const touched = new Map<string, readonly [EntityName, string]>();
      try {
        const result = await work(openTransaction(file, (entity, id) => void touched.set(rowKey(entity, id), [entity, id])));
        if (life.dead()) await life.alive();
        if (file.journal.length() > from)
          await life.write('replica', () => {
            file.commits.push(file.journal.length());
            committed(file, touched, before);
          });
        file.open = false;
        return result;
      } catch (error) {
        file.journal.backTo(from);
        file.open = false;
        failed();
        throw error;
      }
    },
  };
}

function openTransaction(file: ReplicaFile, touched: (entity: EntityName, id: string) => void): ReplicaTransaction {
  const { state, journal, shadows } = file;
  const writer = journaled(state, journal, touched);
  return {
    ...memoryTransaction(state, journal, writer),
    cursor: async () => file.cursor,
    moveCursor: async (cursor) => {
      const before = file.cursor;
      file.cursor = cursor;
      journal.note(() => {
        file.cursor = before;
      });
    },
    place: async (entity, row) => writer.set(entity, row),
    drop: async (entity, id) => writer.remove(entity, id),
    keepShadow: async (shadow) => {
      const key = rowKey(shadow.entity, shadow.id);
      if (shadows.has(key)) return;
      shadows.set(key, shadow);
      journal.note(() => void shadows.delete(key));
    },
    shadows: async () => [...shadows.values()],
    clearShadows: async () => {
      const all = [...shadows];
      shadows.clear();
      journal.note(() => {
        shadows.clear();
        for (const [key, shadow] of all) shadows.set(key, shadow);
      });
    },
    scopes: async () => [
      ...new Set(entityNames.flatMap((entity) => [...state.rows.all(entity)].map((row) => scopeOf(entity, row)))),
    ],
    dropScope: async (scope) => {
      for (const entity of entityNames)
        for (const row of [...state.rows.all(entity)]) if (scopeOf(entity, row) === scope) writer.remove(entity, row.id);
      const digest = state.digests.get(scope);
      const isNew = !file.dropped.has(scope);
      state.digests.delete(scope);
      file.dropped.add(scope);
      journal.note(() => {
        if (digest !== undefined) state.digests.set(scope, digest);
        if (isNew) file.dropped.delete(scope);
      });
    },
  };
}

/** The replicas of one workstation: the name of the current one is on the disk too. */
export type Shelf = { current: ReplicaFile };

export function memoryShelf(
  shelf: Shelf,
  life: Life,
  watch: { readonly committed: ReplicaWatch; readonly failed: () => void; readonly adopted: (file: ReplicaFile) => void },
): ReplicaShelf {
  const files = new WeakMap<ReplicaStorage, ReplicaFile>();
  const storageOf = (file: ReplicaFile): ReplicaStorage => {
    const committed: ReplicaWatch = (...told) => {
      if (file === shelf.current) watch.committed(...told);
    };
    const storage = memoryReplica(file, life, committed, watch.failed);
    files.set(storage, file);
    return storage;
  };
  let current = storageOf(shelf.current);
  return {
    current: () => current,
    fresh: async () => {
      await life.alive();
      return storageOf(emptyReplicaFile());
    },
    adopt: async (fresh) => {
      const file = files.get(fresh);
      if (file === undefined) throw new Error('a replica of another shelf');
      await life.write('replica', () => {
        file.commits.splice(0, file.commits.length, file.journal.length());
        shelf.current = file;
        current = fresh;
        watch.adopted(file);
      });
    },
  };
}

/** The row as the server has it: what the shadow remembers, where there is one. */
export function baseRow(file: ReplicaFile, entity: EntityName, id: string): AnyRow | undefined {
  const shadow = file.shadows.get(rowKey(entity, id));
  return shadow === undefined ? file.state.rows.get(entity, id) : (shadow.row ?? undefined);
}
