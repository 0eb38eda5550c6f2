import type { FilePages, SheetPage, SourceFileRow } from '../../../shared/contract/engine.ts';

/** Pages in reading order that stand under one heading. */
export type SheetGroup = {
  readonly key: string;
  readonly kind: 'document' | 'dropped' | 'waiting';
  /** The document; undefined for the other kinds. */
  readonly invoice: NonNullable<SheetPage['invoice']> | undefined;
  /** Pages of the document stand above already. */
  readonly isContinued: boolean;
  readonly pages: readonly SheetPage[];
};

/**
 * The pages of a file under their headings. A blank page stays where it lies, among the pages of the document before it; a separator
 * sheet stands by itself, between what it parts.
 */
export function groupPages(pages: readonly SheetPage[]): readonly SheetGroup[] {
  const groups: { key: string; kind: SheetGroup['kind']; invoice: SheetGroup['invoice']; pages: SheetPage[] }[] = [];
  for (const page of pages) {
    const open = groups.at(-1);
    const isBackSide = page.role === 'dropped' && page.why === 'blank' && open?.kind === 'document';
    const kind = page.role === 'waiting' ? 'waiting' : page.role === 'dropped' ? 'dropped' : 'document';
    const key = kind === 'document' ? (page.invoice?.id ?? 'document') : kind;
    if (open !== undefined && (isBackSide || open.key === key)) open.pages.push(page);
    else groups.push({ key, kind, invoice: page.invoice ?? undefined, pages: [page] });
  }
  const seen = new Set<string>();
  return groups.map(({ key, ...group }, place) => {
    const isContinued = group.kind === 'document' && seen.has(key);
    seen.add(key);
    return { ...group, isContinued, key: `${place} ${key}` };
  });
}

/** Where the pages of a file went. `waiting` are those that are not settled yet. */
export type SheetCounts = {
  readonly pages: number;
  readonly invoicePages: number;
  readonly appendixPages: number;
  readonly dropped: number;
  readonly waiting: number;
  readonly documents: number;
};

/** The pages of the sheet, counted one by one. */
export function countPages({ pages, pageCount }: FilePages): SheetCounts {
  const count = (role: SheetPage['role']): number => pages.filter((page) => page.role === role).length;
  return {
    pages: pageCount ?? pages.length,
    invoicePages: count('invoice'),
    appendixPages: count('appendix'),
    dropped: count('dropped'),
    waiting: count('waiting'),
    documents: new Set(pages.flatMap(({ invoice }) => invoice?.id ?? [])).size,
  };
}

/** The counts that the file's row keeps; undefined until it has been read. */
export function countsOfRow(row: SourceFileRow): SheetCounts | undefined {
  const { pageCount, invoicePageCount, appendixPageCount, droppedPageCount, documentCount } = row;
  if (pageCount === null || invoicePageCount === null || appendixPageCount === null || droppedPageCount === null)
    return undefined;
  return {
    pages: pageCount,
    invoicePages: invoicePageCount,
    appendixPages: appendixPageCount,
    dropped: droppedPageCount,
    waiting: 0,
    documents: documentCount ?? 0,
  };
}

export const accountedFor = ({ invoicePages, appendixPages, dropped }: SheetCounts): number =>
  invoicePages + appendixPages + dropped;

/** Every page that came in is a page of an invoice, of an appendix, or removed: in just one of the three. */
export const doAgree = (counts: SheetCounts): boolean => accountedFor(counts) === counts.pages;
