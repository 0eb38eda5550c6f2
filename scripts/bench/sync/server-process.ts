import { join } from 'node:path';
import { type RunningServer, startServer } from '../../../src/server/start-server.ts';
import type { Envelope, Outcome } from '../../../src/shared/run/store.ts';
import { sharedMs } from './figures.ts';
import { answerQuestions } from './processes.ts';

// The real server in a process of its own.

const migrationsFolder = join(import.meta.dirname, '..', '..', '..', 'resources', 'migrations', 'server');
let server: RunningServer | undefined;

export type Started = { readonly address: string; readonly epoch: number; readonly seq: number };
/** When all were answered, how long that took, and how far the log then reached. */
export type Executed = {
  readonly answeredAtMs: number;
  readonly ms: number;
  /** What was said to those that were not accepted. */
  readonly refused: readonly Outcome[];
  readonly seqLast: number;
};

function running(): RunningServer {
  if (server === undefined) throw new Error('the server has not been started');
  return server;
}

answerQuestions(
  {
    start: async ({ url, blobsFolder }: { readonly url: string; readonly blobsFolder: string }): Promise<Started> => {
      server = await startServer({ database: { url }, migrationsFolder, blobsFolder });
      return { address: server.address, ...server.parts.recent.head() };
    },
    execute: async (envelopes: readonly Envelope[]): Promise<Executed> => {
      const { sequencer } = running().parts;
      const startedAtMs = sharedMs();
      const decided = await Promise.all(envelopes.map((envelope) => sequencer.execute(envelope)));
      const answeredAtMs = sharedMs();
      return {
        answeredAtMs,
        ms: answeredAtMs - startedAtMs,
        refused: decided.map(({ outcome }) => outcome).filter(({ kind }) => kind !== 'accepted'),
        seqLast: Math.max(...decided.map(({ seqLast }) => seqLast)),
      };
    },
    memoryMb: async () => process.memoryUsage.rss() / 1e6,
  },
  async () => server?.stop(),
);
