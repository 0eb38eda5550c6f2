import type { CommandId, EventId } from '../base/ids.ts';
import type { SupplierInvoiceEvent } from '../domain/supplier-invoices/index.ts';

/** A line of an invoice's processing history, as a screen shows it. */
export type HistoryLine = {
  readonly eventId: EventId;
  readonly commandId: CommandId;
  readonly event: SupplierInvoiceEvent;
  readonly actorName: string;
  readonly atMs: number;
};
