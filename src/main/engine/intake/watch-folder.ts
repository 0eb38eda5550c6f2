import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { codeOf } from '../failures.ts';

/** Where a file goes when it has been dealt with, beside where it lay. */
export type SortedInto = 'taken-in' | 'rejected';

/** How often the folder is looked at, and how long a file must have kept its size: it may still be copied over a network. */
const lookEveryMs = 500;
const settledMs = 1_500;
/** Files that were told of stay where they are while they are read; they are looked at this much more seldom. */
const seldom = 10;

type Seen = { readonly size: number; readonly mtimeMs: number; readonly sinceMs: number; readonly told: boolean };

/**
 * Tells of every file that lies in a folder, once it has stopped growing, and again when it has changed. The folder is looked at
 * again and again, since a network share sends no events. Sub-folders and names that begin with a dot are left alone.
 */
export async function watchFolder(
  folder: string,
  onFile: (path: string) => void,
  onGone: () => void,
): Promise<{ close(): void }> {
  await mkdir(folder, { recursive: true });
  let seen = new Map<string, Seen>();
  let looks = 0;
  let isGone = false;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function look(): Promise<void> {
    const names = await namesIn(folder);
    if (names === undefined) {
      if (!isGone) onGone();
      isGone = true;
      return;
    }
    isGone = false;
    looks += 1;
    const next = new Map<string, Seen>();
    for (const name of names) {
      const before = seen.get(name);
      const now = before?.told === true && looks % seldom !== 0 ? before : await seenNow(join(folder, name), before);
      if (now === undefined || closed) continue;
      next.set(name, now);
      if (now.told && before?.told !== true) onFile(join(folder, name));
    }
    seen = next;
  }

  const again = (): void => {
    if (!closed) timer = setTimeout(() => void look().catch(onGone).finally(again), lookEveryMs);
  };
  again();
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}

const namesIn = async (folder: string): Promise<readonly string[] | undefined> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  return entries?.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
};

/** A file as it is now, and whether it has settled; undefined when it has gone. */
async function seenNow(path: string, before: Seen | undefined): Promise<Seen | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  const { size, mtimeMs } = found;
  const nowMs = performance.now();
  if (before === undefined || before.size !== size || before.mtimeMs !== mtimeMs)
    return { size, mtimeMs, sinceMs: nowMs, told: false };
  return { ...before, told: before.told || nowMs - before.sinceMs >= settledMs };
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
