import type { Pool } from 'pg';
import type { ServerLogStore, ServerTransaction } from '../log-store.ts';
import { type Connection, connect } from './connection.ts';
import { TryCarefully } from './errors.ts';
import { withConnection } from './pool.ts';
import { readMoment } from './read-moment.ts';
import { openTransaction } from './transaction.ts';

/** The log over PostgreSQL. Any number of processes may stand on one database: the lock on the head lets one write at a time. */
export const postgresLogStore = (pool: Pool): ServerLogStore => ({
  transaction: async (work) => {
    try {
      return await runTransaction(pool, work, false);
    } catch (error) {
      if (error instanceof TryCarefully) return await runTransaction(pool, work, true);
      throw error;
    }
  },
  read: (work) => atOneMoment(pool, (connection) => work(readMoment(connection))),
});

/** Reads only, and sees nothing of what is committed meanwhile. */
export const atOneMoment = <T>(pool: Pool, work: (connection: Connection) => Promise<T>): Promise<T> =>
  inTransaction(pool, asOfOneMoment, work);

/** `careful`: see `TryCarefully`, which is thrown only when it is false. */
export const runTransaction = <T>(
  pool: Pool,
  work: (transaction: ServerTransaction) => Promise<T>,
  careful: boolean,
): Promise<T> =>
  inTransaction(pool, { begin: 'BEGIN', careful }, async (connection) => {
    const { flush, ...transaction } = openTransaction(connection, careful);
    const answer = await work(transaction);
    await flush();
    return answer;
  });

const asOfOneMoment = { begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', careful: true } as const;

async function inTransaction<T>(
  pool: Pool,
  { begin, careful }: { readonly begin: string; readonly careful: boolean },
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  return withConnection(pool, async (client) => {
    const connection = connect(client, careful);
    await connection.run(begin);
    try {
      const answer = await work(connection);
      await connection.commit();
      return answer;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {}); // a connection that broke has rolled back
      throw error;
    }
  });
}
