import type { ReadFailure } from '../../../shared/contract/reader.ts';
import type { Blobs } from '../blobs.ts';
import type { KeptPages, ReadPageFacts } from './kept-pages.ts';
import { patiently } from './patience.ts';
import type { Readers } from './readers.ts';

export type PagesAround = {
  readonly readers: Readers;
  readonly blobs: Pick<Blobs, 'put' | 'pathOf'>;
  readonly kept: Pick<KeptPages, 'page' | 'keepPage'>;
};
export type PagesJob = {
  readonly path: string;
  readonly sha256: string;
  /** The numbers of the pages to read, in order. */
  readonly wanted: readonly number[];
  readonly urgency: (page: number) => readonly number[];
  /** Pages come in any order. */
  readonly onPage: (page: ReadPageFacts) => void;
  readonly onReaderLost: () => void;
  readonly isStopped: () => boolean;
};
export type PagesRead =
  | { readonly kind: 'read'; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly code: ReadFailure }
  | { readonly kind: 'stopped' };

/**
 * Reads pages of one file by whichever readers are free, the most urgent first, several at a time. A page that was read before, in
 * this run or an earlier one, is not read again. Ends at the first page that cannot be read.
 */
export async function readPages(around: PagesAround, job: PagesJob): Promise<PagesRead> {
  const left = new Set(job.wanted);
  const failed = new AbortController();
  let failure: ReadFailure | undefined;
  let tookMs = 0;

  const isOver = (): boolean => failure !== undefined || job.isStopped();
  async function readNext(): Promise<void> {
    while (!isOver()) {
      const page = mostUrgent(left, job.urgency);
      if (page === undefined) return;
      left.delete(page);
      await readPage(page);
    }
  }

  async function readPage(page: number): Promise<void> {
    const { readers, blobs, kept } = around;
    const before = await kept.page(job.sha256, page);
    if (before !== undefined) return job.onPage(before);
    const outcome = await patiently((when) => readers.readPage(job.path, page, when, failed.signal), {
      urgency: () => job.urgency(page),
      onReaderLost: job.onReaderLost,
      signal: failed.signal,
    });
    if (outcome.kind === 'failed') {
      failure ??= outcome.code;
      failed.abort(); // those that wait need not be read
      return;
    }
    const { image, imageType, words, pixelHash } = outcome.value;
    tookMs += outcome.tookMs;
    const facts: ReadPageFacts = { imageSha256: await blobs.put(image), imageType, words, pixelHash };
    await kept.keepPage(job.sha256, facts);
    job.onPage(facts);
  }

  await Promise.all(Array.from({ length: Math.max(4, 2 * around.readers.ready()) }, readNext));
  if (failure !== undefined) return { kind: 'failed', code: failure };
  return job.isStopped() ? { kind: 'stopped' } : { kind: 'read', tookMs };
}

function mostUrgent(pages: ReadonlySet<number>, urgency: PagesJob['urgency']): number | undefined {
  const [first] = pages;
  if (first === undefined) return undefined;
  let best = first;
  for (const page of pages) if (isSooner(urgency(page), urgency(best))) best = page;
  return best;
}

const isSooner = (one: readonly number[], other: readonly number[]): boolean => {
  const place = one.findIndex((part, at) => part !== other[at]);
  return place >= 0 && (one[place] ?? 0) < (other[place] ?? 0);
};
