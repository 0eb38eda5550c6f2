import type { AnyRow } from '../../src/shared/run/define-entity.ts';
import { type Digest, emptyDigest } from '../../src/shared/run/digest.ts';
import { type EntityName, entities } from '../../src/shared/run/entities/index.ts';
import {
  type Digests,
  NotUnique,
  oneByOne,
  type Savepoints,
  type Store,
  type WritableStore,
  WrongRevision,
} from '../../src/shared/run/store.ts';
import type { MemoryRows } from './memory-rows.ts';

/** How to take back what was done, oldest first. */
export type Journal = {
  readonly length: () => number;
  note(undo: () => void): void;
  /** Takes back all that was noted after the first `length`. */
  backTo(length: number): void;
  /** What was noted so far stands for good. */
  forget(): void;
};

export function openJournal(): Journal {
  const undos: (() => void)[] = [];
  return {
    length: () => undos.length,
    note: (undo) => void undos.push(undo),
    backTo: (length) => {
      while (undos.length > length) undos.pop()?.();
    },
    forget: () => {
      undos.length = 0;
    },
  };
}

/** What both sides keep in memory. */
export type MemoryState = { readonly rows: MemoryRows; readonly digests: Map<string, Digest> };

export type RowWriter = {
  set(entity: EntityName, row: AnyRow): void;
  remove(entity: EntityName, id: string): void;
};

/** Writes that are noted in a journal. */
export const journaled = (
  { rows }: MemoryState,
  journal: Journal,
  touched: (entity: EntityName, id: string) => void,
): RowWriter => ({
  set: (entity, row) => {
    const before = rows.set(entity, row);
    touched(entity, row.id);
    journal.note(() => void (before === undefined ? rows.remove(entity, row.id) : rows.set(entity, before)));
  },
  remove: (entity, id) => {
    const before = rows.remove(entity, id);
    if (before === undefined) return;
    touched(entity, id);
    journal.note(() => void rows.set(entity, before));
  },
});

/** The part that a workstation's and the server's transactions have in common. */
export function memoryTransaction(state: MemoryState, journal: Journal, writer: RowWriter): WritableStore & Savepoints & Digests {
  const savepoints: number[] = [];
  const { rows, digests } = state;
  const asked: Pick<Store, 'get' | 'find'> = {
    get: async (entity, id) => rows.get(entity, id) as never, // the table holds rows of that entity only
    find: async (entity, lookup, key, limit = 100) => rows.find(entity, lookup, key, limit) as never, // as above
  };
  return {
    ...asked,
    ...oneByOne(asked),
    put: async (entity, row) => {
      const there = rows.get(entity, row.id);
      if (row.rev === 1 && there !== undefined) throw new NotUnique(`${entities[entity].table}_id`);
      if (row.rev !== (there?.rev ?? 0) + 1) throw new WrongRevision(entity, row);
      writer.set(entity, row);
    },
    savepoint: async () => void savepoints.push(journal.length()),
    release: async () => void savepoints.pop(),
    rollbackToSavepoint: async () => journal.backTo(savepoints.pop() ?? 0),
    digest: async (scope) => digests.get(scope) ?? emptyDigest,
    keepDigest: async (scope, digest) => {
      const before = digests.get(scope);
      digests.set(scope, digest);
      journal.note(() => void (before === undefined ? digests.delete(scope) : digests.set(scope, before)));
    },
  };
}
