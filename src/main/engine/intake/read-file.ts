import type { ReadFailure } from '../../../shared/contract/reader.ts';
import type { FileAround, FileJob } from './file-job.ts';
import { partDocuments } from './part-documents.ts';
import { patiently } from './patience.ts';
import { readPages } from './read-pages.ts';

export type ReadFile =
  | { readonly kind: 'read'; readonly pageCount: number; readonly timingsMs: ReadTimings }
  | { readonly kind: 'failed'; readonly code: ReadFailure }
  | { readonly kind: 'stopped' };
/** What the readers' work on a file took: opening it, its pages, and places read again; and all of it by the clock, from when the first reader took it up. */
export type ReadTimings = { readonly open: number; readonly read: number; readonly again: number; readonly total: number };

/**
 * Reads a file from end to end: pages become pictures and words, words become proposed documents, each told of as soon as the next
 * one begins. Throws what `onDocument` and the disk throw.
 */
export async function readFileWith(around: FileAround, job: FileJob): Promise<ReadFile> {
  const opened = await openFile(around, job);
  if (opened.kind !== 'done') return opened;
  const startedAtMs = performance.now() - opened.tookMs;
  const { pageCount } = opened;
  const wanted = numbersTo(pageCount).filter((page) => !job.registered.has(page));
  let pagesRead = pageCount - wanted.length;
  job.onProgress(pagesRead, pageCount, null);

  const parting = partDocuments(around, job, wanted);
  const read = await readPages(around, {
    ...job,
    wanted,
    isStopped: () => job.isStopped() || parting.hasFailed(),
    onPage: (page) => {
      pagesRead += 1;
      job.onProgress(pagesRead, pageCount, page);
      parting.take(page);
    },
  });
  const again = await parting.end(read.kind === 'read');
  if (read.kind !== 'read') return read;
  const total = performance.now() - startedAtMs;
  return { kind: 'read', pageCount, timingsMs: rounded({ open: opened.tookMs, read: read.tookMs, again, total }) };
}

type Opened =
  | { readonly kind: 'done'; readonly pageCount: number; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly code: ReadFailure }
  | { readonly kind: 'stopped' };

async function openFile(
  { readers, kept }: FileAround,
  { path, sha256, urgency, onReaderLost, isStopped }: FileJob,
): Promise<Opened> {
  const known = await kept.pageCount(sha256);
  if (known !== undefined) return { kind: 'done', pageCount: known, tookMs: 0 };
  const outcome = await patiently((when) => readers.open(path, when), { urgency: () => urgency(0), onReaderLost });
  if (isStopped()) return { kind: 'stopped' };
  if (outcome.kind === 'failed') return outcome;
  const { pageCount } = outcome.value;
  await kept.keepPageCount(sha256, pageCount);
  return { kind: 'done', pageCount, tookMs: outcome.tookMs };
}

const numbersTo = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place + 1);
const rounded = ({ open, read, again, total }: ReadTimings): ReadTimings => ({
  open: Math.round(open),
  read: Math.round(read),
  again: Math.round(again),
  total: Math.round(total),
});
