import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Blobs as they lie on the server: `ab/abcd…` under the SHA-256 of their bytes, and what is on its way here in `incoming`. */
export type BlobFolder = {
  readonly incoming: string;
  pathOf(sha256: string): string;
  /** Gives a file its place. It is on the disk under its name, a power cut or not, when this resolves. */
  place(file: string, sha256: string): Promise<void>;
};

export async function openBlobFolder(folder: string): Promise<BlobFolder> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    incoming,
    pathOf,
    place: async (file, sha256) => {
      const target = pathOf(sha256);
      const isNew = await mkdir(dirname(target), { recursive: true });
      await flush(file, 'r+');
      await rename(file, target);
      await flushFolder(dirname(target));
      if (isNew !== undefined) await flushFolder(folder);
    },
  };
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** A new name in a folder survives a power cut only when the folder itself is flushed; Windows has no such call. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform !== 'win32') await flush(path, 'r');
}

async function flush(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  await file.sync().finally(() => file.close());
}
