import { assert, unreachable } from '../../base/assert.ts';
import type { Day } from '../../base/day.ts';
import type { CommandId, PersonId, SupplierId, SupplierInvoiceId } from '../../base/ids.ts';
import type { DocumentType, Field, FieldName } from '../invoice-fields/index.ts';
import type { PaymentRemark } from '../supplier-control/index.ts';
import type { FindingCode } from './finding.ts';
import type { InvoiceFault, InvoiceNote, InvoicePage, ParkReason, ReleasedTwin, SupplierInvoice } from './supplier-invoice.ts';

type Scanned = Extract<SupplierInvoice, { state: 'scanned' }>;
type On<Type extends string> = { readonly on: 'supplierInvoice'; readonly id: SupplierInvoiceId; readonly type: Type };
/** Names the command whose effect is taken back. */
type Undoing = { readonly undoes?: CommandId };

/** What can happen to a supplier invoice. Together they are its processing history (behandlingshistorik). */
export type SupplierInvoiceEvent =
  | (On<'invoice-registered'> & { readonly invoice: Omit<Scanned, 'id' | 'rev' | 'state'> })
  | (On<'field-corrected'> & Undoing & { readonly field: FieldName; readonly before: Field; readonly after: Field })
  | (On<'document-type-changed'> & Undoing & { readonly before: DocumentType; readonly after: DocumentType })
  | (On<'supplier-linked'> & Undoing & { readonly before: SupplierId | null; readonly after: SupplierId | null })
  | (On<'invoice-verified'> & {
      readonly by: PersonId;
      readonly atMs: number;
      readonly acknowledged: readonly FindingCode[];
      /** The clerk's reason, where the same invoice was there already. */
      readonly despiteDuplicate?: string;
    })
  | (On<'verification-recalled'> & Undoing)
  | (On<'invoice-approved'> & {
      readonly by: PersonId;
      readonly atMs: number;
      /** The controls of the payee that the approver stood by. */
      readonly despite?: readonly PaymentRemark['code'][];
    })
  | (On<'invoice-set-aside'> & { readonly by: PersonId; readonly duplicateOf: SupplierInvoiceId })
  | (On<'invoice-taken-back'> & Undoing & { readonly duplicateOf: SupplierInvoiceId })
  | (On<'invoice-handed-over'> & { readonly fromUnitId: string; readonly unitId: string; readonly note: string })
  | (On<'invoice-parked'> &
      Undoing & { readonly by: PersonId; readonly reason: ParkReason; readonly note: string; readonly returnsOn: Day | null })
  | (On<'invoice-resumed'> & Undoing & { readonly reason: ParkReason; readonly note: string; readonly returnsOn: Day | null })
  /** Somebody said that the invoice is not the other one, which it was taken to be. */
  | (On<'twin-released'> & { readonly released: ReleasedTwin })
  | (On<'twin-release-recalled'> & Undoing & { readonly released: ReleasedTwin })
  /** Something is wrong with it, something else is, or nothing is any more. */
  | (On<'fault-noted'> &
      Undoing & {
        readonly before: InvoiceFault | null;
        readonly after: InvoiceFault | null;
        /** Why nothing is wrong any more, in the clerk's words. */
        readonly settledBecause?: string;
      })
  | (On<'invoice-returned'> & Undoing & { readonly by: PersonId })
  | (On<'return-recalled'> & Undoing & { readonly returnedBy: PersonId })
  | (On<'note-written'> & { readonly note: InvoiceNote })
  | (On<'note-withdrawn'> & Undoing & { readonly note: InvoiceNote })
  /** A letter to the supplier about the fault. */
  | (On<'letter-made'> & { readonly letterSha256: string; readonly language: 'sv' | 'en' })
  /** A dropped page of the file was brought back as an appendix, or left again. */
  | (On<'page-added'> & { readonly page: InvoicePage })
  | (On<'page-taken-out'> & { readonly page: InvoicePage })
  | (On<'copy-made'> & { readonly copySha256: string; readonly pageCount: number });

