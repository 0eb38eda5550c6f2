import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scopes } from '../../../shared/domain/access/index.ts';
import { StoreFailure } from '../../../shared/run/store.ts';
import type { ReplicaShelf, ReplicaStorage } from '../sync/ports.ts';
import type { SqliteDriver } from './open.ts';
import { isUsable, openReplicaFile, type ReplicaFile } from './replica-file.ts';
import { showOnly } from './shown-rows.ts';

/** Replicas lie in the workspace as `replica-<n>.db`; the file `replica-current` says which n is in use. */
export type ReplicaFiles = ReplicaShelf & {
  file(): ReplicaFile;
  /** What pages see from now on, also when the rows move to another file. Null: nothing. */
  show(scopes: Scopes | null): void;
  close(): void;
};

type Opened = ReturnType<typeof openReplicaFile>;

/** A query that was under way when the rows moved has this long to end. */
const graceMs = 2_000;

/**
 * Opens the current replica. One that is damaged, of another form or was never filled is thrown away, and an empty one is in its
 * place: it is filled from the server and the outbox. `onDamage`: the same has happened while the engine ran.
 */
export function openReplicaFiles(folder: string, driver: SqliteDriver, onDamage: () => void): ReplicaFiles {
  const pointer = join(folder, 'replica-current');
  const pathOf = (n: number): string => join(folder, `replica-${n}.db`);
  const opened = new Map<ReplicaStorage, Opened>();
  let shown: Scopes | null = null;
  let last = Math.max(0, ...numbersIn(folder));
  let current = openCurrent();
  removeOthers();

  function openCurrent(): Opened {
    const n = readNumber(pointer);
    if (n === undefined || !isUsable(pathOf(n), driver)) return openEmpty(false);
    const file = openReplicaFile(pathOf(n), driver, false);
    showOnly(file.pages.reader, shown);
    return file;
  }

  function openEmpty(filling: boolean): Opened {
    last += 1;
    remove(pathOf(last));
    const file = openReplicaFile(pathOf(last), driver, filling);
    showOnly(file.pages.reader, shown);
    return file;
  }

  function removeOthers(): void {
    for (const n of numbersIn(folder)) if (pathOf(n) !== current.path) remove(pathOf(n));
  }

  function retire(file: Opened): void {
    const timer = setTimeout(() => {
      retiring.delete(file);
      file.close();
      remove(file.path);
    }, graceMs);
    retiring.set(file, timer);
    timer.unref();
  }
  const retiring = new Map<Opened, NodeJS.Timeout>();

  /** A damaged page met while the engine runs: an empty replica takes its place, and is filled by the next attempt to pull. */
  const watched = (file: Opened): ReplicaStorage => ({
    transaction: async (work) => {
      try {
        return await file.storage.transaction(work);
      } catch (error) {
        if (file === current && isDamage(error)) {
          current = openEmpty(false);
          inUse = watched(current);
          retire(file);
          onDamage();
        }
        throw error;
      }
    },
  });
  let inUse = watched(current);

  return {
    current: () => inUse,
    file: () => current,
    fresh: async () => {
      for (const [storage, file] of opened) {
        opened.delete(storage);
        file.close();
        remove(file.path);
      }
      const file = openEmpty(true);
      opened.set(file.storage, file);
      return file.storage;
    },
    adopt: async (fresh) => {
      const file = opened.get(fresh);
      if (file === undefined) throw new Error('a replica is adopted by the shelf that it came from');
      file.settle();
      await flush(file.path);
      file.keepSafe();
      writeFileSync(`${pointer}.new`, numberOf(file.path));
      await flush(`${pointer}.new`);
      renameSync(`${pointer}.new`, pointer);
      opened.delete(fresh);
      const old = current;
      current = file;
      inUse = watched(file);
      retire(old);
    },
    show: (scopes) => {
      shown = scopes;
      for (const file of [current, ...opened.values()]) showOnly(file.pages.reader, scopes);
    },
    close: () => {
      for (const [file, timer] of retiring) {
        clearTimeout(timer);
        file.close();
      }
      for (const file of opened.values()) file.close();
      current.close();
    },
  };
}

function isDamage(error: unknown): boolean {
  const cause = error instanceof StoreFailure ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

const numberOf = (path: string): string => /replica-(\d+)\.db$/.exec(path)?.[1] ?? '';

const numbersIn = (folder: string): readonly number[] =>
  readdirSync(folder).flatMap((name) => (/^replica-\d+\.db$/.test(name) ? [Number(numberOf(name))] : []));

function readNumber(pointer: string): number | undefined {
  try {
    const n = Number(readFileSync(pointer, 'utf8'));
    return Number.isSafeInteger(n) && n > 0 ? n : undefined;
  } catch {
    return undefined;
  }
}

function remove(path: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}
