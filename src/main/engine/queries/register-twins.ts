import type Database from 'better-sqlite3';
import type { TwinPage, TwinSearchStatus } from '../../../shared/contract/register-twins.ts';
import {
  findTwins,
  type RegisterEntry,
  type RegisterTwins,
  type TwinProgress,
} from '../../../shared/domain/register-twins/index.ts';
import { type TwinRows, twinRows } from './register-twin-rows.ts';

/** Looks a register through for twins while the engine does other work, and keeps what the newest search found. */
export type TwinSearch = {
  start(): TwinSearchStatus;
  stop(): TwinSearchStatus;
  page(from: number, limit: number): TwinPage;
  /** Resolves when no search is under way. */
  settled(): Promise<void>;
};

/** Works so long at a time, and then lets others. */
const stretchMs = 8;
const tellEveryMs = 250;
const rowsAtATime = 200;

/** `reader`: what pages are shown, another one when the rows have moved to another file. `tell`: how far it has come, now and then. */
export function openTwinSearch(reader: () => Database.Database, tell: (status: TwinSearchStatus) => void): TwinSearch {
  let status: TwinSearchStatus = { state: 'none', step: 'reading', done: 0, total: 0, found: 0 };
  let found: readonly RegisterTwins[] = [];
  let running: { isStopped: boolean } | undefined;
  let work: Promise<void> = Promise.resolve();
  let prepared: { readonly connection: Database.Database; readonly rows: TwinRows } | undefined;

  function rows(): TwinRows {
    const connection = reader();
    if (prepared?.connection !== connection) prepared = { connection, rows: twinRows(connection) };
    return prepared.rows;
  }

  function now(changes: Partial<TwinSearchStatus>): TwinSearchStatus {
    status = { ...status, ...changes };
    tell(status);
    return status;
  }

  function stop(): TwinSearchStatus {
    if (running === undefined) return status;
    running.isStopped = true;
    running = undefined;
    return now({ state: 'stopped' });
  }

  async function look(own: { isStopped: boolean }): Promise<void> {
    try {
      const search = searchThrough(rows);
      let toldAtMs = performance.now();
      for (;;) {
        const outcome = workFor(search, stretchMs);
        if (outcome.done === true) {
          found = outcome.value;
          now({ state: 'done', done: status.total, found: found.length });
          break;
        }
        if (performance.now() - toldAtMs > tellEveryMs) {
          toldAtMs = performance.now();
          now(outcome.value);
        }
        await new Promise((resolve) => setImmediate(resolve));
        if (own.isStopped) return;
      }
    } catch {
      now({ state: 'failed' }); // the rows moved or the file cannot be read: whoever asks again begins anew
    }
    if (running === own) running = undefined;
  }

  return {
    start: () => {
      stop();
      const own = { isStopped: false };
      running = own;
      found = [];
      const started = now({ state: 'running', step: 'reading', done: 0, total: rows().count(), found: 0 });
      work = look(own);
      return started;
    },
    stop,
    page: (from, limit) => {
      const shown = rows();
      const pairs: TwinPage['pairs'][number][] = [];
      let at = from;
      for (; at < found.length && pairs.length < limit; at += 1) {
        const twins = found[at];
        if (twins === undefined || shown.isDismissed(twins.a, twins.b)) continue;
        const [one, other] = [shown.shown(twins.a), shown.shown(twins.b)];
        if (one !== undefined && other !== undefined)
          pairs.push({ rows: [one, other], score: twins.score, reasons: twins.reasons });
      }
      return { status, pairs, next: at < found.length ? at : null };
    },
    settled: () => work,
  };
}

function searchThrough(rows: () => TwinRows): Generator<TwinProgress, readonly RegisterTwins[]> {
  const ids: string[] = [];
  function* entries(): Generator<RegisterEntry> {
    for (let after = ''; ; after = ids.at(-1) ?? '') {
      const some = rows().entriesAfter(after, rowsAtATime);
      for (const entry of some) {
        ids.push(entry.id);
        yield entry;
      }
      if (some.length < rowsAtATime) return;
    }
  }
  const gone: RegisterEntry = { id: '', names: [''], paymentNumbers: [] }; // dropped since it was read: nothing is like it
  return findTwins(rows().count(), entries(), (place) => rows().entry(ids[place] ?? '') ?? gone);
}

/** The last step of a stretch. */
function workFor(search: Generator<TwinProgress, readonly RegisterTwins[]>, forMs: number) {
  const untilMs = performance.now() + forMs;
  let step = search.next();
  while (step.done !== true && performance.now() < untilMs) step = search.next();
  return step;
}
