import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blobs } from '../main/engine/blobs.ts';

/** Pictures of one file's pages, for as long as the file is read. */
export type ScratchBlobs = Pick<Blobs, 'put' | 'pathOf'> & AsyncDisposable;

export async function openScratchBlobs(folder: string): Promise<ScratchBlobs> {
  const own = await mkdtemp(join(folder, 'file-'));
  const pathOf = (sha256: string): string => join(own, sha256);
  return {
    pathOf,
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await writeFile(pathOf(sha256), bytes);
      return sha256;
    },
    [Symbol.asyncDispose]: () => rm(own, { recursive: true, force: true }),
  };
}
