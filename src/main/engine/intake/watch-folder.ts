import { mkdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** Where a file goes when it has been dealt with, beside where it lay. */
export type SortedInto = 'taken-in' | 'rejected';

/** How long a file must have kept its size before it is taken: it may still be copied over a network. */
const settledMs = 1_500;

/**
 * Tells of every file that lies in a folder, once it has stopped growing. The folder is asked, not listened to, since a network
 * share sends no events. Its sub-folders are left alone.
 */
export async function watchFolder(folder: string, onFile: (path: string) => void, onGone: () => void): Promise<FSWatcher> {
  await mkdir(folder, { recursive: true });
  const watcher = watch(folder, {
    depth: 0,
    usePolling: true,
    interval: 400,
    awaitWriteFinish: { stabilityThreshold: settledMs, pollInterval: 300 },
    ignored: (path) =>
      path !== folder && (basename(path).startsWith('.') || basename(path) === 'taken-in' || basename(path) === 'rejected'),
  });
  watcher.on('add', onFile);
  watcher.on('change', onFile);
  watcher.on('unlinkDir', (path) => path === folder && onGone());
  watcher.on('error', onGone);
  return watcher;
}

/** Moves a file into `taken-in/` or `rejected/` beside it, under a name that is free. A file that has gone is no fault. */
export async function sortFile(path: string, into: SortedInto): Promise<void> {
  const folder = join(dirname(path), into);
  await mkdir(folder, { recursive: true });
  try {
    await rename(path, await freeName(folder, basename(path)));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

async function freeName(folder: string, name: string): Promise<string> {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${extension}`);
    const taken = await stat(path).then(
      () => true,
      () => false,
    );
    if (!taken) return path;
  }
}

/** The system's own code of a failure: 'ENOENT', 'ENOSPC' … */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
