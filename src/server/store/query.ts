import type { Pool, QueryResult, QueryResultRow } from 'pg';
import { asStoreError } from './errors.ts';

/** One statement by itself. Throws StoreFailure when the world says no. */
export const queryOf =
  (pool: Pool) =>
  <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<QueryResult<Row>> =>
    pool.query<Row>(text, [...values]).catch((error) => {
      throw asStoreError(error, true);
    });
