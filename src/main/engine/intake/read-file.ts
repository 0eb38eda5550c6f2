import type { ReadFailure } from '../../../shared/contract/reader.ts';
import { type EInvoiceFault, readEInvoice } from '../../../shared/domain/e-invoices/index.ts';
import type { FileAround, FileJob } from './file-job.ts';
import { partDocuments } from './part-documents.ts';
import { patiently } from './patience.ts';
import { asReadFailure, kindOf, tellEInvoice, xmlBytes } from './read-e-invoice.ts';
import { readPages } from './read-pages.ts';

export type ReadFile =
  /** `unread`: why the data that a PDF carries could not be read, so that its pages were. */
  | { readonly kind: 'read'; readonly pageCount: number; readonly timingsMs: ReadTimings; readonly unread?: EInvoiceFault }
  /** `fault`: what more is known of why an e-invoice was refused. */
  | { readonly kind: 'failed'; readonly code: ReadFailure; readonly fault?: EInvoiceFault }
  | { readonly kind: 'stopped' };
/** What the readers' work on a file took: opening it, its pages, and places read again; and all of it by the clock, from when the first reader took it up. */
export type ReadTimings = { readonly open: number; readonly read: number; readonly again: number; readonly total: number };

/**
 * Reads a file from end to end. Its data, where it is an e-invoice or a PDF that carries one; else pages become pictures and words, words
 * become proposed documents, each told of as soon as the next one begins. Throws what `onDocument` and the disk throw.
 */
export async function readFileWith(around: FileAround, job: FileJob): Promise<ReadFile> {
  const kind = await kindOf(job.path);
  if (kind === 'xml') return readXml(around, job);
  const opened = await openFile(around, job, kind);
  if (opened.kind !== 'done') return opened;
  const startedAtMs = performance.now() - opened.tookMs;
  const { pageCount, invoiceXml } = opened;
  const read = invoiceXml && readEInvoice(invoiceXml);
  if (read?.ok) {
    const told = await tellEInvoice(around, job, { eInvoice: read.value, pageCount });
    return ended(told, { open: opened.tookMs, startedAtMs });
  }
  const wanted = numbersTo(pageCount).filter((page) => !job.registered.has(page));
  let pagesRead = pageCount - wanted.length;
  job.onProgress(pagesRead, pageCount, null);

  const parting = partDocuments(around, job, wanted);
  const pages = await readPages(around, {
    ...job,
    wanted,
    isStopped: () => job.isStopped() || parting.hasFailed(),
    onPage: (page) => {
      pagesRead += 1;
      job.onProgress(pagesRead, pageCount, page);
      parting.take(page);
    },
  });
  const again = await parting.end(pages.kind === 'read');
  const outcome = ended({ ...pages, pageCount }, { open: opened.tookMs, startedAtMs, again });
  return outcome.kind === 'read' && read !== undefined ? { ...outcome, unread: read.error } : outcome;
}

async function readXml(around: FileAround, job: FileJob): Promise<ReadFile> {
  const startedAtMs = performance.now();
  const read = readEInvoice(await xmlBytes(job.path));
  if (!read.ok) return { kind: 'failed', code: asReadFailure(read.error), fault: read.error };
  const open = performance.now() - startedAtMs;
  return ended(await tellEInvoice(around, job, { eInvoice: read.value, pageCount: 0 }), { open, startedAtMs });
}

type Took = { readonly open: number; readonly startedAtMs: number; readonly again?: number };

function ended(outcome: Awaited<ReturnType<typeof tellEInvoice>>, { open, startedAtMs, again = 0 }: Took): ReadFile {
  if (outcome.kind !== 'read') return outcome;
  const total = performance.now() - startedAtMs;
  return { kind: 'read', pageCount: outcome.pageCount, timingsMs: rounded({ open, read: outcome.tookMs, again, total }) };
}

type Opened =
  | { readonly kind: 'done'; readonly pageCount: number; readonly invoiceXml?: Uint8Array | undefined; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly code: ReadFailure }
  | { readonly kind: 'stopped' };

/** How many pages it has; of a file that was opened before that is kept, but what a PDF carries is not. */
async function openFile(
  { readers, kept }: FileAround,
  { path, sha256, urgency, onReaderLost, isStopped }: FileJob,
  fileKind: 'pdf' | 'other',
): Promise<Opened> {
  const known = fileKind === 'pdf' ? undefined : await kept.pageCount(sha256);
  if (known !== undefined) return { kind: 'done', pageCount: known, tookMs: 0 };
  const outcome = await patiently((when) => readers.open(path, when), { urgency: () => urgency(0), onReaderLost });
  if (isStopped()) return { kind: 'stopped' };
  if (outcome.kind === 'failed') return outcome;
  const { pageCount, invoiceXml } = outcome.value;
  await kept.keepPageCount(sha256, pageCount);
  return { kind: 'done', pageCount, invoiceXml, tookMs: outcome.tookMs };
}

const numbersTo = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place + 1);
const rounded = ({ open, read, again, total }: ReadTimings): ReadTimings => ({
  open: Math.round(open),
  read: Math.round(read),
  again: Math.round(again),
  total: Math.round(total),
});
