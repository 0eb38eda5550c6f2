import type { PersonId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import type { SupplierInvoice } from './supplier-invoice.ts';

/** Letters in a note: some three pages. */
export const longestNote = 10_000;
/** On one invoice. */
const mostNotes = 50;

export type WriteNote = { readonly invoiceId: SupplierInvoiceId; readonly text: string };
export type NoteRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'nothing-to-do' }
  | { readonly code: 'too-many-notes'; readonly most: number };

/** Leaves a note on an invoice, for whoever reviews it next. It never hinders anything, and may be left in any state. */
export function decideNote(
  invoice: SupplierInvoice | undefined,
  { text }: WriteNote,
  by: PersonId,
  atMs: number,
): Result<readonly SupplierInvoiceEvent[], NoteRejection> {
  if (invoice === undefined) return err({ code: 'not-found' });
  const tidy = text.trim();
  if (tidy === '') return err({ code: 'nothing-to-do' });
  if ((invoice.notes?.length ?? 0) >= mostNotes) return err({ code: 'too-many-notes', most: mostNotes });
  return ok([{ on: 'supplierInvoice', id: invoice.id, type: 'note-written', note: { text: tidy, by, atMs } }]);
}
