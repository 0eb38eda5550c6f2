import { asPageWords, type PageWords } from '../../../shared/base/page.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import type { EngineParts } from '../engine-parts.ts';

/** The words of an invoice's pages but its appendices, in order; undefined where some are not on this workstation and cannot be fetched. */
export async function invoiceWords(
  { blobs, fetchBlob }: Pick<EngineParts, 'blobs' | 'fetchBlob'>,
  { pages }: Pick<SupplierInvoice, 'pages'>,
): Promise<readonly PageWords[] | undefined> {
  const words: PageWords[] = [];
  for (const { wordsSha256, isAppendix } of pages) {
    if (isAppendix === true) continue;
    if (!(await fetchBlob(wordsSha256))) return undefined;
    words.push(asPageWords(JSON.parse(new TextDecoder().decode(await blobs.read(wordsSha256))))); // written by ourselves, under its own hash
  }
  return words.length === 0 ? undefined : words;
}
