import { stat } from 'node:fs/promises';
import { openFile } from './open-file.ts';
import type { OpenFile } from './opened.ts';

/** The file that was asked for last stays open, so that its pages can be asked for one by one. */
export type KeptOpen = {
  /** The file at a path: the one that is open, if it is the same; else that one is closed first. Throws as openFile does. */
  readonly open: (path: string) => Promise<OpenFile>;
  readonly close: () => Promise<void>;
};

export function keepOpen(): KeptOpen {
  let kept: { readonly key: string; readonly file: OpenFile } | undefined;

  async function close(): Promise<void> {
    const last = kept;
    kept = undefined;
    await last?.file.close();
  }

  return {
    close,
    open: async (path) => {
      const key = await identify(path);
      if (kept?.key === key) return kept.file;
      await close();
      const file = await openFile(path);
      kept = { key, file };
      return file;
    },
  };
}

/** A path may get other bytes. */
async function identify(path: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(path);
  return JSON.stringify([path, ino, size, mtimeMs]);
}
