import { open, readFile } from 'node:fs/promises';
import type { ReadFailure } from '../../../shared/contract/reader.ts';
import {
  type EInvoiceFault,
  proposeEInvoice,
  type ReadEInvoice,
  supplierKeysOf,
} from '../../../shared/domain/e-invoices/index.ts';
import { looksLikeXml, xmlLimits } from '../../../shared/xml/index.ts';
import type { FileAround, FileJob } from './file-job.ts';
import type { ReadPageFacts } from './kept-pages.ts';
import { type PagesRead, readPages } from './read-pages.ts';

const enoughToTell = 1024;

/** What a file is by its first bytes, as far as its way through here depends on it. One that cannot be opened is for the readers to say. */
export async function kindOf(path: string): Promise<'xml' | 'pdf' | 'other'> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return 'other';
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(enoughToTell), 0, enoughToTell, 0);
    const start = buffer.subarray(0, bytesRead);
    if (looksLikeXml(start)) return 'xml';
    return Buffer.from(start).includes('%PDF-') ? 'pdf' : 'other';
  } finally {
    await file.close();
  }
}

/** The bytes of an XML file. One that is too large is not read in full, and will be refused. */
export async function xmlBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  const { size } = await file.stat().finally(() => file.close());
  return size > xmlLimits.bytes ? new Uint8Array(xmlLimits.bytes + 1) : readFile(path);
}

/** Why a file was refused, in the words of the readers. */
export const asReadFailure = ({ code }: EInvoiceFault): ReadFailure => failures[code];
const failures: { readonly [code in EInvoiceFault['code']]: ReadFailure } = {
  'too-large': 'e-invoice-too-large',
  'too-deep': 'e-invoice-too-large',
  'too-many-elements': 'e-invoice-too-large',
  'too-many-attributes': 'e-invoice-too-large',
  'document-type': 'document-type',
  'unknown-encoding': 'wrong-encoding',
  'wrong-encoding': 'wrong-encoding',
  malformed: 'malformed-xml',
  'not-an-e-invoice': 'not-an-e-invoice',
};

/**
 * Tells of the one document that an e-invoice is: its fields by its data, its pages those of the PDF around it. An XML file has none, and
 * is shown by its data. A document that is registered already is not told of again.
 */
export async function tellEInvoice(
  around: FileAround,
  job: FileJob,
  { eInvoice, pageCount }: { readonly eInvoice: ReadEInvoice; readonly pageCount: number },
): Promise<PagesRead & { readonly pageCount: number }> {
  if (job.registered.size > 0) return { kind: 'read', tookMs: 0, pageCount };
  const wanted = Array.from({ length: pageCount }, (_, place) => place + 1);
  const pages: ReadPageFacts[] = [];
  job.onProgress(0, pageCount, null);
  const onPage = (page: ReadPageFacts): void => {
    pages.push(page);
    job.onProgress(pages.length, pageCount, page);
  };
  const outcome = await readPages(around, { ...job, wanted, onPage });
  if (outcome.kind !== 'read') return { ...outcome, pageCount };
  const known = await around.knowledge(supplierKeysOf(eInvoice.invoice));
  const proposal = proposeEInvoice(eInvoice.invoice, { suppliers: known.suppliers, pages: wanted });
  pages.sort((one, other) => one.words.page - other.words.page);
  if (!job.isStopped()) await job.onDocument({ proposal, pages, around: known, eInvoice });
  return { ...outcome, pageCount };
}
