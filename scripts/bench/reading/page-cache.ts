import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FileAround } from '../../../src/main/engine/intake/file-job.ts';
import type { ReadPageFacts } from '../../../src/main/engine/intake/kept-pages.ts';
import type { Outcome, Readers } from '../../../src/main/engine/intake/readers.ts';
import type { Word } from '../../../src/shared/base/page.ts';
import { cacheFolder, sha256Of, sourceHash } from './source-hash.ts';

/** What readers gave, kept under the file's bytes and the reader's sources: to tune the extraction without recognising a page anew. */
export type PageCache = Pick<FileAround, 'blobs' | 'kept'> & {
  /** The same readers, but what they read closely before is not read again. */
  readonly remembering: (readers: Readers) => Readers;
};
/** `fresh`: nothing is taken from the cache · `this-reader` · `any-reader`: also what an earlier version of the reader gave. */
export type CacheUse = 'fresh' | 'this-reader' | 'any-reader';

const version = sourceHash('src/main/reader', 'src/shared/contract/reader.ts', 'resources/ocr');
const folder = join(cacheFolder, 'read');
/** So many versions of the reader are remembered. */
const mostVersions = 6;

export async function openPageCache(use: CacheUse): Promise<PageCache> {
  await mkdir(join(folder, version), { recursive: true });
  const versions = await latestVersions();
  const blobs = join(cacheFolder, 'pictures');
  await mkdir(blobs, { recursive: true });

  async function find<Value>(...parts: readonly string[]): Promise<Value | undefined> {
    if (use === 'fresh') return undefined;
    for (const one of use === 'any-reader' ? versions : [version]) {
      const path = join(folder, one, ...parts);
      if (existsSync(path)) return JSON.parse(await readFile(path, 'utf8')) as Value; // written by ourselves
    }
    return undefined;
  }
  async function keep(value: unknown, ...parts: readonly string[]): Promise<void> {
    const path = join(folder, version, ...parts);
    await mkdir(join(path, '..'), { recursive: true });
    const temporary = `${path}.${process.pid}`;
    await writeFile(temporary, JSON.stringify(value));
    await rename(temporary, path);
  }

  return {
    blobs: {
      put: async (bytes) => {
        const sha256 = sha256Of(bytes);
        if (!existsSync(join(blobs, sha256))) await writeFile(join(blobs, sha256), bytes);
        return sha256;
      },
      pathOf: (sha256) => join(blobs, sha256),
    },
    kept: {
      page: (sha256, page) => find<ReadPageFacts>(sha256, `${page}.json`),
      // Close readings are kept apart: which places are read again is the extraction's choice.
      keepPage: async (sha256, facts) => (facts.isReadClosely ? undefined : keep(facts, sha256, `${facts.words.page}.json`)),
      pageCount: (sha256) => find<number>(sha256, 'pages.json'),
      keepPageCount: (sha256, count) => keep(count, sha256, 'pages.json'),
    },
    remembering: (readers) => ({
      ...readers,
      readZones: async (path, zones, urgency): Promise<Outcome<readonly (readonly Word[])[]>> => {
        const nameOf = (what: unknown): string => `${sha256Of(basename(path) + JSON.stringify(what)).slice(0, 32)}.json`;
        const known = await find<readonly (readonly Word[])[]>('zones', nameOf(zones));
        if (known !== undefined) return { kind: 'done', value: known, tookMs: 0 };
        // Zones are read on one picture, and what stands beside a zone may change how it is read: near enough for whoever tunes the extraction.
        const singly =
          use === 'any-reader' ? await Promise.all(zones.map((zone) => find<readonly Word[]>('zones', nameOf(zone)))) : [];
        const whole = singly.filter((words) => words !== undefined);
        if (zones.length > 0 && whole.length === zones.length) return { kind: 'done', value: whole, tookMs: 0 };
        const outcome = await readers.readZones(path, zones, urgency);
        if (outcome.kind !== 'done') return outcome;
        await keep(outcome.value, 'zones', nameOf(zones));
        await Promise.all(zones.map((zone, at) => keep(outcome.value[at] ?? [], 'zones', nameOf(zone))));
        return outcome;
      },
    }),
  };
}

/** The newest first; older ones are thrown away. */
async function latestVersions(): Promise<readonly string[]> {
  const names = await readdir(folder);
  const dated = await Promise.all(
    names.map(async (name) => ({
      name,
      atMs: name === version ? Number.POSITIVE_INFINITY : (await stat(join(folder, name))).mtimeMs,
    })),
  );
  const sorted = dated.toSorted((a, b) => b.atMs - a.atMs).map(({ name }) => name);
  await Promise.all(sorted.slice(mostVersions).map((name) => rm(join(folder, name), { recursive: true, force: true })));
  return sorted.slice(0, mostVersions);
}
