import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openReaders } from '../../../src/cli/open-readers.ts';
import type { FileAround, ReadDocument } from '../../../src/main/engine/intake/file-job.ts';
import { knowledgeOf } from '../../../src/main/engine/intake/knowledge.ts';
import { type ReadTimings, readFileWith } from '../../../src/main/engine/intake/read-file.ts';
import { openWorkspaceFile } from '../../../src/main/engine/store/open.ts';
import { sqliteLogStore, sqliteStore } from '../../../src/main/engine/store/sqlite-store.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import type { Around, DroppedPage } from '../../../src/shared/domain/extraction/index.ts';
import type { WritableStore } from '../../../src/shared/run/store.ts';
import { type CacheUse, openPageCache } from './page-cache.ts';
import { root } from './source-hash.ts';

/** What reading a file gave. */
export type Reading = {
  readonly documents: readonly ReadDocument[];
  readonly dropped: readonly DroppedPage[];
  readonly timingsMs: ReadTimings;
  /** Why the file could not be read; then there are no documents. */
  readonly failure?: string;
};

/** The product's own way from a file to proposals: reader processes, intake, extraction, a register in SQLite. */
export type Through = {
  /** `taught`: what clerks have taught beside what the register holds. */
  readonly read: (file: { readonly path: string; readonly sha256: string }, taught?: Taught) => Promise<Reading>;
  /** Puts rows into the register that the readings look into. */
  readonly register: (write: (store: WritableStore) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Taught = Required<Pick<Around, 'anchors' | 'repeated'>>;

/** Papers are drawn up to some days before this. */
const nowMs = Date.parse('2026-11-25T09:00:00Z');
const noTime: ReadTimings = { open: 0, read: 0, again: 0, total: 0 };

export async function openThrough(readerCount: number, use: CacheUse): Promise<Through> {
  const scratch = await mkdtemp(join(tmpdir(), 'fakturist-bench-'));
  const resources = join(root, 'resources');
  const database = openWorkspaceFile(scratch, join(resources, 'migrations', 'workspace'), { open: Database });
  const register = { store: sqliteStore(database.reader), clock: () => nowMs, verified: () => [] };
  const cache = await openPageCache(use);
  const processes = openReaders(resources, readerCount);
  const readers = cache.remembering(processes);
  const around = (taught: Taught | undefined): FileAround => ({
    ...cache,
    readers,
    knowledge: async (pages) => ({ ...(await knowledgeOf(register, pages)), ...taught }),
  });
  let place = 0;

  return {
    read: async ({ path, sha256 }, taught) => {
      place += 1;
      const turn = place;
      const documents: ReadDocument[] = [];
      const dropped: DroppedPage[] = [];
      const outcome = await readFileWith(around(taught), {
        path,
        sha256,
        registered: new Set(),
        urgency: (page) => [turn, page],
        isStopped: () => false,
        onReaderLost: () => {},
        onProgress: () => {},
        onDocument: async (document) => void documents.push(document),
        onDropped: async ({ words }, why) => void dropped.push({ page: words.page, why }),
      });
      if (outcome.kind === 'read') return { documents, dropped, timingsMs: outcome.timingsMs };
      return { documents: [], dropped: [], timingsMs: noTime, failure: outcome.kind === 'failed' ? outcome.code : outcome.kind };
    },
    register: (write) => sqliteLogStore(database.writer).transaction(write),
    close: async () => {
      await processes.close();
      database.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

export const supplierIdOf = (supplierSeed: number) =>
  asId<'supplier'>(`00000000-0000-7000-8000-${supplierSeed.toString(16).padStart(12, '0')}`);
