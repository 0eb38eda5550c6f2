import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Original files, page images and words, each under the SHA-256 of its bytes: `blobs/ab/abcd…`. What has been put is on the disk
 * before the promise resolves, so a row may cite it. The same bytes are kept once.
 */
export type Blobs = {
  put(bytes: Uint8Array): Promise<string>;
  /** Takes a copy of a file as it is now; the file itself is not touched. */
  putFile(path: string): Promise<{ readonly sha256: string; readonly sizeBytes: number }>;
  /** Bytes that come from elsewhere: false, and nothing is kept, when they are not those that the name says. */
  putStream(bytes: Readable, sha256: string): Promise<boolean>;
  read(sha256: string): Promise<Uint8Array>;
  has(sha256: string): Promise<boolean>;
  /** Removes those that were looked at longest ago, until all together are no more than this; never one of `keep`. */
  dropOldest(capBytes: number, keep: ReadonlySet<string>): Promise<void>;
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
  async function keep(fill: (path: string) => Promise<string>, promised?: string): Promise<string> {
    const temporary = join(incoming, randomUUID());
    try {
      const sha256 = await fill(temporary);
      if (promised !== undefined && promised !== sha256) return sha256;
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
    dropOldest: async (capBytes, kept) => {
      const found = await blobsIn(folder);
      let sizeBytes = found.reduce((sum, blob) => sum + blob.sizeBytes, 0);
      if (sizeBytes <= capBytes) return;
      for (const blob of found.sort((one, other) => one.usedAtMs - other.usedAtMs)) {
        if (sizeBytes <= capBytes) return;
        if (kept.has(blob.sha256)) continue;
        await rm(pathOf(blob.sha256), { force: true });
        sizeBytes -= blob.sizeBytes;
      }
    },
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
        const copied = await copyTo(path, createReadStream(source));
        sizeBytes = copied.sizeBytes;
        return copied.sha256;
      });
      return { sha256, sizeBytes };
    },
    putStream: async (bytes, sha256) => (await keep(async (path) => (await copyTo(path, bytes)).sha256, sha256)) === sha256,
  };
}

/** Writes a new file to the disk, and counts and hashes on the way. */
async function copyTo(path: string, bytes: Readable): Promise<{ readonly sha256: string; readonly sizeBytes: number }> {
  let sizeBytes = 0;
  const hash = createHash('sha256');
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  const file = await open(path, 'wx');
  await pipeline(bytes, counted, file.createWriteStream({ flush: true }));
  return { sha256: hash.digest('hex'), sizeBytes };
}

/** Every blob, its size, and when it was last looked at, to within a day or so: systems write that down seldom. */
async function blobsIn(folder: string) {
  const names = (await readdir(folder, { recursive: true })).map((path) => basename(path));
  const blobs = await Promise.all(
    names
      .filter((name) => /^[0-9a-f]{64}$/.test(name))
      .map(async (sha256) => {
        const found = await stat(join(folder, sha256.slice(0, 2), sha256)).catch(() => undefined);
        return found === undefined ? [] : [{ sha256, sizeBytes: found.size, usedAtMs: Math.max(found.atimeMs, found.mtimeMs) }];
      }),
  );
  return blobs.flat();
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
