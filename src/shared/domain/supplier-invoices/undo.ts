import type { CommandId, PersonId, SupplierInvoiceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { SupplierInvoiceEvent } from './events.ts';
import type { SupplierInvoice } from './supplier-invoice.ts';

export type UndoCommand = {
  readonly invoiceId: SupplierInvoiceId /** The command whose effect is taken back. */;
  readonly undoes: CommandId;
};
export type UndoRejection =
  | { readonly code: 'not-found' }
  /** Registering and handing out a copy cannot be taken back. */
  | { readonly code: 'cannot-be-undone' }
  /** Something has happened since that builds on it. */
  | { readonly code: 'changed-since' };

/** The events that a clerk can take back with Ctrl+Z. */
export const undoable: readonly SupplierInvoiceEvent['type'][] = [
  'field-corrected',
  'document-type-changed',
  'supplier-linked',
  'invoice-verified',
  'invoice-parked',
  'invoice-resumed',
  'invoice-set-aside',
  'twin-released',
  'fault-noted',
  'invoice-returned',
  'return-recalled',
  'note-written',
];

/** Takes back what a command did, by new events that name it; nothing in the history is rewritten. */
export function decideUndo(
  { invoice, events }: { readonly invoice: SupplierInvoice | undefined; readonly events: readonly SupplierInvoiceEvent[] },
  { undoes }: UndoCommand,
  by: PersonId,
): Result<readonly SupplierInvoiceEvent[], UndoRejection> {
  if (invoice === undefined || events.length === 0) return err({ code: 'not-found' });
  const taken: SupplierInvoiceEvent[] = [];
  for (const event of [...events].reverse()) {
    if (!undoable.includes(event.type)) return err({ code: 'cannot-be-undone' });
    const reverse = reversed(invoice, event, undoes, by);
    if (reverse === undefined) return err({ code: 'changed-since' });
    taken.push(reverse);
  }
  return ok(taken);
}

/** The event that takes `event` back, or undefined where the invoice no longer stands as the event left it. */
function reversed(
  invoice: SupplierInvoice,
  event: SupplierInvoiceEvent,
  undoes: CommandId,
  by: PersonId,
): SupplierInvoiceEvent | undefined {
  const on = { on: 'supplierInvoice', id: invoice.id, undoes } as const;
  switch (event.type) {
    case 'field-corrected':
      if (invoice.state !== 'scanned' || invoice.fields[event.field].value !== event.after.value) return undefined;
      return { ...on, type: 'field-corrected', field: event.field, before: invoice.fields[event.field], after: event.before };
    case 'document-type-changed':
      if (invoice.state !== 'scanned' || invoice.documentType !== event.after) return undefined;
      return { ...on, type: 'document-type-changed', before: event.after, after: event.before };
    case 'supplier-linked':
      if (invoice.state !== 'scanned' || (invoice.supplierId ?? null) !== event.after) return undefined;
      return { ...on, type: 'supplier-linked', before: event.after, after: event.before };
    case 'invoice-verified':
      return invoice.state === 'verified' ? { ...on, type: 'verification-recalled' } : undefined;
    case 'invoice-parked':
      if (invoice.state !== 'parked') return undefined;
      return { ...on, type: 'invoice-resumed', reason: event.reason, note: event.note, returnsOn: event.returnsOn };
    case 'invoice-set-aside':
      return invoice.state === 'duplicate' ? { ...on, type: 'invoice-taken-back', duplicateOf: invoice.duplicateOf } : undefined;
    case 'twin-released': {
      const stands = invoice.releasedTwins?.some(
        ({ otherId, atMs }) => otherId === event.released.otherId && atMs === event.released.atMs,
      );
      if ((invoice.state !== 'scanned' && invoice.state !== 'parked') || stands !== true) return undefined;
      return { ...on, type: 'twin-release-recalled', released: event.released };
    }
    case 'fault-noted':
      if (invoice.state === 'approved' || invoice.fault?.atMs !== event.after?.atMs) return undefined;
      return { ...on, type: 'fault-noted', before: event.after, after: event.before };
    case 'invoice-returned':
      return invoice.state === 'returned' ? { ...on, type: 'return-recalled', returnedBy: invoice.returnedBy } : undefined;
    case 'return-recalled':
      return invoice.state === 'scanned' ? { ...on, type: 'invoice-returned', by } : undefined;
    case 'note-written': {
      const { note } = event;
      const stands = invoice.notes?.some(({ by: writer, atMs }) => writer === note.by && atMs === note.atMs);
      return stands === true && note.by === by ? { ...on, type: 'note-withdrawn', note } : undefined;
    }
    case 'invoice-resumed':
      if (invoice.state !== 'scanned') return undefined;
      return { ...on, type: 'invoice-parked', by, reason: event.reason, note: event.note, returnsOn: event.returnsOn };
    default:
      return undefined;
  }
}
