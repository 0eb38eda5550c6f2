import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { openBlobs } from '../../../src/main/engine/blobs.ts';
import { openOutboxFile } from '../../../src/main/engine/store/outbox-file.ts';
import { openReplicaFiles } from '../../../src/main/engine/store/replica-shelf.ts';
import { httpLink } from '../../../src/main/engine/sync/http-link.ts';
import { LinkError } from '../../../src/main/engine/sync/ports.ts';
import { systemScheduler } from '../../../src/main/engine/sync/system-scheduler.ts';
import { workWithServer } from '../../../src/main/engine/sync/work-with-server.ts';
import type { Scopes } from '../../../src/shared/domain/access/index.ts';
import type { Envelope } from '../../../src/shared/run/store.ts';
import { answerQuestions } from './processes.ts';

// A workstation's outbox, replica and sync in a process of its own, as the engine has them.

const driver = { open: Database };
type Workstation = Awaited<ReturnType<typeof openWorkstation>>;
let workstation: Workstation | undefined;
let lastFailure: unknown;
const giveUpMs = 60_000;

export type Opening = {
  readonly folder: string;
  readonly address: string;
  readonly token: string;
  readonly session: string;
  readonly device: string;
};
export type Filled = { readonly ms: number; readonly longestBlockMs: number };
export type Drained = { readonly ms: number; readonly longestBlockMs: number; readonly refused: number };

async function openWorkstation({ folder, address, token, session, device }: Opening) {
  mkdirSync(folder, { recursive: true });
  const { commands, facts, close } = await openOutboxFile({ folder, driver, clock: Date.now });
  facts.keepEnrolment({ server: address, device, token, deviceName: 'Disk', founds: false, state: 'joined' });
  const files = openReplicaFiles(folder, driver, () => {
    throw new Error('the replica is damaged');
  });
  const filled = Promise.withResolvers<void>();
  let isReachable = true;
  let seqAnswered = 0;
  let scopes: Scopes = [];
  const link = httpLink({
    address,
    deviceToken: token,
    session: { get: async () => session, lost: () => {} },
    blobs: await openBlobs(join(folder, 'blobs')), // empty: the server has all that are cited, and is asked for each
    notes: facts,
  });
  const overNetwork = async <T>(ask: () => Promise<T>): Promise<T> => {
    if (!isReachable) throw new LinkError('unreachable');
    return ask();
  };
  const work = await workWithServer({
    sessionOf: async () => undefined,
    device,
    commands,
    files,
    scheduler: systemScheduler(Date.now),
    link: {
      push: (input) =>
        overNetwork(async () => {
          const answer = await link.push(input);
          seqAnswered = Math.max(seqAnswered, ...answer.answers.map(({ seqLast }) => seqLast));
          return answer;
        }),
      changes: (query) => overNetwork(() => link.changes(query)),
      snapshot: link.snapshot,
      sendBlob: link.sendBlob,
    },
    answered: () => {},
    saidScopes: (said) => {
      scopes = said;
    },
    on: {
      reached: () => {},
      failed: (error) => {
        lastFailure = error;
        if (isReachable) filled.reject(error);
      },
      level: () => {},
      rowsChanged: () => {},
      rebuilding: () => {},
      rebuilt: filled.resolve,
    },
  });
  return {
    work,
    filled: filled.promise,
    scopes: () => scopes,
    reach: (reachable: boolean) => {
      isReachable = reachable;
    },
    isDrained: async () => work.outbox.waiting() === 0 && ((await work.replica.cursor())?.seq ?? 0) >= seqAnswered,
    close: async () => {
      await work.close();
      files.close();
      close();
    },
  };
}

function opened(): Workstation {
  if (workstation === undefined) throw new Error('the workstation has not been opened');
  return workstation;
}

/** How long `work` took, and for how long at most nothing else could be done meanwhile. */
async function watched(work: () => Promise<void>): Promise<{ readonly ms: number; readonly longestBlockMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let longestBlockMs = 0;
  let lastMs = performance.now();
  const ticker = setInterval(() => {
    const nowMs = performance.now();
    longestBlockMs = Math.max(longestBlockMs, nowMs - lastMs);
    lastMs = nowMs;
  }, 1);
  delay.enable();
  const startedAtMs = performance.now();
  try {
    await work();
    return { ms: performance.now() - startedAtMs, longestBlockMs: Math.max(longestBlockMs, delay.max / 1e6) };
  } finally {
    clearInterval(ticker);
    delay.disable();
  }
}

answerQuestions(
  {
    open: async (opening: Opening): Promise<Filled> =>
      watched(async () => {
        workstation = await openWorkstation(opening);
        await workstation.filled;
      }),
    reach: async (reachable: boolean) => opened().reach(reachable),
    /** Gives the milliseconds that each took; up to `pauseMs` lie between two, so that each meets another part of what goes on. */
    issue: async ({
      envelopes,
      pauseMs,
    }: {
      readonly envelopes: readonly Envelope[];
      readonly pauseMs: number;
    }): Promise<number[]> => {
      const { work } = opened();
      const took: number[] = [];
      for (const [place, envelope] of envelopes.entries()) {
        const startedAtMs = performance.now();
        const result = await work.replica.issue({ ...envelope, dseq: null });
        took.push(performance.now() - startedAtMs);
        if (!result.ok) throw new Error(`refused here: ${JSON.stringify(result.error)}`);
        work.sync.issued();
        await new Promise((resolve) => setTimeout(resolve, (place * 7) % (pauseMs + 1)));
      }
      return took;
    },
    /** Takes the unanswered commands off the rows and puts them on again. */
    replay: async (): Promise<number> => {
      const { work, scopes } = opened();
      const startedAtMs = performance.now();
      await work.replica.keepOnly(scopes());
      const ms = performance.now() - startedAtMs;
      if (work.replica.doubts().length > 0) throw new Error('what was issued is in doubt');
      return ms;
    },
    drain: async (): Promise<Drained> => {
      const { work, reach, isDrained } = opened();
      reach(true);
      const watch = await watched(async () => {
        work.sync.retry();
        const giveUpAtMs = performance.now() + giveUpMs;
        while (!(await isDrained())) {
          if (performance.now() > giveUpAtMs) throw new Error('the outbox is not drained', { cause: lastFailure });
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
      });
      return { ...watch, refused: work.outbox.refused().length };
    },
  },
  async () => workstation?.close(),
);
