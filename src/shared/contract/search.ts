import { z } from 'zod';
import type { SupplierInvoiceId } from '../base/ids.ts';
import type { DocumentType } from '../domain/invoice-fields/index.ts';
import type { InvoiceFoundBy, Passage, SearchFault, SearchKind } from '../domain/search/index.ts';
import { searchKinds } from '../domain/search/index.ts';
import type { Queue } from '../domain/supplier-invoices/index.ts';
import { id, words } from '../run/schemas.ts';
import type { CallNoteRow } from './call-notes.ts';
import { takes } from './called.ts';
import type { RegisterHit } from './register-search.ts';

/** An invoice in one line. Persons' numbers are covered in all of it. */
export type InvoiceHit = {
  readonly kind: 'invoice';
  readonly id: SupplierInvoiceId;
  readonly supplierName: string | null;
  readonly number: string | null;
  readonly documentType: DocumentType;
  readonly queue: Queue;
  readonly invoiceDay: string | null;
  readonly totalMinor: number | null;
  readonly currency: string | null;
  /** Null where it was not searched for. */
  readonly foundBy: InvoiceFoundBy | null;
};
export type SearchHit =
  | InvoiceHit
  | { readonly kind: 'supplier' | 'customer' | 'article'; readonly id: string; readonly hit: RegisterHit }
  | { readonly kind: 'call'; readonly id: string; readonly call: CallNoteRow };

/** `more`: there are more than were asked for. `cut`: what is older was not looked through, for it would have taken too long. */
export type SearchGroup = {
  readonly kind: SearchKind;
  readonly hits: readonly SearchHit[];
  readonly more: boolean;
  readonly cut: boolean;
};

/**
 * How far the search has come with the invoices that were there before it. `elsewhere`: invoices whose pages have never been on this computer, so
 * that no word on them is found here.
 */
export type SearchStatus = {
  readonly isFilling: boolean;
  readonly done: number;
  readonly total: number;
  readonly elsewhere: number;
};

export type SearchAnswer = {
  /** What cannot be understood; then there are no groups. */
  readonly fault: SearchFault | null;
  /** Only kinds that whoever asks may see, and that have hits. */
  readonly groups: readonly SearchGroup[];
  readonly status: SearchStatus;
};

export const searchQueries = {
  /** One box for invoices, suppliers, customers, articles and calls: numbers, amounts, names, and the text on the page. See docs/search.md. */
  'search/find': takes(z.object({ text: words(200), limit: z.int().min(1).max(50) })).gives<SearchAnswer>(),
  /** These again, as they are now, in their order: what is gone or may not be seen is left out. */
  'search/recall': takes(z.object({ hits: z.array(z.object({ kind: z.enum(searchKinds), id: words(60) })).max(30) })).gives<
    readonly SearchHit[]
  >(),
  /** Where on an invoice's pages it stands; null where it does not, where the pages are not here, or where they may not be searched. */
  'search/passage': takes(z.object({ invoiceId: id<'supplierInvoice'>(), text: words(200) })).gives<Passage | null>(),
};

/** The search has come further. */
export type SearchNotice = { readonly kind: 'search'; readonly status: SearchStatus };