/** The invoice after an event. It never refuses: the event has happened. */
export function evolveSupplierInvoice(invoice: SupplierInvoice | undefined, event: SupplierInvoiceEvent): SupplierInvoice {
  if (event.type === 'invoice-registered') return { id: event.id, rev: 1, state: 'scanned', ...event.invoice };
  assert(invoice !== undefined, 'an invoice is registered before anything else happens to it');
  const rev = invoice.rev + 1;
  switch (event.type) {
    case 'field-corrected':
      return { ...invoice, rev, fields: { ...invoice.fields, [event.field]: event.after } };
    case 'document-type-changed':
      return { ...invoice, rev, documentType: event.after };
    case 'supplier-linked':
      return linked({ ...invoice, rev }, event.after);
    case 'invoice-verified':
      return {
        ...everyState(invoice),
        rev,
        state: 'verified',
        verifiedBy: event.by,
        verifiedAtMs: event.atMs,
        ...(event.despiteDuplicate !== undefined && { despiteDuplicate: event.despiteDuplicate }),
      };
    case 'invoice-approved':
      assert(invoice.state === 'verified', 'only a verified invoice is approved');
      return { ...invoice, rev, state: 'approved', approvedBy: event.by, approvedAtMs: event.atMs };
    case 'invoice-set-aside':
      return { ...everyState(invoice), rev, state: 'duplicate', duplicateOf: event.duplicateOf, setAsideBy: event.by };
    case 'invoice-returned':
      return { ...everyState(invoice), rev, state: 'returned', returnedBy: event.by };
    case 'fault-noted': {
      const { fault: _, ...rest } = invoice;
      return event.after === null ? { ...rest, rev } : { ...rest, rev, fault: event.after };
    }
    case 'note-written':
      return { ...invoice, rev, notes: [...(invoice.notes ?? []), event.note] };
    case 'note-withdrawn': {
      const { notes = [], ...rest } = invoice;
      const left = notes.filter(
        ({ by, atMs, text }) => by !== event.note.by || atMs !== event.note.atMs || text !== event.note.text,
      );
      return { ...rest, rev, ...(left.length > 0 && { notes: left }) };
    }
    case 'invoice-handed-over':
      return { ...invoice, rev, unitId: event.unitId };
    case 'invoice-parked':
      return {
        ...everyState(invoice),
        rev,
        state: 'parked',
        parkedReason: event.reason,
        parkedNote: event.note,
        parkedBy: event.by,
        ...(event.returnsOn !== null && { returnsOn: event.returnsOn }),
      };
    case 'verification-recalled':
    case 'invoice-taken-back':
    case 'invoice-resumed':
    case 'return-recalled':
      return { ...everyState(invoice), rev, state: 'scanned' };
    case 'page-added':
      return { ...invoice, rev, pages: [...invoice.pages, event.page].sort((a, b) => a.page - b.page) };
    case 'page-taken-out':
      return { ...invoice, rev, pages: invoice.pages.filter(({ page }) => page !== event.page.page) };
    case 'twin-released':
      return { ...invoice, rev, releasedTwins: [...(invoice.releasedTwins ?? []), event.released] };
    case 'twin-release-recalled': {
      const { releasedTwins = [], ...rest } = invoice;
      const left = releasedTwins.filter(
        ({ otherId, atMs }) => otherId !== event.released.otherId || atMs !== event.released.atMs,
      );
      return { ...rest, rev, ...(left.length > 0 && { releasedTwins: left }) };
    }
    case 'copy-made':
    case 'letter-made':
      return { ...invoice, rev };
    default:
      return unreachable(event);
  }
}

function linked(invoice: SupplierInvoice, supplierId: SupplierId | null): SupplierInvoice {
  const { supplierId: _, ...rest } = invoice;
  return supplierId === null ? rest : { ...rest, supplierId };
}

/** What an invoice has in every state, without what only one state knows. */
function everyState(invoice: SupplierInvoice): Omit<Scanned, 'state'> {
  const { id, rev, unitId, fileId, fileIndex, receivedAtMs, documentType, pages, fields, lines, vat } = invoice;
  const { supplierId, releasedTwins, fault, judgement, notes } = invoice;
  return {
    ...{ id, rev, unitId, fileId, fileIndex, receivedAtMs, documentType, pages, fields, lines, vat },
    ...(supplierId !== undefined && { supplierId }),
    ...(releasedTwins !== undefined && { releasedTwins }),
    ...(fault !== undefined && { fault }),
    ...(judgement !== undefined && { judgement }),
    ...(notes !== undefined && { notes }),
  };
}
