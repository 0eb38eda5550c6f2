import type { SupplierInvoiceId } from '../../shared/base/ids.ts';
import type { EInvoicePage, EInvoiceSource, OpenedAttachment } from '../../shared/contract/e-invoices.ts';
import { EngineError } from '../../shared/contract/engine.ts';
import { attachedFiles, kindOfAttachment } from '../../shared/domain/e-invoices/index.ts';
import { fileNameOf } from './documents/file-name.ts';
import { openEInvoice } from './documents/open-e-invoice.ts';
import type { EngineParts } from './engine-parts.ts';
import type { Readers } from './intake/readers.ts';
import { eInvoicePage, eInvoiceSource } from './queries/e-invoice-page.ts';
import type { Seat } from './seat.ts';
import type { SessionKeeper } from './session.ts';

type Around = {
  readonly parts: EngineParts;
  readonly seat: () => Seat;
  readonly session: SessionKeeper;
  readonly readers: Readers;
};
type OfInvoice = { readonly invoiceId: SupplierInvoiceId };

/** Of what the person may see: an invoice that is hidden from them is not opened. */
const openFor = ({ seat, ...around }: Around, { invoiceId }: OfInvoice) => {
  around.session.person();
  return openEInvoice(seat().rows().store, invoiceId, around);
};

export const eInvoiceQueryHandlers = (around: Around) => ({
  'e-invoices/page': async (asked: OfInvoice): Promise<EInvoicePage | null> => {
    const opened = await openFor(around, asked);
    return opened === undefined ? null : eInvoicePage(opened.read);
  },
  'e-invoices/source': async (asked: OfInvoice): Promise<EInvoiceSource | null> => {
    const opened = await openFor(around, asked);
    return opened === undefined ? null : eInvoiceSource(opened.read, opened.bytes);
  },
});

export const eInvoiceTaskHandlers = (around: Around) => ({
  'e-invoices/attachment': async ({ invoiceId, place }: OfInvoice & { readonly place: number }): Promise<OpenedAttachment> => {
    const opened = await openFor(around, { invoiceId });
    const file = opened && attachedFiles(opened.read.invoice)[place];
    const bytes = Buffer.from(file?.base64 ?? '', 'base64');
    const kind = kindOfAttachment(bytes, file?.mimeCode ?? '');
    if (file === undefined || kind === undefined) throw new EngineError('not-found');
    const sha256 = await around.parts.blobs.put(bytes);
    // Its kind says how it ends, whatever its sender calls it: rapport.pdf.exe is opened by nothing.
    const name = fileNameOf([file.name.replace(/\.[^.]*$/, '')]) || String(place + 1);
    return { sha256, fileName: `${name}.${kind === 'jpeg' ? 'jpg' : kind}`, kind };
  },
});
