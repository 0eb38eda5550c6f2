import type { SourceFileId, SupplierInvoiceId } from '../base/ids.ts';
import type { PageCode, PageFlag } from '../base/page.ts';
import type { DropReason } from '../domain/extraction/index.ts';
import type { Channel, SourceFile } from '../domain/intake/index.ts';
import type { DocumentType } from '../domain/invoice-fields/index.ts';

/** A file that was taken in. The page counts are known when it has been read, and then agree: pages = invoice pages + appendices + dropped. */
export type SourceFileRow = {
  readonly id: SourceFileId;
  readonly name: string;
  readonly channel: Channel;
  readonly state: SourceFile['state'];
  readonly reason: string | null;
  /** Whom the message that it was attached to says it is from, and about what; null where it came otherwise. */
  readonly mailFrom: string | null;
  readonly mailSubject: string | null;
  readonly receivedAtMs: number;
  readonly pageCount: number | null;
  readonly documentCount: number | null;
  readonly invoicePageCount: number | null;
  readonly appendixPageCount: number | null;
  readonly droppedPageCount: number | null;
  /** Documents of it that are registered already: some can be verified while its last pages are read. */
  readonly registeredCount: number;
};

/** The contact sheet of a file: every page in order. */
export type FilePages = {
  readonly fileId: SourceFileId;
  readonly fileName: string;
  readonly state: SourceFile['state'];
  /** Null while nobody has opened the file. */
  readonly pageCount: number | null;
  readonly pages: readonly SheetPage[];
};
export type SheetPage = {
  /** Its number in the file, 1 first. */
  readonly page: number;
  /** Null while it is not read. */
  readonly image: {
    readonly sha256: string;
    readonly type: 'image/jpeg' | 'image/png';
    readonly widthPx: number;
    readonly heightPx: number;
  } | null;
  readonly flags: readonly PageFlag[];
  readonly codes: readonly PageCode[];
  /** `waiting`: it is not read, or where its document ends is not known yet. */
  readonly role: 'invoice' | 'appendix' | 'dropped' | 'waiting';
  /** The invoice that it belongs to. */
  readonly invoice: {
    readonly id: SupplierInvoiceId;
    readonly number: string | null;
    readonly supplierName: string | null;
    readonly documentType: DocumentType;
  } | null;
  /** Why it was dropped; for one that was brought back, why it had been. */
  readonly why: DropReason | null;
  /** A clerk brought it back: `intake/drop-page` takes that back. */
  readonly broughtBack: boolean;
};

export type IntakeStatus = {
  readonly watchedFolder: string;
  readonly readersReady: number;
  /** Files that wait for their first page to be read. */
  readonly waiting: number;
  /** Files that are being read, in the order in which they came. */
  readonly reading: readonly {
    readonly fileId: SourceFileId;
    readonly fileName: string;
    readonly pagesRead: number;
    /** Null while the file is not opened. */
    readonly pageCount: number | null;
    /** Documents of it that can be verified already. */
    readonly registeredCount: number;
  }[];
};
export type TakenIn = { readonly fileId: SourceFileId; readonly alreadyReceived: boolean };
