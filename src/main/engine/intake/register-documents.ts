import { asId, type PersonId } from '../../../shared/base/ids.ts';
import { EngineError } from '../../../shared/contract/engine.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { judgeEInvoice } from '../../../shared/domain/e-invoices/index.ts';
import type { DropReason } from '../../../shared/domain/extraction/index.ts';
import type { DroppedPage, FilePage, SourceFile } from '../../../shared/domain/intake/index.ts';
import { survivorBehind } from '../../../shared/run/commands/supplier-family.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { ReadDocument } from './file-job.ts';
import type { ReadPageFacts } from './kept-pages.ts';
import { supplierOf } from './knowledge.ts';

/** The documents of one file, registered one by one, and the pages that belong to none. */
export type Registering = {
  /** Pages that were in registered documents when it began: an earlier try came so far. */
  readonly registered: ReadonlySet<number>;
  documentCount(): number;
  register(document: ReadDocument): Promise<void>;
  drop(page: ReadPageFacts, why: DropReason): Promise<void>;
  /** Says that the file has been read. Asserts that every page has gone somewhere. */
  finish(pageCount: number): Promise<void>;
};

const allDocuments = 500;

export async function registerDocuments(parts: EngineParts, file: SourceFile, program: PersonId): Promise<Registering> {
  const before = await parts.store.find('supplierInvoice', 'byFile', [file.id], allDocuments);
  const pagesBefore = before.flatMap(({ pages }) => pages);
  const indexes = new Set(before.map(({ fileIndex }) => fileIndex));
  const dropped: DroppedPage[] = [];
  let invoicePageCount = pagesBefore.filter(({ isAppendix }) => isAppendix !== true).length;
  let appendixPageCount = pagesBefore.length - invoicePageCount;

  const nextIndex = (): number => {
    let index = 0;
    while (indexes.has(index)) index += 1;
    return index;
  };

  return {
    registered: new Set(pagesBefore.map(({ page }) => page)),
    documentCount: () => indexes.size,
    register: async ({ proposal: { pages: _, appendixPages, ...proposal }, pages, around, eInvoice }) => {
      const kept = await Promise.all(pages.map((page) => keep(parts, page)));
      const fileIndex = eInvoice === undefined ? nextIndex() : 0; // it is all of its file, whatever an earlier try came to
      const supplier = supplierOf({ ...proposal, pages: [], appendixPages }, around.suppliers);
      const result = await parts.execute(program, 'supplier-invoices/register', {
        invoiceId: asId<'supplierInvoice'>(uuid()),
        fileId: file.id,
        fileIndex,
        unitId: file.unitId,
        receivedAtMs: file.receivedAtMs,
        pages: kept.map((page) => (appendixPages.includes(page.page) ? { ...page, isAppendix: true } : page)),
        proposal,
        supplierId: supplier === undefined ? null : ((await survivorBehind(parts.store, supplier.id))?.id ?? null),
        ...(eInvoice !== undefined && { judgement: judgeEInvoice(eInvoice) }),
      });
      // A crash after the last try registered it already: that is what was wanted.
      if (!result.ok && result.error.code !== 'already-registered') throw new EngineError('failed', result.error.code);
      indexes.add(fileIndex);
      invoicePageCount += pages.length - appendixPages.length;
      appendixPageCount += appendixPages.length;
    },
    drop: async (page, why) => void dropped.push({ ...(await keep(parts, page)), why }),
    finish: async (pageCount) => {
      const counts = { pageCount, documentCount: indexes.size, invoicePageCount, appendixPageCount, dropped };
      const result = await parts.execute(program, 'intake/finish-reading', { fileId: file.id, ...counts });
      if (!result.ok && result.error.code !== 'wrong-state') throw new EngineError('failed', result.error.code);
    },
  };
}

const codesShown = 10;
const codeLength = 500;

/** Keeps a page's final words, and gives it as a row cites it. */
async function keep(
  parts: Pick<EngineParts, 'blobs'>,
  { imageSha256, imageType, words, pixelHash }: ReadPageFacts,
): Promise<FilePage> {
  const wordsSha256 = await parts.blobs.put(new TextEncoder().encode(JSON.stringify(words)));
  const { page, widthPx, heightPx, textSource, flags, codes } = words;
  return {
    ...{ page, imageSha256, imageType, wordsSha256, widthPx, heightPx, textSource },
    ...marks({ flags, codes }),
    ...(typeof pixelHash === 'string' && { pixelHash }),
  };
}

/** What is to be said of a page, where there is anything. */
export const marks = ({ flags, codes }: Pick<ReadPageFacts['words'], 'flags' | 'codes'>): Pick<FilePage, 'flags' | 'codes'> => ({
  ...(flags.length > 0 && { flags }),
  ...(codes.length > 0 && {
    codes: codes
      .slice(0, codesShown)
      .map((code) => ({ ...code, format: code.format.slice(0, 50), text: code.text.slice(0, codeLength) })),
  }),
});
