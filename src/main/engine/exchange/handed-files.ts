import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../../../shared/contract/engine.ts';
import { uuid } from '../../../shared/contract/uuid.ts';

export type HandedFile = { readonly fileId: string; readonly name: string; readonly path: string; readonly sha256: string };

/** Files that a person handed over to look at and import: kept while the program runs, and gone when it starts again. */
export type HandedFiles = {
  take(name: string, bytes: Uint8Array): Promise<HandedFile>;
  /** A file that lies where it lies, and is not copied. */
  name(name: string, path: string): Promise<HandedFile>;
  /** Throws `not-found`. */
  get(fileId: string): HandedFile;
  /** The path of a file of our own beside them. */
  scratch(name: string): Promise<string>;
  close(): Promise<void>;
};

export async function openHandedFiles(workspace: string): Promise<HandedFiles> {
  const folder = join(workspace, 'exchange');
  await rm(folder, { recursive: true, force: true });
  const files = new Map<string, HandedFile>();
  const keep = (file: HandedFile): HandedFile => {
    files.set(file.fileId, file);
    return file;
  };
  return {
    take: async (name, bytes) => {
      await mkdir(folder, { recursive: true });
      const fileId = uuid();
      const path = join(folder, fileId);
      await writeFile(path, bytes);
      return keep({ fileId, name, path, sha256: createHash('sha256').update(bytes).digest('hex') });
    },
    name: async (name, path) => {
      await mkdir(folder, { recursive: true });
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
      return keep({ fileId: uuid(), name, path, sha256: hash.digest('hex') });
    },
    get: (fileId) => {
      const file = files.get(fileId);
      if (file === undefined) throw new EngineError('not-found');
      return file;
    },
    scratch: async (name) => {
      await mkdir(folder, { recursive: true });
      return join(folder, name);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
