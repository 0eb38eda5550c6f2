import { Pool, type PoolClient } from 'pg';
import { asStoreError } from './errors.ts';

/** Connections to the server's database. `url`: postgres://role:password@host:port/database */
export function openPool(url: string, connections = 10): Pool {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    application_name: 'fakturist',
    types: { getTypeParser: parserOf as never }, // pg's own type asks for a function for each format; the text format is the only one used
    // A process that hangs must not keep the others out of the log.
    idle_in_transaction_session_timeout: 30_000,
    lock_timeout: 20_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    pipeline: true, // statements that are not waited for are sent in one go, and done in their order
  });
  pool.on('connect', (client) => void client.query(neverOff).catch(() => client.end()));
  pool.on('error', () => {}); // an idle connection that breaks is replaced; who needs one learns of it by a failed query
  return pool;
}

/** What is answered must be on the disk, whatever the database's own setting. */
const neverOff = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

const parsers = new Map<number, (text: string) => unknown>([
  [16, (text) => text === 't'], // boolean
  [20, Number], // bigint: nothing here is above 2^53
  [23, Number], // integer
  [114, (text) => JSON.parse(text)], // json
]);
/** Everything else, days among them, stays the text that it is. */
const parserOf = (type: number): ((text: string) => unknown) => parsers.get(type) ?? ((text) => text);

/** Lends a connection. One that broke is thrown away. Throws StoreFailure when there is none to be had. */
export async function withConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error) => {
    throw asStoreError(error, true);
  });
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    return await work(client);
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
