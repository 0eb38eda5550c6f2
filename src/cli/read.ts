import { mkdtemp, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { openBlobs } from '../main/engine/blobs.ts';
import { readFileWith } from '../main/engine/intake/read-file.ts';
import { openWorkspaceFile } from '../main/engine/store/open.ts';
import { sqliteStore } from '../main/engine/store/sqlite-store.ts';
import { readLimits } from '../shared/contract/reader.ts';
import { openReaders } from './open-readers.ts';
import { resourcesFolder } from './places.ts';

/** A file that was lost with its reader is read once more. */
const tries = 2;

/**
 * Reads files and prints one JSON line for each, in their order: the documents as the window would propose them, or why the file
 * cannot be read. Uses the suppliers of a workspace when one is named. Gives the exit status: 1 when any file could not be read.
 */
export async function read(files: readonly string[], options: { readonly workspace?: string | undefined }): Promise<number> {
  const scratch = await mkdtemp(join(tmpdir(), 'fakturist-read-'));
  const database = openWorkspaceFile(options.workspace ?? scratch, join(resourcesFolder, 'migrations', 'workspace'), {
    open: Database,
  });
  const readers = openReaders(resourcesFolder, Math.min(2, availableParallelism(), files.length));
  const around = { readers, blobs: await openBlobs(scratch), store: sqliteStore(database.reader), clock: Date.now };
  let failed = false;
  try {
    const answers = files.map((file) => readOne(file, around));
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

async function readOne(file: string, around: Parameters<typeof readFileWith>[0]) {
  const refused = (code: string) => ({ file, error: { code, message: messages[code] ?? code } });
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) return refused('file-gone');
  if (size > readLimits.bytes) return refused('too-large');
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const outcome = await readFileWith(around, { path: resolve(file), fileName: file, onProgress: () => {} });
    if (outcome.kind === 'read') return { file, documents: outcome.documents, timingsMs: outcome.timingsMs };
    if (outcome.kind === 'failed') return refused(outcome.code);
  }
  return refused('reader-crashed');
}

/** For people; programs go by the code. */
const messages: Record<string, string> = {
  'empty-file': 'The file is empty.',
  'unknown-type': 'The file is neither JPEG, PNG, TIFF nor PDF.',
  damaged: 'The file is damaged or was cut off.',
  'password-protected': 'The PDF is protected by a password.',
  'too-many-pages': `The file has more than ${readLimits.pages} pages.`,
  'too-large': 'The file or one of its pages is too large.',
  'took-too-long': 'The file took too long to read.',
  'reader-crashed': 'The file made the reader crash.',
  'file-gone': 'There is no such file.',
  'disk-full': 'The disk is full.',
};
