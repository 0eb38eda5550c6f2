import type { PoolClient } from 'pg';
import { StoreFailure } from '../../shared/run/store.ts';
import { asStoreError } from './errors.ts';
import type { Statement } from './sql.ts';

/** One connection inside a transaction. Statements that are not waited for are done in the order in which they were asked. */
export type Connection = {
  /** Gives back the rows as arrays of their columns. Throws what `asStoreError` makes of an error. */
  query(statement: Statement, values: readonly unknown[]): Promise<readonly (readonly unknown[])[]>;
  /** Gives back how many rows were written. */
  write(statement: Statement, values: readonly unknown[]): Promise<number>;
  /** A statement without parameters. */
  run(text: string): Promise<void>;
  /** Throws StoreFailure when the transaction was lost before: PostgreSQL then rolls back without calling it an error. */
  commit(): Promise<void>;
};

/** `careful`: see `TryCarefully`. */
export function connect(client: PoolClient, careful: boolean): Connection {
  async function guarded<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw asStoreError(error, careful);
    }
  }
  return {
    query: async (statement, values) =>
      (await guarded(client.query<unknown[]>({ ...statement, values: [...values], rowMode: 'array' }))).rows,
    write: async (statement, values) => (await guarded(client.query({ ...statement, values: [...values] }))).rowCount ?? 0,
    run: async (text) => void (await guarded(client.query(text))),
    commit: async () => {
      const { command } = await guarded(client.query('COMMIT'));
      if (command !== 'COMMIT') throw new StoreFailure('storage-failed', new Error(`COMMIT was answered by ${command}`));
    },
  };
}
