import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/server/store/embedded.ts';
import { migrate } from '../../src/server/store/migrate.ts';
import { openPool } from '../../src/server/store/pool.ts';
import { serverMigrations } from './workspace.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Administrator's address of the cluster of this run. */
    readonly postgres: string;
  }
}

let tearDown = async (): Promise<void> => {};

/** One PostgreSQL for all the tests of a run, with a database `template` whose tables are made. */
export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fakturist-postgres-'));
  chmodSync(folder, 0o711); // as root PostgreSQL runs as another user
  const cluster = await startEmbeddedPostgres(folder, undefined, { fsync: 'off' }); // none of these tests pulls the plug
  tearDown = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const pool = openPool(await cluster.database('template'));
  await migrate(pool, serverMigrations);
  await pool.end();
  project.provide('postgres', cluster.administrator);
}

export const teardown = (): Promise<void> => tearDown();
