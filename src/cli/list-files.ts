import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const readable = /\.(pdf|jpe?g|png|tiff?|xml)$/i;

/**
 * The files that some names stand for: a file for itself, whatever it is called, and a folder for every picture, PDF and XML in it and
 * its sub-folders (or files with other endings), in the order of their paths. Names that begin with a dot are left out.
 */
export async function listFiles(names: readonly string[], ofKind: RegExp = readable): Promise<readonly string[]> {
  const lists = await Promise.all(names.map(async (name) => ((await isFolder(name)) ? filesIn(name, ofKind) : [name])));
  return lists.flat();
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function filesIn(folder: string, ofKind: RegExp): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && ofKind.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !path
          .slice(folder.length)
          .split(/[\\/]/)
          .some((part) => part.startsWith('.')),
    )
    .sort();
}
