import type { SupplierInvoiceId } from '../base/ids.ts';
import type { DocumentType } from '../domain/invoice-fields/index.ts';
import type { Queue } from '../domain/supplier-invoices/index.ts';
import type { AnswerClock } from '../domain/work-queue/index.ts';
import type { RowLock } from './work-queue.ts';

/** An invoice as lists show it. */
export type QueueRow = {
  readonly id: SupplierInvoiceId;
  readonly queue: Queue;
  readonly documentType: DocumentType;
  readonly supplierName: string | null;
  readonly supplierKnown: boolean;
  readonly number: string | null;
  readonly invoiceDay: string | null;
  readonly dueDay: string | null;
  readonly totalMinor: number | null;
  readonly currency: string | null;
  readonly receivedAtMs: number;
  readonly returnsOn: string | null;
  /** Null: nobody works on it. */
  readonly lock: RowLock | null;
  /** When it is to be answered; null of what nobody waits for. */
  readonly answer: AnswerClock | null;
};
