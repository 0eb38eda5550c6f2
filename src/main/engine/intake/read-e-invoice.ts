import { open, readFile } from 'node:fs/promises';
import type { ReadFailure } from '../../../shared/contract/reader.ts';
import {
  type EInvoiceFault,
  proposeEInvoice,
  type ReadEInvoice,
  supplierKeysOf,
} from '../../../shared/domain/e-invoices/index.ts';
import {
  type Field,
  type Fields,
  type FieldValue,
  fieldNames,
  type Proposal,
} from '../../../shared/domain/invoice-fields/index.ts';
import { looksLikeXml, xmlLimits } from '../../../shared/xml/index.ts';
import type { FileAround, FileJob, Rendering } from './file-job.ts';
import type { ReadPageFacts } from './kept-pages.ts';
import { type PagesRead, readPages } from './read-pages.ts';

const enoughToTell = 1024;

/** What a file is by its first bytes, as far as its way through here depends on it. */
export async function kindOf(path: string): Promise<'xml' | 'pdf' | 'other'> {
  const file = await open(path);
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
  'too-large': 'too-large',
  'too-deep': 'too-large',
  'too-many-elements': 'too-large',
  'too-many-attributes': 'too-large',
  'document-type': 'document-type',
  'unknown-encoding': 'wrong-encoding',
  'wrong-encoding': 'wrong-encoding',
  malformed: 'malformed-xml',
  'not-an-e-invoice': 'not-an-e-invoice',
};

/**
 * Tells of the one document that an e-invoice is: its fields by its data, its pages those of the PDF around it or of a rendering, and
 * none when there is neither. A document that is registered already is not told of again.
 */
export async function tellEInvoice(
  around: FileAround,
  job: FileJob,
  { eInvoice, pdf }: { readonly eInvoice: ReadEInvoice; readonly pdf: Pick<Rendering, 'path' | 'pageCount'> | undefined },
): Promise<PagesRead & { readonly pageCount: number }> {
  const rendering = pdf === undefined ? await around.render?.(eInvoice) : undefined;
  const { path, pageCount } = pdf ?? rendering ?? { path: job.path, pageCount: 0 };
  if (job.registered.size > 0) return { kind: 'read', tookMs: 0, pageCount };
  const wanted = Array.from({ length: pageCount }, (_, place) => place + 1);
  const pages: ReadPageFacts[] = [];
  job.onProgress(0, pageCount, null);
  const onPage = (page: ReadPageFacts): void => {
    pages.push(page);
    job.onProgress(pages.length, pageCount, page);
  };
  const outcome = await readPages(around, { ...job, path, wanted, onPage });
  if (outcome.kind !== 'read') return { ...outcome, pageCount };
  const known = await around.knowledge(supplierKeysOf(eInvoice.invoice));
  const proposal = placed(proposeEInvoice(eInvoice.invoice, { suppliers: known.suppliers, pages: wanted }), rendering?.places);
  pages.sort((one, other) => one.words.page - other.words.page);
  if (!job.isStopped()) await job.onDocument({ proposal, pages, around: known, eInvoice });
  return { ...outcome, pageCount };
}

/** With the place of each value on the rendered page. */
function placed(proposal: Proposal, places: Rendering['places'] = new Map()): Proposal {
  const placedField = (field: Field<FieldValue>): Field<FieldValue> => ({ ...field, ...places.get(field.source ?? '') });
  const fields = Object.fromEntries(fieldNames.map((name) => [name, placedField(proposal.fields[name])]));
  return { ...proposal, fields: fields as Fields }; // each as it was, with its place
}
