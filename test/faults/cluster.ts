import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startEmbeddedPostgres } from '../../src/server/store/embedded.ts';

const serverEntry = fileURLToPath(new URL('../../src/server/index.ts', import.meta.url));
const databaseName = 'fakturist';

/** A PostgreSQL and a server process over it, each of which can be killed and started again where it was. */
export type Cluster = {
  /** Where the server listens; the same after a restart. */
  readonly address: string;
  readonly databaseUrl: string;
  killServer(): Promise<void>;
  startServer(): Promise<void>;
  /** SIGKILL to PostgreSQL's first process. */
  killPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  /** Runs one of the server's own commands, such as `new-code`, and gives back what it printed. */
  administer(args: readonly string[], input?: string): Promise<string>;
  stop(): Promise<void>;
};

/** `data`: where the server keeps its blobs. */
export async function startCluster(folder: string, data: string): Promise<Cluster> {
  const postgresPort = await freePort();
  const port = await freePort();
  let postgres = await startEmbeddedPostgres(join(folder, 'postgres'), postgresPort);
  const databaseUrl = await postgres.database(databaseName);
  const environment = { ...process.env, DATABASE_URL: databaseUrl };
  let server: ChildProcess | undefined;

  async function startServer(): Promise<void> {
    const child = spawn(process.execPath, [serverEntry, '--port', String(port), '--data', data], {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    server = child;
    await answering(`http://127.0.0.1:${port}/health`);
  }

  await startServer();
  return {
    address: `http://127.0.0.1:${port}`,
    databaseUrl,
    startServer,
    killServer: () => end(server, 'SIGKILL'),
    killPostgres: async () => {
      const note = await readFile(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8');
      process.kill(Number(note.split('\n')[0]), 'SIGKILL');
      await gone(Number(note.split('\n')[0]));
    },
    startPostgres: async () => {
      postgres = await persistently(() => startEmbeddedPostgres(join(folder, 'postgres'), postgresPort));
    },
    administer: (args, input = '') => printed([serverEntry, ...args, '--data', data], environment, input),
    stop: async () => {
      await end(server, 'SIGTERM');
      await postgres.stop();
    },
  };
}

/** The processes of one that was killed take a moment to notice. */
async function persistently<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      if (tries === 40) throw error;
      await pause(250);
    }
  }
}

async function answering(address: string): Promise<void> {
  for (let tries = 1; tries <= 200; tries += 1) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await pause(50);
  }
  throw new Error(`${address} does not answer`);
}

function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await pause(20);
  }
}

function printed(args: readonly string[], env: NodeJS.ProcessEnv, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let complaints = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    child.once('exit', (code) => (code === 0 ? resolve(out) : reject(new Error(complaints))));
    child.stdin.end(input);
  });
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
