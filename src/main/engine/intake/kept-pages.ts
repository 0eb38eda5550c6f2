import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asPageWords, type PageWords } from '../../../shared/base/page.ts';
import { readerVersion } from '../../../shared/contract/reader.ts';
import type { Blobs } from '../blobs.ts';

/** A page that has been read, before it belongs to a document. Its picture is a blob already; its words may be read closer yet. */
export type ReadPageFacts = {
  readonly imageSha256: string;
  readonly imageType: 'image/jpeg' | 'image/png';
  readonly words: PageWords;
  readonly pixelHash?: string | null | undefined;
  /** Its places in doubt have been read again. */
  readonly isReadClosely?: boolean;
};

/**
 * What readers have given of files that are not registered in full yet: `read-pages/<sha256 of the file>/<reader version>/`. So no page
 * is read twice, whatever process dies and however often a file is tried; only a new version of the reader reads it anew. Nothing
 * here is the only copy of anything, so it is not flushed: what a power cut takes is read again.
 */
export type KeptPages = {
  pageCount(fileSha256: string): Promise<number | undefined>;
  keepPageCount(fileSha256: string, pageCount: number): Promise<void>;
  page(fileSha256: string, page: number): Promise<ReadPageFacts | undefined>;
  keepPage(fileSha256: string, page: ReadPageFacts): Promise<void>;
  /** Those that are kept, in no order. */
  all(fileSha256: string): Promise<readonly ReadPageFacts[]>;
  /** The files of which something is kept. */
  files(): Promise<readonly string[]>;
  /** The file is registered in full. */
  forget(fileSha256: string): Promise<void>;
};

export function openKeptPages(workspace: string, blobs: Pick<Blobs, 'has'>): KeptPages {
  const folderOf = (fileSha256: string): string => join(workspace, 'read-pages', fileSha256, readerVersion);

  async function keep(fileSha256: string, name: string, value: unknown): Promise<void> {
    const folder = folderOf(fileSha256);
    const temporary = join(folder, `${randomUUID()}.new`);
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, JSON.stringify(value));
    await rename(temporary, join(folder, name));
  }
  /** Undefined where nothing is kept, or what is there was cut off. */
  async function kept(fileSha256: string, name: string): Promise<unknown> {
    const text = await readFile(join(folderOf(fileSha256), name), 'utf8').catch(() => '');
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }
  async function page(fileSha256: string, number: number): Promise<ReadPageFacts | undefined> {
    const found = (await kept(fileSha256, `${number}.json`)) as ReadPageFacts | undefined; // written by ourselves, whole or not at all
    if (found === undefined || !(await blobs.has(found.imageSha256))) return undefined;
    return { ...found, words: asPageWords(found.words) };
  }

  return {
    page,
    pageCount: async (fileSha256) => {
      const count = await kept(fileSha256, 'pages.json');
      return typeof count === 'number' ? count : undefined;
    },
    keepPageCount: (fileSha256, pageCount) => keep(fileSha256, 'pages.json', pageCount),
    keepPage: (fileSha256, facts) => keep(fileSha256, `${facts.words.page}.json`, facts),
    all: async (fileSha256) => {
      const names = await readdir(folderOf(fileSha256)).catch(() => []);
      const numbers = names.flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []);
      const pages = await Promise.all(numbers.map((number) => page(fileSha256, Number(number))));
      return pages.filter((one) => one !== undefined);
    },
    files: () => readdir(join(workspace, 'read-pages')).catch(() => []),
    forget: (fileSha256) => rm(join(workspace, 'read-pages', fileSha256), { recursive: true, force: true }),
  };
}
