import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Pool } from 'pg';
import { withConnection } from './pool.ts';

/** Any number, the same in every process. */
const migrationLock = 7_205_512;

/**
 * Brings the tables up to date: each migration that has not been made, in one transaction. Processes that start together wait for
 * each other. Throws where the database has other migrations than these: it belongs to a newer program.
 */
export async function migrate(pool: Pool, migrationsFolder: string): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder });
  await withConnection(pool, async (client) => {
    await client.query('BEGIN');
    try {
      await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
      await client.query('CREATE TABLE IF NOT EXISTS migration (place integer PRIMARY KEY, hash text NOT NULL)');
      const { rows } = await client.query<{ hash: string }>('SELECT hash FROM migration ORDER BY place');
      const strange = rows.findIndex(({ hash }, place) => migrations[place]?.hash !== hash);
      if (strange !== -1) throw new Error(`the database's migration ${strange} is not this program's`);
      for (const [place, { sql, hash }] of migrations.entries()) {
        if (place < rows.length) continue;
        for (const statement of sql) await client.query(statement);
        await client.query('INSERT INTO migration (place, hash) VALUES ($1, $2)', [place, hash]);
      }
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  });
}
