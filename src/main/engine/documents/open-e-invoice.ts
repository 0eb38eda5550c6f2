import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { type ReadEInvoice, readEInvoice } from '../../../shared/domain/e-invoices/index.ts';
import type { Store } from '../../../shared/run/store.ts';
import { looksLikeXml } from '../../../shared/xml/index.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { Readers } from '../intake/readers.ts';

/** An e-invoice as it came, read anew: the file is what was verified. */
export type OpenedEInvoice = { readonly bytes: Uint8Array; readonly read: ReadEInvoice };
export type OpeningAround = { readonly parts: Pick<EngineParts, 'blobs' | 'fetchBlob'>; readonly readers: Readers };

/** The e-invoice that an invoice is, from an XML file or out of a PDF that carries one; undefined: it came as neither, or is not to be had. */
export async function openEInvoice(
  store: Store,
  invoiceId: SupplierInvoiceId,
  { parts: { blobs, fetchBlob }, readers }: OpeningAround,
): Promise<OpenedEInvoice | undefined> {
  const invoice = await store.get('supplierInvoice', invoiceId);
  const file = invoice === undefined ? undefined : await store.get('sourceFile', invoice.fileId);
  if (file === undefined || !(await fetchBlob(file.sha256))) return undefined;
  const whole = await blobs.read(file.sha256);
  const bytes = looksLikeXml(whole.subarray(0, 1024))
    ? whole
    : invoice?.judgement === undefined
      ? undefined
      : await withinPdf(blobs.pathOf(file.sha256), readers);
  const read = bytes && readEInvoice(bytes);
  return bytes !== undefined && read?.ok ? { bytes, read: read.value } : undefined;
}

/** Somebody waits for it. */
const atOnce = () => [0];

async function withinPdf(path: string, readers: Readers): Promise<Uint8Array | undefined> {
  const opened = await readers.open(path, atOnce);
  return opened.kind === 'done' ? opened.value.invoiceXml : undefined;
}
