import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Scanned } from '../../../test/make/papers/degrade.ts';
import { readOne } from './accuracy.ts';
import { correctionsOn } from './learning.ts';
import { type TestFile, testFile } from './made-files.ts';
import { recogniseNatively } from './native-tesseract.ts';
import { openThrough, type Through } from './read-through.ts';
import { registerSuppliers } from './register.ts';
import { quantile } from './statistics.ts';
import { printTable } from './tables.ts';

type Asked = { readonly firstSeed: number; readonly pages: number; readonly native: boolean };
export type SpeedReport = { readonly [figure: string]: number };

/** Times and memory, with no page taken from a cache: each file is of one page, and goes the product's whole way. */
export async function measureSpeed({ firstSeed, pages, native }: Asked): Promise<SpeedReport> {
  const files = await onePageFiles(firstSeed, pages);
  const digital = await onePageFiles(firstSeed, Math.ceil(pages / 2), 'digital');
  console.info(`\nspeed: ${files.length} pages, one after the other …`);
  const one = await openThrough(1, 'fresh');
  await one.register((store) =>
    registerSuppliers(
      store,
      files.map(({ truth }) => truth.supplierSeed),
    ),
  );
  await one.read(await testFile(firstSeed + 31_000, 'clean', { lineCount: 2 })); // warm-up
  const startMs = native ? await nativeStartMs() : 0;
  const [first, known, bare]: [number[], number[], number[]] = [[], [], []];
  for (const file of files) {
    const { after, firstMs, knownMs } = await timePage(one, file);
    first.push(firstMs);
    known.push(knownMs);
    if (native) bare.push((await timed(() => recogniseNatively(file.path))) - startMs);
    if (after === undefined) console.info(`  ${file.path} could not be read`);
  }
  console.info('born-digital pages …');
  const born: number[] = [];
  for (const file of digital) born.push((await one.read(file)).timingsMs.total);
  await one.close();
  console.info('one reader, then two, over the same pages …');
  const oneWorker = await pagesPerSecond(1, files);
  const twoWorkers = await pagesPerSecond(2, files);
  const report = {
    firstSeenMs: quantile(first, 0.5),
    knownMs: quantile(known, 0.5),
    nativeMs: quantile(bare, 0.5),
    firstSeenTotalMs: sum(first),
    knownTotalMs: sum(known),
    nativeTotalMs: sum(bare),
    bornDigitalMs: quantile(born, 0.5),
    bornDigitalP95Ms: quantile(born, 0.95),
    onePagesPerSecond: oneWorker.pagesPerSecond,
    twoPagesPerSecond: twoWorkers.pagesPerSecond,
    peakMb: twoWorkers.peakMb,
  };
  show(report, native);
  return report;
}

function show(report: Record<string, number>, native: boolean): void {
  const of = (name: string): number => report[name] ?? 0;
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  const ratio = (ours: number): string => (native ? (ours / of('nativeTotalMs')).toFixed(2) : '–');
  const reference = native ? ms(of('nativeMs')) : 'not installed';
  printTable(
    'speed, median of pages; ratio of all pages together',
    ['', 'ours', 'reference', 'ratio', 'aim'],
    [
      ['first-seen page, everything', ms(of('firstSeenMs')), reference, ratio(of('firstSeenTotalMs')), '≤ 1.00, never over 1.50'],
      ['page of a known supplier', ms(of('knownMs')), reference, ratio(of('knownTotalMs')), '≤ 0.40'],
      ['born-digital page', ms(of('bornDigitalMs')), '–', '–', '≤ 150 ms'],
      [
        'two workers against one, pages/s',
        of('twoPagesPerSecond').toFixed(2),
        of('onePagesPerSecond').toFixed(2),
        (of('twoPagesPerSecond') / of('onePagesPerSecond')).toFixed(2),
        '≥ 1.70',
      ],
      ['peak memory of two readers', `${of('peakMb').toFixed(0)} MB`, '–', '–', '≤ 700 MB'],
    ],
  );
}

/** As first seen, then again when its supplier's layout has been learned from it. */
async function timePage(through: Through, file: TestFile) {
  const first = await readOne(through, file);
  const after = await readOne(through, file, correctionsOn(first));
  return {
    firstMs: first.reading.timingsMs.total,
    knownMs: after.reading.timingsMs.total,
    after: first.reading.failure === undefined ? after : undefined,
  };
}

async function onePageFiles(firstSeed: number, count: number, only?: 'digital'): Promise<readonly TestFile[]> {
  const kinds: readonly Scanned[] = ['clean', 'office', 'worn', 'fax'];
  const files: TestFile[] = [];
  for (let seed = firstSeed + 30_000; files.length < count; seed += 1) {
    const file = await testFile(seed, only ?? kinds[files.length % kinds.length] ?? 'clean', {
      type: 'invoice',
      lineCount: 1 + (seed % 9),
    });
    if (file.truth.pages.length === 1) files.push(file);
  }
  return files;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return performance.now() - startedAtMs;
}

/** What the native engine takes to start and load its language: it is no part of bare recognition. */
async function nativeStartMs(): Promise<number> {
  const empty = join(tmpdir(), `fakturist-bench-empty-${process.pid}.png`);
  await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
    .png()
    .toFile(empty);
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) times.push(await timed(() => recogniseNatively(empty)));
  return quantile(times, 0.5);
}

async function pagesPerSecond(
  workers: number,
  files: readonly TestFile[],
): Promise<{ readonly pagesPerSecond: number; readonly peakMb: number }> {
  const through = await openThrough(workers, 'fresh');
  // Each reader reads one page before the clock starts.
  await Promise.all(files.slice(0, workers).map((file) => through.read(file)));
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, readersMb());
  }, 100);
  const tookMs = await timed(() => Promise.all(files.map((file) => through.read(file))));
  clearInterval(watch);
  await through.close();
  return { pagesPerSecond: (files.length * 1000) / tookMs, peakMb };
}

/** The resident memory of the reader processes that this process has started, in MB; 0 where there is no /proc. */
function readersMb(): number {
  let pages = 0;
  for (const pid of readerPids()) pages += Number(/VmRSS:\s+(\d+) kB/.exec(readQuietly(`/proc/${pid}/status`))?.[1] ?? 0);
  return pages / 1024;
}

const readQuietly = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process has just ended
  }
};

function readerPids(): readonly string[] {
  if (!existsSync('/proc/self')) return [];
  return readdirSync('/proc').filter(
    (name) =>
      /^\d+$/.test(name) &&
      readQuietly(`/proc/${name}/stat`).split(') ')[1]?.split(' ')[1] === String(process.pid) &&
      readQuietly(`/proc/${name}/cmdline`).includes('reader'),
  );
}
