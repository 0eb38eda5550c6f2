import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..', '..');
export const cacheFolder = join(root, 'out', 'bench-cache');

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** One short hash of all that lies in some folders and files of the repository; of large files the size stands for what is in them. */
export function sourceHash(...paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((one) => filesUnder(join(root, one)))) {
    hash.update(path.slice(root.length));
    const { size } = statSync(path);
    hash.update(size > 500_000 ? String(size) : readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
