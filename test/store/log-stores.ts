import { sqliteLogStore } from '../../src/main/engine/store/sqlite-store.ts';
import { openPool } from '../../src/server/store/pool.ts';
import { postgresLogStore } from '../../src/server/store/postgres-log-store.ts';
import type { LogStore } from '../../src/shared/run/store.ts';
import { aDatabase } from '../make/postgres.ts';
import { aWorkspaceFile } from '../make/workspace.ts';
import { emptyServerFile, memoryLogStore } from '../simulation/memory-server.ts';
import { beginLife, healthy } from '../simulation/process-life.ts';
import { openVirtualTime } from '../simulation/virtual-time.ts';

export type LogStoreUnderTest = { readonly store: LogStore } & AsyncDisposable;

/** Everything that a sequencer can stand on, empty: also the simulation's own, so that what it proves holds for the others. */
export const logStores: Record<string, () => Promise<LogStoreUnderTest>> = {
  SQLite: async () => {
    const file = aWorkspaceFile();
    return { store: sqliteLogStore(file.writer), [Symbol.asyncDispose]: async () => file[Symbol.dispose]() };
  },
  PostgreSQL: async () => {
    const database = await aDatabase();
    const pool = openPool(database.url);
    return {
      store: postgresLogStore(pool),
      [Symbol.asyncDispose]: async () => {
        await pool.end();
        await database[Symbol.asyncDispose]();
      },
    };
  },
  memory: async () => {
    const life = beginLife(healthy(), openVirtualTime(0), () => {});
    const store = memoryLogStore(emptyServerFile(), life, { puzzlingWrites: 0 }, () => {});
    return { store, [Symbol.asyncDispose]: async () => {} };
  },
};
