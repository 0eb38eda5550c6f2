/**
 * Every file of the third-party sets of broken and hostile files, through two real reader processes, page by page. Prints what
 * came of them, and fails when a file took a reader with it or kept one for too long.
 *
 * `npm run test:corpus [-- NAME…]`: only the files whose path holds one of the names.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openReaders } from '../../src/cli/open-readers.ts';
import { watchChildMemory } from './child-memory.ts';

const folders = ['pdfjs-hard-pdfs', 'verapdf', 'pillow-bad-images', 'ocrmypdf', 'paperless-ngx'];
const data = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const resources = fileURLToPath(new URL('../../resources', import.meta.url));
const readerCount = 2;
/** No single answer, to how many pages or to one page, may take longer. */
const hangMs = 10_000;

type Result = {
  readonly file: string;
  readonly ended: string;
  readonly pages: number;
  readonly words: number;
  readonly blank: number;
  readonly slowestMs: number;
  readonly tookMs: number;
};

const wanted = process.argv.slice(2);
const files = folders
  .flatMap((folder) => listFiles(join(data, folder)))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)));
if (files.length === 0) {
  console.info('skipped: the hostile files are not on this machine');
  process.exit(0);
}

const readers = openReaders(resources, readerCount);
const memory = watchChildMemory();
const results: Result[] = [];
const queue = [...files];
await Promise.all(
  Array.from({ length: readerCount }, async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) results.push(await readAll(file));
  }),
);
memory.stop();
await readers.close();
process.exitCode = report(results) ? 0 : 1;

async function readAll(path: string): Promise<Result> {
  const startedAtMs = performance.now();
  const result = { file: relative(data, path), pages: 0, words: 0, blank: 0, slowestMs: 0 };
  const timed = async <T>(work: Promise<T>): Promise<T> => {
    const beganAtMs = performance.now();
    const value = await work;
    result.slowestMs = Math.max(result.slowestMs, performance.now() - beganAtMs);
    return value;
  };
  const end = (ended: string): Result => ({ ...result, ended, tookMs: performance.now() - startedAtMs });

  const opened = await timed(readers.open(path, () => [0]));
  if (opened.kind !== 'done') return end(opened.kind === 'failed' ? opened.code : opened.kind);
  for (let page = 1; page <= opened.value.pageCount; page += 1) {
    const read = await timed(readers.readPage(path, page, () => [0]));
    if (read.kind !== 'done') return end(read.kind === 'failed' ? read.code : read.kind);
    result.pages += 1;
    result.words += read.value.words.words.length;
    if (read.value.words.flags.includes('blank')) result.blank += 1;
  }
  return end('read');
}

function report(all: readonly Result[]): boolean {
  const counts = new Map<string, number>();
  for (const { ended } of all) counts.set(ended, (counts.get(ended) ?? 0) + 1);
  const crashed = all.filter(({ ended }) => ended === 'reader-gone' || ended === 'reader-crashed');
  const hung = all.filter(({ ended, slowestMs }) => ended === 'took-too-long' || slowestMs > hangMs);
  const slowest = all.reduce((worst, one) => (one.slowestMs > worst.slowestMs ? one : worst));
  const sum = (pick: (result: Result) => number) => all.reduce((total, result) => total + pick(result), 0);
  const refused = [...counts].filter(([ended]) => ended !== 'read').map(([ended, count]) => `${ended} ${count}`);

  console.info(`files            ${all.length}`);
  console.info(
    `read             ${counts.get('read') ?? 0} (${sum(({ pages }) => pages)} pages, ${sum(({ blank }) => blank)} of them blank, ${sum(({ words }) => words)} words)`,
  );
  console.info(`refused          ${refused.join(', ') || 'none'}`);
  console.info(`crashes          ${crashed.length} ${crashed.map(({ file }) => file).join(' ')}`);
  console.info(`over ${hangMs / 1000} s        ${hung.length} ${hung.map(({ file }) => file).join(' ')}`);
  console.info(`slowest          ${(slowest.slowestMs / 1000).toFixed(1)} s ${slowest.file}`);
  console.info(`peak memory      ${Math.round(memory.largestMb())} MB a reader, ${Math.round(memory.togetherMb())} MB all`);
  return crashed.length === 0 && hung.length === 0;
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
