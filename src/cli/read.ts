import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { knowledgeOf } from '../main/engine/intake/knowledge.ts';
import { verifiedInvoices } from '../main/engine/queries/verified-invoices.ts';
import { openWorkspaceFile } from '../main/engine/store/open.ts';
import { sqliteStore } from '../main/engine/store/sqlite-store.ts';
import { openReaders } from './open-readers.ts';
import { resourcesFolder } from './places.ts';
import { readOne } from './read-one.ts';

/**
 * Reads files and prints one JSON line for each, in their order: the documents as the window would propose them, or why the file
 * cannot be read. Uses the suppliers of a workspace when one is named. Gives the exit status: 1 when any file could not be read.
 */
export async function read(files: readonly string[], options: { readonly workspace?: string | undefined }): Promise<number> {
  const scratch = await mkdtemp(join(tmpdir(), 'fakturist-read-'));
  const database = openWorkspaceFile(options.workspace ?? scratch, join(resourcesFolder, 'migrations', 'workspace'), {
    open: Database,
  });
  const register = { store: sqliteStore(database.reader), clock: Date.now, verified: verifiedInvoices(database.reader) };
  const readers = openReaders(resourcesFolder, Math.min(2, availableParallelism()));
  const around = { readers, scratch, knowledge: knowledgeOf.bind(undefined, register) };
  let failed = false;
  try {
    const answers = files.map((file, place) => readOne(file, around, place));
    for (const answer of answers) {
      const line = await answer;
      failed ||= 'error' in line;
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  } finally {
    await readers.close();
    database.close();
    await rm(scratch, { recursive: true, force: true });
  }
  return failed ? 1 : 0;
}
