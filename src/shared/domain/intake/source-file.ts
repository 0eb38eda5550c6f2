import { assert, unreachable } from '../../base/assert.ts';
import type { PersonId, SourceFileId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { DroppedPage } from './file-page.ts';

/** How a file came to us. */
export const channels = ['watched-folder', 'dropped', 'command-line', 'e-mail'] as const;
export type Channel = (typeof channels)[number];

type Every = {
  readonly id: SourceFileId;
  readonly rev: number;
  readonly name: string;
  readonly channel: Channel;
  /** Of the bytes as they came; the original is kept under it. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly receivedAtMs: number;
  readonly receivedBy: PersonId;
  readonly unitId: string;
  /** The message that it was attached to, or that it is; only where it came by mail. */
  readonly mail?: MailOrigin | undefined;
};

/** What is noted of a message (e-post), which is kept in full under its SHA-256. All of it is as the sender says, and nothing is proven by it. */
export type MailOrigin = {
  readonly sha256: string;
  readonly from: string;
  readonly subject: string;
  /** As the message says, or null. */
  readonly sentAtMs: number | null;
};

/** Where the pages of a file went. Every page is in just one of the three. */
export type PageCounts = {
  readonly pageCount: number;
  readonly documentCount: number;
  readonly invoicePageCount: number;
  /** Pages of documents that are appendices (bilagor). */
  readonly appendixPageCount: number;
  readonly dropped: readonly DroppedPage[];
};

/** A file that was taken in. It is `received` until it has been read or was found unreadable. */
export type SourceFile =
  | (Every & { readonly state: 'received' })
  | (Every & PageCounts & { readonly state: 'read'; readonly readAtMs: number })
  | (Every & { readonly state: 'rejected'; readonly reason: string });

/** The pages of a file that are in no document. A log from before pages were counted says of none. */
export const droppedPages = (file: SourceFile): readonly DroppedPage[] => (file.state === 'read' ? (file.dropped ?? []) : []);

export type SourceFileEvent =
  | ({ readonly on: 'sourceFile'; readonly type: 'file-received' } & Omit<Every, 'rev'>)
  | (PageCounts & {
      readonly on: 'sourceFile';
      readonly id: SourceFileId;
      readonly type: 'file-read';
      readonly atMs: number;
    })
  /** A dropped page became an appendix of an invoice, or went back among the dropped. */
  | {
      readonly on: 'sourceFile';
      readonly id: SourceFileId;
      readonly type: 'page-brought-back' | 'page-dropped-again';
      readonly page: DroppedPage;
      readonly invoiceId: SupplierInvoiceId;
    }
  | { readonly on: 'sourceFile'; readonly id: SourceFileId; readonly type: 'file-rejected'; readonly reason: string }
  | { readonly on: 'sourceFile'; readonly id: SourceFileId; readonly type: 'file-tried-again' };

export type ReceiveFile = Pick<Every, 'name' | 'channel' | 'sha256' | 'sizeBytes' | 'unitId' | 'mail'> & {
  readonly fileId: SourceFileId;
};
export type ReceiveRejection = {
  readonly code: 'already-received';
  readonly fileId: SourceFileId;
  readonly state: SourceFile['state'];
};

/** Takes in a file. The same bytes are one file, however often they come; an unreadable one that comes again is tried again. */
export function decideReceipt(
  twins: readonly SourceFile[],
  { fileId, mail, ...facts }: ReceiveFile,
  by: PersonId,
  atMs: number,
): Result<readonly SourceFileEvent[], ReceiveRejection> {
  const twin = twins[0];
  if (twin === undefined)
    return ok([
      {
        on: 'sourceFile',
        type: 'file-received',
        id: fileId,
        ...facts,
        ...(mail && { mail }),
        receivedBy: by,
        receivedAtMs: atMs,
      },
    ]);
  if (twin.state === 'rejected') return ok([{ on: 'sourceFile', id: twin.id, type: 'file-tried-again' }]);
  return err({ code: 'already-received', fileId: twin.id, state: twin.state });
}

export type ReadingRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SourceFile['state'] };

