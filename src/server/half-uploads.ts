import { createWriteStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import type { WireErrorCode } from '../shared/contract/wire.ts';
import { asWireFailure } from './open-app.ts';

/** Uploads that are on their way, as tus keeps them: a file each, and a note of what was promised. */
export type HalfUploads = FileStore;

/** So long one that was broken off can go on. */
const keptMs = 24 * 3_600_000;

/** Throws away what was begun and not finished, of founding logs too. */
export async function tidyUp(directory: string, nowMs: number): Promise<void> {
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    const { mtimeMs = nowMs } = (await stat(path).catch(() => undefined)) ?? {}; // another may have just been finished
    if (nowMs - mtimeMs > keptMs) await rm(path, { force: true });
  }
}

export function openHalfUploads(directory: string): HalfUploads {
  const files = new FileStore({ directory });
  files.extensions = ['creation', 'creation-with-upload'];
  const create = files.create.bind(files);
  files.create = (upload) => create(upload).catch(throwAsTus);
  // The library's own says of every failure that it is one, and not that the disk is full.
  files.write = async (readable, id, offset) => {
    const file = createWriteStream(join(directory, id), { flags: 'r+', start: offset });
    await pipeline(readable, file).catch((error) => throwAsTus(error));
    return offset + file.bytesWritten;
  };
  return files;
}

/** What tus answers with the status and the body that it says. */
export function asTusError(error: unknown): { readonly status_code: number; readonly body: string } {
  const { status, body } = asWireFailure(error);
  return { status_code: status, body: JSON.stringify(body) };
}

function throwAsTus(error: unknown): never {
  const failure = asWireFailure(error);
  throw failure.body.code === 'disk-full' ? asTusError(failure) : error;
}

/** The wire's word for what tus itself finds wrong. */
export function codeOfStatus(status: number): WireErrorCode {
  if (status === 413) return 'too-large';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 423) return 'busy';
  return status >= 500 ? 'failed' : 'malformed';
}
