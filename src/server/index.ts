import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { administer, giveCode } from './administer.ts';
import { type AdministerArguments, parseArguments, type ServeArguments, usage } from './arguments.ts';
import { foundDemonstration } from './demonstration.ts';
import { openDatabase } from './open-database.ts';
import { usualLimits } from './parts.ts';
import { type RunningServer, startServer } from './start-server.ts';

// The server as a process: `npm run server`, or `node src/server/index.ts`.

const root = resolve(import.meta.dirname, '..', '..');
const migrationsFolder = join(root, 'resources', 'migrations', 'server');

const args = parseArguments(process.argv.slice(2), process.env, join(root, 'out', 'server'));
if (args === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else if (args.task === 'serve') await serve(args);
else await administerOnce(args);

async function serve({ data, databaseUrl, host, port, tls, demonstration, metricsToken }: ServeArguments): Promise<void> {
  await mkdir(data, { recursive: true });
  const server = await startServer({
    database: databaseOf({ data, databaseUrl }),
    migrationsFolder,
    blobsFolder: join(data, 'blobs'),
    host,
    port,
    tls: tls && { key: await readFile(tls.keyFile), cert: await readFile(tls.certFile) },
    metricsToken,
    log: pino(),
  });
  if (databaseUrl === undefined) console.info(`DATABASE_URL is not set: PostgreSQL runs with its data in ${data}`);
  if (demonstration) await demonstrate(server);
  console.info(`Fakturist's server answers at ${server.address}`);
  stopOnSignals(server);
}

async function demonstrate({ parts }: RunningServer): Promise<void> {
  const lines = await foundDemonstration(parts, join(root, 'resources', 'demonstration', 'suppliers.json'));
  for (const line of lines ?? ['There are people here already: passwords are set with set-password']) console.info(line);
  for (const workstation of ['one', 'two'])
    console.info(`Enrol workstation ${workstation} with the code ${await giveCode(parts.door, null, Date.now())}`);
}

/** The package that starts PostgreSQL wants to end it and us at a signal; we answer what waits first. */
function stopOnSignals({ stop }: RunningServer): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

async function administerOnce(wanted: AdministerArguments): Promise<void> {
  const store = await openDatabase(databaseOf(wanted), migrationsFolder, usualLimits.snapshots);
  try {
    const readPassword = async (): Promise<string> => (await text(process.stdin)).replace(/\r?\n$/, '');
    const { ok, lines } = await administer(store, wanted, readPassword, Date.now());
    for (const line of lines) (ok ? console.info : console.error)(line);
    process.exitCode = ok ? 0 : 1;
  } finally {
    await store.close();
  }
}

function databaseOf({ databaseUrl, data }: Pick<ServeArguments, 'databaseUrl' | 'data'>) {
  return databaseUrl === undefined ? { folder: join(data, 'postgres') } : { url: databaseUrl };
}