export type PagesDoNotAddUp = {
  readonly code: 'pages-do-not-add-up';
  readonly pageCount: number;
  readonly accountedFor: number;
};

/** The file has been read, and each of its documents is registered. Pages in are pages of documents, appendices and dropped ones. */
export function decideReadingDone(
  file: SourceFile | undefined,
  counts: PageCounts,
  atMs: number,
): Result<readonly SourceFileEvent[], ReadingRejection | PagesDoNotAddUp> {
  if (file === undefined) return err({ code: 'not-found' });
  if (file.state !== 'received') return err({ code: 'wrong-state', state: file.state });
  const { pageCount, documentCount, invoicePageCount, appendixPageCount, dropped } = counts;
  const accountedFor = invoicePageCount + appendixPageCount + dropped.length;
  if (accountedFor !== pageCount || new Set(dropped.map(({ page }) => page)).size !== dropped.length)
    return err({ code: 'pages-do-not-add-up', pageCount, accountedFor });
  const all = { pageCount, documentCount, invoicePageCount, appendixPageCount, dropped };
  return ok([{ on: 'sourceFile', id: file.id, type: 'file-read', ...all, atMs }]);
}

/** The file cannot be read; the reason is a code that the screen has a sentence for. */
export function decideFileRejection(
  file: SourceFile | undefined,
  reason: string,
): Result<readonly SourceFileEvent[], ReadingRejection> {
  if (file === undefined) return err({ code: 'not-found' });
  if (file.state !== 'received') return err({ code: 'wrong-state', state: file.state });
  return ok([{ on: 'sourceFile', id: file.id, type: 'file-rejected', reason }]);
}

/** A clerk asks for an unreadable file to be read once more. */
export function decideNewTry(file: SourceFile | undefined): Result<readonly SourceFileEvent[], ReadingRejection> {
  if (file === undefined) return err({ code: 'not-found' });
  if (file.state !== 'rejected') return err({ code: 'wrong-state', state: file.state });
  return ok([{ on: 'sourceFile', id: file.id, type: 'file-tried-again' }]);
}

export function evolveSourceFile(file: SourceFile | undefined, event: SourceFileEvent): SourceFile {
  if (event.type === 'file-received') {
    const { on, type, ...facts } = event;
    return { ...facts, rev: 1, state: 'received' };
  }
  assert(file !== undefined, 'a file is received before anything else happens to it');
  const { id, name, channel, sha256, sizeBytes, receivedAtMs, receivedBy, unitId, mail } = file;
  const every = { id, name, channel, sha256, sizeBytes, receivedAtMs, receivedBy, unitId, rev: file.rev + 1 };
  const next = { ...every, ...(mail && { mail }) };
  switch (event.type) {
    case 'file-read': {
      const { pageCount, documentCount, invoicePageCount, appendixPageCount, dropped } = event;
      const counts = { pageCount, documentCount, invoicePageCount, appendixPageCount, dropped };
      return { ...next, state: 'read', ...counts, readAtMs: event.atMs };
    }
    case 'page-brought-back':
    case 'page-dropped-again':
      assert(file.state === 'read', 'the pages of a file are known when it has been read');
      return { ...file, rev: next.rev, ...countsAfter(file, event) };
    case 'file-rejected':
      return { ...next, state: 'rejected', reason: event.reason };
    case 'file-tried-again':
      return { ...next, state: 'received' };
    default:
      return unreachable(event);
  }
}

function countsAfter(
  file: Extract<SourceFile, { state: 'read' }>,
  { type, page }: Extract<SourceFileEvent, { type: 'page-brought-back' | 'page-dropped-again' }>,
): Pick<PageCounts, 'appendixPageCount' | 'dropped'> {
  const others = droppedPages(file).filter((other) => other.page !== page.page);
  if (type === 'page-brought-back') return { appendixPageCount: (file.appendixPageCount ?? 0) + 1, dropped: others };
  return { appendixPageCount: (file.appendixPageCount ?? 0) - 1, dropped: [...others, page].sort((a, b) => a.page - b.page) };
}
