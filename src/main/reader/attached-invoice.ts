import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The names that Factur-X, ZUGFeRD and XRechnung give the invoice within a PDF. */
const invoiceNames = /^(factur-x|zugferd-invoice|xrechnung)\.xml$/i;
/** Of an e-invoice's bytes: see the limits of the XML parser. */
const mostBytes = 25_000_000;

/**
 * The XML invoice that a hybrid PDF carries, as its bytes stand: by the name that its standard gives it, and else the only XML that is
 * attached. Undefined when there is none, or it cannot be unpacked: the pages are then all there is.
 */
export async function attachedInvoice(document: PDFDocumentProxy): Promise<Uint8Array | undefined> {
  try {
    const attachments = [...((await document.getAttachments()) ?? [])];
    const named = attachments.find(([, { filename }]) => invoiceNames.test(filename));
    const xmls = attachments.filter(([, { filename }]) => /\.xml$/i.test(filename));
    const [id] = named ?? (xmls.length === 1 ? xmls[0] : undefined) ?? [];
    if (id === undefined) return undefined;
    const content: unknown = await document.getAttachmentContent(id);
    return content instanceof Uint8Array && content.length <= mostBytes ? new Uint8Array(content) : undefined;
  } catch {
    return undefined;
  }
}
