import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Envelope } from '../../../src/shared/run/store.ts';
import { atMost, type Line, median, percentile } from './figures.ts';
import { clerksWork, type Invoice } from './office.ts';
import { startProcess } from './processes.ts';
import { openingOf } from './snapshot.ts';
import { type Device, type Stage, withServer } from './stage.ts';
import type { Drained } from './workstation-process.ts';

const offline = 1_000;
const online = 500;
const onEachInvoice = 5;

type Run = {
  readonly offlineMs: readonly number[];
  readonly onlineMs: readonly number[];
  readonly bareMs: readonly number[];
  readonly flushMs: readonly number[];
  readonly replayMs: number;
  readonly drained: Drained;
  readonly postMs: number;
};

/** A clerk's day at a workstation: with the network, without it, and when it is back. */
export async function localWork(stage: Stage, runs: number): Promise<readonly Line[]> {
  const results: Run[] = [];
  for (let run = 0; run < runs; run += 1) results.push(await oneRun(stage));
  const shares = (of: (run: Run) => readonly number[], share: number): number[] =>
    results.map((run) => percentile(of(run), share));
  const bare = (share: number) => ({ name: 'bare insert, FULL', figures: shares(({ bareMs }) => bareMs, share) });
  const [unit, p50, p99] = ['ms', 0.5, 0.99];
  const [withServer, without] = [(run: Run) => run.onlineMs, (run: Run) => run.offlineMs];
  return [
    { what: "the disk's own fdatasync, p50", unit, ours: shares(({ flushMs }) => flushMs, p50) },
    { what: 'the same, p99', unit, ours: shares(({ flushMs }) => flushMs, p99) },
    { what: 'local command while it is sent and fetched, p50', unit, ours: shares(withServer, p50), reference: bare(p50) },
    { what: 'the same, p99', unit, ours: shares(withServer, p99), reference: bare(p99), bars: [atMost(10)] },
    { what: 'local command without the server, p50', unit, ours: shares(without, p50), reference: bare(p50) },
    { what: 'the same, p99', unit, ours: shares(without, p99), reference: bare(p99), bars: [atMost(10)] },
    {
      what: `replay of ${offline} pending commands`,
      unit,
      ours: results.map(({ replayMs }) => replayMs),
      bars: [atMost(100)],
    },
    {
      what: `drain of ${offline} offline commands`,
      unit,
      ours: results.map(({ drained }) => drained.ms),
      reference: { name: 'bare POST of the same bytes', figures: results.map(({ postMs }) => postMs) },
      bars: [atMost(5_000)],
    },
    { what: 'longest block of the engine meanwhile', unit, ours: results.map(({ drained }) => drained.longestBlockMs) },
  ];
}

async function oneRun({ folder, invoices, withOffice }: Stage): Promise<Run> {
  return withOffice('local_work', (url, [_sender, device]) =>
    withServer(url, folder, async (_, { address }) => {
      if (device === undefined) throw new Error('there is a device');
      const place = join(folder, 'workstation');
      const workstation = startProcess('workstation-process.ts');
      const issue = (envelopes: readonly Envelope[], pauseMs: number): Promise<number[]> =>
        workstation.ask('issue', { envelopes, pauseMs });
      try {
        await workstation.ask('open', openingOf(device, address, place));
        const half = online / onEachInvoice;
        const [first, second] = [
          envelopesOf(device, invoices.slice(0, half)),
          envelopesOf(device, invoices.slice(half, half + offline / onEachInvoice)),
        ];
        const onlineMs = await issue(first, 40);
        await workstation.ask('drain');
        await workstation.ask('reach', false);
        const offlineMs = await issue(second, 0);
        const replays: number[] = [];
        for (let turn = 0; turn < 3; turn += 1) replays.push(await workstation.ask<number>('replay'));
        const drained = await workstation.ask<Drained>('drain');
        if (drained.refused > 0) throw new Error(`${drained.refused} commands were refused`);
        const bodies = inPushes(second);
        return {
          onlineMs,
          offlineMs,
          replayMs: median(replays),
          drained,
          postMs: await postAll(bodies),
          bareMs: bareInserts(join(folder, 'bare.db'), second),
          flushMs: flushes(join(folder, 'flushed')),
        };
      } finally {
        await workstation.stop();
        rmSync(place, { recursive: true, force: true });
      }
    }),
  );
}

const envelopesOf = (device: Device, invoices: readonly Invoice[]): readonly Envelope[] =>
  invoices
    .flatMap((invoice) => clerksWork(invoice, device.person))
    .map((wanted) => ({ ...wanted, device: device.id, dseq: null, leaseToken: null }));

function inPushes(envelopes: readonly Envelope[]): readonly string[] {
  const bodies: string[] = [];
  for (let first = 0; first < envelopes.length; first += 100)
    bodies.push(JSON.stringify({ epoch: 1, commands: envelopes.slice(first, first + 100) }));
  return bodies;
}

/** Sends the bodies one after the other to a server that does nothing with them. */
async function postAll(bodies: readonly string[]): Promise<number> {
  const server = startProcess('bare-http-process.ts');
  try {
    const url = await server.ask<string>('start');
    await (await fetch(url)).text(); // opens the connection
    const startedAtMs = performance.now();
    for (const body of bodies)
      await (await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).text();
    return performance.now() - startedAtMs;
  } finally {
    await server.stop();
  }
}

/** The least that keeps a command: one row, on the disk when it returns. */
function bareInserts(path: string, envelopes: readonly Envelope[]): readonly number[] {
  const database = new Database(path);
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec('CREATE TABLE kept (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, command TEXT NOT NULL)');
    const insert = database.prepare('INSERT INTO kept (id, command) VALUES (?, ?)');
    return envelopes.map((envelope) => timed(() => insert.run(envelope.id, JSON.stringify(envelope))));
  } finally {
    database.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
  }
}

/** Appends 4 096 bytes and flushes them. */
function flushes(path: string): readonly number[] {
  const file = openSync(path, 'w');
  const page = Buffer.alloc(4_096, 7);
  try {
    return Array.from({ length: 300 }, () =>
      timed(() => {
        writeSync(file, page);
        fdatasyncSync(file);
      }),
    );
  } finally {
    closeSync(file);
    rmSync(path);
  }
}

function timed(work: () => void): number {
  const startedAtMs = performance.now();
  work();
  return performance.now() - startedAtMs;
}
