import type { ReadEInvoice } from '../../../shared/domain/e-invoices/index.ts';
import type { Around, DropReason, SupplierKeys } from '../../../shared/domain/extraction/index.ts';
import type { Proposal } from '../../../shared/domain/invoice-fields/index.ts';
import type { KeptPages, ReadPageFacts } from './kept-pages.ts';
import type { PagesAround, PagesJob } from './read-pages.ts';

/** A document of a file, as it is proposed: its pages in order with their final words, appendices too. */
export type ReadDocument = {
  readonly proposal: Proposal;
  readonly pages: readonly ReadPageFacts[];
  /** What was known beside them. */
  readonly around: Around;
  /** Its data, where the file has them: then nothing was read off the pages. */
  readonly eInvoice?: ReadEInvoice;
};

export type FileAround = PagesAround & {
  readonly kept: Pick<KeptPages, 'pageCount' | 'keepPageCount'>;
  /** What is known of the suppliers that these numbers name, and of their layouts. */
  readonly knowledge: (keys: SupplierKeys) => Promise<Around>;
};

/** A file to be read. Page 0, for the urgency, is the opening. */
export type FileJob = Omit<PagesJob, 'wanted' | 'onPage'> & {
  /** Pages that are in registered documents already: they are not read. */
  readonly registered: ReadonlySet<number>;
  /** `page`: the one that has just been read, or was found among the kept ones; null at the beginning. */
  readonly onProgress: (pagesRead: number, pageCount: number, page: ReadPageFacts | null) => void;
  /** Called for each document in order, as soon as it can no longer grow; the next one waits for the promise. */
  readonly onDocument: (document: ReadDocument) => Promise<void>;
  /** Called for each page that belongs to no document, and says why. */
  readonly onDropped: (page: ReadPageFacts, why: DropReason) => Promise<void>;
};
