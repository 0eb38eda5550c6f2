import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import { startSequencer } from '../shared/run/sequencer.ts';
import { admissionBy } from './admission.ts';
import { countAttempts } from './attempts.ts';
import { openBlobFolder } from './blob-folder.ts';
import { dayClock } from './day-clock.ts';
import { startHints } from './hints.ts';
import { identifyBy } from './identify.ts';
import type { ServerLogStore } from './log-store.ts';
import { type Measures, startMeasures } from './measures.ts';
import { nameless, openApp, type Tls } from './open-app.ts';
import { type DatabasePlace, openDatabase } from './open-database.ts';
import { type Limits, type ServerParts, usualLimits } from './parts.ts';
import { startRecent } from './recent.ts';
import { blobRoute } from './routes/blobs.ts';
import { changesRoute } from './routes/changes.ts';
import { enrolRoute } from './routes/enrol.ts';
import { eventsRoute } from './routes/events.ts';
import { foundingRoute } from './routes/founding.ts';
import { operationsRoutes } from './routes/operations.ts';
import { pushRoute } from './routes/push.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { snapshotRoute } from './routes/snapshot.ts';
import { uploadRoutes } from './routes/uploads.ts';

export type ServerOptions = {
  readonly database: DatabasePlace;
  readonly migrationsFolder: string;
  readonly blobsFolder: string;
  readonly host?: string;
  /** 0: any that is free. */
  readonly port?: number;
  readonly tls?: Tls | undefined;
  readonly metricsToken?: string | undefined;
  readonly clock?: () => number;
  readonly log?: FastifyBaseLogger;
  readonly limits?: Partial<Limits>;
};

export type RunningServer = {
  /** 'http://127.0.0.1:8460' */
  readonly address: string;
  readonly parts: ServerParts;
  /** Takes no more, answers what waits, and lets go of everything. */
  stop(): Promise<void>;
};

/** Who has not read their answer by then is not waited for. */
const lastAnswersMs = 10_000;
const letGoEveryMs = 50;

/** The whole server in this process. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 0, clock = Date.now, log = pino({ level: 'silent' }) } = options;
  const limits = { ...usualLimits, ...options.limits };
  const database = await openDatabase(options.database, options.migrationsFolder, limits.snapshots);
  const measures = startMeasures({ waiting: () => sequencer.waiting(), listeners: () => hints.listeners() });
  const store = measured(database.log, measures);
  const recent = await startRecent(store, database.readTail);
  const hints = startHints(recent, (error) => log.warn(nameless(error), 'the log cannot be read'));
  let seq = recent.head().seq;
  const sequencer = startSequencer({
    store,
    clock,
    admission: admissionBy(clock),
    onCommitted: (head) => {
      measures.commitEntries.observe(Math.max(head.seq - seq, 0));
      seq = head.seq;
      recent.committed(head);
      hints.committed();
    },
  });
  const parts: ServerParts = {
    store,
    readRows: database.readRows,
    door: database.door,
    blobRegister: database.blobRegister,
    blobFolder: await openBlobFolder(options.blobsFolder),
    sequencer,
    recent,
    hints,
    identify: identifyBy(database.door, clock),
    attempts: countAttempts(clock),
    measures,
    clock,
    today: dayClock(clock),
    limits,
  };

  const app = openApp({ log, tls: options.tls, measures });
  for (const route of [enrolRoute, signInRoutes, pushRoute, changesRoute, snapshotRoute, foundingRoute, blobRoute])
    route(app, parts);
  operationsRoutes(app, parts, options.metricsToken);
  const sendHome = eventsRoute(app, parts);
  const stopTidying = uploadRoutes(app, parts);

  let stopping: Promise<void> | undefined;
  async function stopAll(): Promise<void> {
    stopTidying();
    const impatience = setTimeout(() => app.server.closeAllConnections(), lastAnswersMs);
    // A connection that got its last answer after the closing began would be kept for more questions.
    const letGo = setInterval(() => app.server.closeIdleConnections(), letGoEveryMs);
    const closed = app.close();
    sendHome();
    await closed;
    clearTimeout(impatience);
    clearInterval(letGo);
    await sequencer.idle();
    await hints.stop();
    await database.close();
  }
  const stop = (): Promise<void> => {
    stopping ??= stopAll();
    return stopping;
  };
  try {
    return { address: await app.listen({ host, port }), parts, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function measured(store: ServerLogStore, { commitSeconds }: Measures): ServerLogStore {
  return {
    ...store,
    transaction: async (work) => {
      const end = commitSeconds.startTimer();
      try {
        return await store.transaction(work);
      } finally {
        end();
      }
    },
  };
}
