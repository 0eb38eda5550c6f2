import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { EInvoicePage } from '../../../shared/contract/e-invoices.ts';
import { profileOf, readEInvoice, sheetOf } from '../../../shared/domain/e-invoices/index.ts';
import type { Store } from '../../../shared/run/store.ts';
import { looksLikeXml } from '../../../shared/xml/index.ts';

/** More of what has no place than anybody reads. */
const mostLeftOver = 500;

/** An e-invoice read anew from the file as it came, which is what was verified; null when the invoice did not come as XML. */
export async function eInvoicePage(
  store: Store,
  invoiceId: SupplierInvoiceId,
  bytesOf: (sha256: string) => Promise<Uint8Array | undefined>,
): Promise<EInvoicePage | null> {
  const invoice = await store.get('supplierInvoice', invoiceId);
  const file = invoice === undefined ? undefined : await store.get('sourceFile', invoice.fileId);
  const bytes = file === undefined ? undefined : await bytesOf(file.sha256);
  if (bytes === undefined || !looksLikeXml(bytes.subarray(0, 1024))) return null;
  const read = readEInvoice(bytes);
  if (!read.ok) return null;
  const { syntax, invoice: terms, leftOver } = read.value;
  return { syntax, profile: profileOf(read.value), sheet: sheetOf(terms), leftOver: leftOver.slice(0, mostLeftOver) };
}
