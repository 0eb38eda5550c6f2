import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabase, dropDatabase } from '../../src/server/store/embedded.ts';

export type TestDatabase = { readonly url: string } & AsyncDisposable;

/**
 * A database of its own with the server's tables, owned by an ordinary role: `await using database = await aDatabase()`. Only in
 * projects whose global set-up is postgres-cluster.ts. `empty`: without the tables.
 */
export async function aDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const administrator = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = await createDatabase(administrator, name, empty ? 'template1' : 'template');
  return { url, [Symbol.asyncDispose]: () => dropDatabase(administrator, name) };
}
