import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Original files, page images and words, each under the SHA-256 of its bytes: `blobs/ab/abcd…`. What has been put is on the disk
 * before the promise resolves, so a row may cite it. The same bytes are kept once.
 */
export type Blobs = {
  put(bytes: Uint8Array): Promise<string>;
  /** Takes a copy of a file as it is now; the file itself is not touched. */
  putFile(path: string): Promise<{ readonly sha256: string; readonly sizeBytes: number }>;
  read(sha256: string): Promise<Uint8Array>;
  has(sha256: string): Promise<boolean>;
  /** Where the bytes lie: for a reader, which gets a path and no more. */
  pathOf(sha256: string): string;
};

export async function openBlobs(workspace: string): Promise<Blobs> {
  const folder = join(workspace, 'blobs');
  const incoming = join(folder, 'incoming');
  await rm(incoming, { recursive: true, force: true }); // what a crash left half-written
  await mkdir(incoming, { recursive: true });
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

  /** Writes to a temporary file by `fill`, flushes it, and gives it its name. */
  async function keep(fill: (path: string) => Promise<string>): Promise<string> {
    const temporary = join(incoming, randomUUID());
    try {
      const sha256 = await fill(temporary);
      const target = pathOf(sha256);
      if (await exists(target)) return sha256;
      await mkdir(join(target, '..'), { recursive: true });
      await rename(temporary, target);
      await flushFolder(join(target, '..'));
      return sha256;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  return {
    pathOf,
    has: (sha256) => exists(pathOf(sha256)),
    read: (sha256) => readFile(pathOf(sha256)),
    put: (bytes) =>
      keep(async (path) => {
        const file = await open(path, 'wx');
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        return createHash('sha256').update(bytes).digest('hex');
      }),
    putFile: async (source) => {
      let sizeBytes = 0;
      const sha256 = await keep(async (path) => {
        const hash = createHash('sha256');
        const counted = new Transform({
          transform(chunk: Buffer, _, done) {
            hash.update(chunk);
            sizeBytes += chunk.length;
            done(null, chunk);
          },
        });
        const file = await open(path, 'wx');
        await pipeline(createReadStream(source), counted, file.createWriteStream({ flush: true }));
        return hash.digest('hex');
      });
      return { sha256, sizeBytes };
    },
  };
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A new name in a folder survives a power cut only when the folder itself is flushed; Windows has no such call. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}
