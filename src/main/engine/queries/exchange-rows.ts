import type Database from 'better-sqlite3';
import { type EntityName, entities } from '../../../shared/run/entities/index.ts';

const perRead = 1_000;

/** The ids of a register's rows in their order, some at a time. */
export async function* idsInOrder(connection: Database.Database, entity: EntityName): AsyncGenerator<readonly string[]> {
  const statement = connection
    .prepare<unknown[], string>(`SELECT id FROM ${entities[entity].table} WHERE id > ? ORDER BY id LIMIT ${perRead}`)
    .pluck();
  for (let ids = statement.all(''); ids.length > 0; ids = statement.all(ids.at(-1) ?? '')) yield ids;
}

/**
 * Many small reads as one: outside a transaction each of them takes and gives back the file's lock, which costs ten times the read. What
 * else is asked over the connection meanwhile sees the same state.
 */
export async function readTogether<T>(connection: Database.Database, work: () => Promise<T>): Promise<T> {
  if (connection.inTransaction) return work();
  connection.exec('BEGIN');
  try {
    return await work();
  } finally {
    if (connection.open && connection.inTransaction) connection.exec('COMMIT');
  }
}
