import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFile } from '../../../src/main/reader/open-file.ts';
import { readPage } from '../../../src/main/reader/read-page.ts';
import { type Recogniser, startRecogniser } from '../../../src/main/reader/recognise.ts';
import type { Day } from '../../../src/shared/base/day.ts';
import type { PageWords } from '../../../src/shared/base/page.ts';
import { type KnownSupplier, proposeDocuments } from '../../../src/shared/domain/extraction/index.ts';
import type { Proposal } from '../../../src/shared/domain/invoice-fields/index.ts';
import { cacheFolder, root, sourceHash } from './source-hash.ts';

/** What reading a file gave. */
export type Reading = { readonly words: readonly PageWords[]; readonly documents: readonly Proposal[] };
export type Through = {
  readonly read: (
    file: { readonly path: string; readonly sha256: string },
    suppliers: readonly KnownSupplier[],
  ) => Promise<Reading>;
  readonly close: () => Promise<void>;
};

const version = sourceHash('src/main/reader', 'resources/ocr');
const today = '2026-11-25' as Day;

/** Reads files one after the other, as many at a time as there are recognisers; words that were read before by the same reader are taken from the cache. */
export function openThrough(count: number, { useCache }: { readonly useCache: boolean }): Through {
  const free: Recogniser[] = [];
  const waiting: ((recogniser: Recogniser) => void)[] = [];
  let started = 0;

  async function take(): Promise<Recogniser> {
    const ready = free.pop();
    if (ready) return ready;
    if (started < count) {
      started += 1;
      return startRecogniser(join(root, 'resources', 'ocr'));
    }
    return new Promise((resolve) => waiting.push(resolve));
  }
  const give = (recogniser: Recogniser): void => {
    const next = waiting.shift();
    if (next) next(recogniser);
    else free.push(recogniser);
  };

  async function wordsOf(path: string): Promise<readonly PageWords[]> {
    const recogniser = await take();
    try {
      const file = await openFile(path);
      const words: PageWords[] = [];
      for (let page = 1; page <= file.pageCount; page += 1)
        words.push((await readPage(await file.openPage(page), page, recogniser.recognise)).words);
      await file.close();
      return words;
    } finally {
      give(recogniser);
    }
  }

  return {
    read: async ({ path, sha256 }, suppliers) => {
      const kept = join(cacheFolder, 'words', version, `${sha256}.json`);
      const words =
        useCache && existsSync(kept) ? (JSON.parse(await readFile(kept, 'utf8')) as readonly PageWords[]) : await wordsOf(path);
      if (!existsSync(kept)) {
        await mkdir(join(cacheFolder, 'words', version), { recursive: true });
        await writeFile(`${kept}.new`, JSON.stringify(words));
        await rename(`${kept}.new`, kept);
      }
      return { words, documents: proposeDocuments(words, { suppliers, today }).documents };
    },
    close: async () => void (await Promise.all(free.map((recogniser) => recogniser.stop()))),
  };
}
