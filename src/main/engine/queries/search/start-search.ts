import { setTimeout as wait } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { SearchStatus } from '../../../../shared/contract/search.ts';
import type { Blobs } from '../../blobs.ts';
import { type SqliteDriver, unlocked } from '../../store/open.ts';
import { type Filling, fillSearch } from './fill-search.ts';
import { openSearchFile, removeSearchFile, type SearchFile, startOver } from './search-file.ts';

type Parts = {
  readonly folder: string;
  readonly driver: SqliteDriver;
  /** The file that holds the rows now: another one after joining a server, or when a replica has been made anew. */
  readonly rowsPath: () => string;
  readonly blobs: Pick<Blobs, 'has' | 'read'>;
  readonly changed: () => void;
};

export type InvoiceSearchJob = {
  /** What is searched. Another object when the file has been made anew. */
  reader(): Database.Database;
  status(): SearchStatus;
  /** Something may have changed: it is looked at soon. */
  poke(): void;
  /** Resolves when all that had changed is found. Throws what stands in the way. */
  level(): Promise<void>;
  stop(): Promise<void>;
};

/** The next change is waited for this long before it is looked at: commands come in bursts. */
const gatherMs = 30;
const patienceMs = 30_000;
/** How often it is told how far the filling has come. */
const tellMs = 1_000;
/** So many lines of changes are kept before those that are done with are taken away. */
const prunedAt = 20_000;
/** Between two pieces of work a clerk's question comes in, and other work has the processor as long again. */
const restShare = 1;

/**
 * Keeps the search level with the invoices, behind everybody's back: what changed first, then what was there before, newest first. Each piece of
 * work is written together with how far it came, so a stop at any time costs one piece.
 */
export function startInvoiceSearch({ folder, driver, rowsPath, blobs, changed }: Parts): InvoiceSearchJob {
  let file: SearchFile = openSearchFile(folder, driver);
  let followed: { readonly path: string; readonly main: Database.Database; readonly filling: Filling } | undefined;
  let working: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let status: SearchStatus = { done: 0, total: 0, isFilling: false, elsewhere: 0 };

  function leave(): void {
    followed?.main.close();
    followed = undefined;
  }

  /** What is followed now: the rows' file as it is, and what is worked out of it. */
  function follow(): Filling {
    const path = rowsPath();
    if (followed?.path === path) return followed.filling;
    leave();
    const main = unlocked(new driver.open(path, { readonly: true }), driver);
    const source = String(main.prepare('SELECT source FROM searched_source').pluck().get());
    const lastSeq = Number(main.prepare('SELECT coalesce(max(seq), 0) FROM searched_changes').pluck().get());
    const filling = fillSearch(main, file.writer, blobs);
    const level = filling.level();
    if (level === undefined || level.source !== source || level.seq > lastSeq) startOver(file.writer, source, lastSeq);
    followed = { path, main, filling };
    prune(path, filling.level()?.seq ?? 0);
    return filling;
  }

  /** Takes away the lines that are done with, but for the last: numbers never begin anew. Somebody else writes: then another time. */
  function prune(path: string, seq: number): void {
    const held = Number(
      followed?.main.prepare('SELECT count(*) FROM (SELECT 1 FROM searched_changes LIMIT ?)').pluck().get(prunedAt),
    );
    if (held < prunedAt) return;
    const writer = unlocked(new driver.open(path, { timeout: 0 }), driver);
    try {
      writer.prepare('DELETE FROM searched_changes WHERE seq < ?').run(seq);
    } catch (error) {
      if (!isBusy(error)) throw error;
    } finally {
      writer.close();
    }
  }

  async function work(): Promise<void> {
    let toldAtMs = 0;
    for (;;) {
      const filling = follow();
      const startedAtMs = performance.now();
      const found = await filling.step();
      filling.merge();
      const level = filling.level();
      const isFilling = level !== undefined && level.walkId !== null;
      if (isFilling !== status.isFilling || (isFilling && performance.now() - toldAtMs > tellMs)) {
        toldAtMs = performance.now();
        status = { ...status, isFilling, done: level?.done ?? 0, total: countInvoices() };
        changed();
      }
      if (stopped || !found) break;
      await wait(isFilling ? Math.min(50, (performance.now() - startedAtMs) * restShare) : 0);
    }
    if (!stopped && followed !== undefined) status = { ...status, elsewhere: followed.filling.elsewhere() };
    while (!stopped && followed?.filling.merge() === true) await wait(5);
  }

  const countInvoices = (): number => Number(followed?.main.prepare('SELECT count(*) FROM supplier_invoices').pluck().get() ?? 0);

  /** What is damaged is made anew, once; all else is tried again after a while. */
  async function workThrough(): Promise<void> {
    do {
      again = false;
      try {
        await work();
      } catch (error) {
        leave();
        if (stopped) return;
        if (!isDamage(error)) throw error;
        file.close();
        removeSearchFile(folder);
        file = openSearchFile(folder, driver);
        again = true;
      }
    } while (again && !stopped);
  }

  function start(): Promise<void> {
    working ??= wait(gatherMs)
      .then(workThrough)
      .finally(() => {
        working = undefined;
      });
    return working;
  }

  function poke(): void {
    again = true;
    if (stopped || working !== undefined) return;
    start().catch((error) => {
      console.error('the search of invoices waits:', error);
      setTimeout(poke, patienceMs).unref();
    });
  }

  return {
    reader: () => file.reader,
    status: () => status,
    poke,
    level: async () => {
      await working;
      await start();
    },
    stop: async () => {
      stopped = true;
      await working?.catch(() => {});
      leave();
      file.close();
    },
  };
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');
const isDamage = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_CORRUPT') || codeOf(error) === 'SQLITE_NOTADB';
