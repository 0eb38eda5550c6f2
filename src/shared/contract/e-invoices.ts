import { z } from 'zod';
import type { AttachmentKind, Profile, ReadEInvoice, Sheet } from '../domain/e-invoices/index.ts';
import { id } from '../run/schemas.ts';
import { takes } from './called.ts';

/** An e-invoice as it is shown in place of a picture, with what it says that no term is for. */
export type EInvoicePage = {
  readonly syntax: ReadEInvoice['syntax'];
  readonly profile: Profile;
  readonly sheet: Sheet;
  readonly leftOver: ReadEInvoice['leftOver'];
};

/** What an e-invoice carries beside its terms, and its text. */
export type EInvoiceSource = {
  readonly attachments: readonly {
    readonly name: string;
    readonly sizeBytes: number;
    /** Null: no kind of file that an e-invoice may carry, or not what it is said to be. It is not opened. */
    readonly kind: AttachmentKind | null;
  }[];
  /** The beginning of it, where it is long; `xmlLength`: all of it, in characters. */
  readonly xml: string;
  readonly xmlLength: number;
};

/** An attachment, kept as a blob under its SHA-256. */
export type OpenedAttachment = { readonly sha256: string; readonly fileName: string; readonly kind: AttachmentKind };

const invoiceId = id<'supplierInvoice'>();

/** All of these are null (or refuse) when the invoice came neither as XML nor as a PDF that carries one, or there is no such invoice. */
export const eInvoiceQueries = {
  'e-invoices/page': takes(z.object({ invoiceId })).gives<EInvoicePage | null>(),
  'e-invoices/source': takes(z.object({ invoiceId })).gives<EInvoiceSource | null>(),
};

export const eInvoiceTasks = {
  /** Takes an attachment out of the e-invoice, by its place among them. Throws `not-found` where there is none that is opened. */
  'e-invoices/attachment': takes(z.object({ invoiceId, place: z.int().min(0) })).gives<OpenedAttachment>(),
};
