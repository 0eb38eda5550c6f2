import type { Day } from '../../src/shared/base/day.ts';
import type { Result } from '../../src/shared/base/result.ts';
import {
  type Around,
  evolveSupplierInvoice,
  type SupplierInvoice,
  type SupplierInvoiceEvent,
} from '../../src/shared/domain/supplier-invoices/index.ts';
import { exempelbolaget, theirBankgiro } from './invoices.ts';

/** What every decision on an invoice in the tests has in common. */

export const today = '2026-11-22' as Day;
export const noon = Date.UTC(2026, 10, 22, 11);
export const around: Around = { today, supplier: exempelbolaget, paymentNumbers: [theirBankgiro], twins: [] };

/** 'ok', or why not. */
export const codeOf = (result: Result<unknown, { readonly code: string }>): string => (result.ok ? 'ok' : result.error.code);

/** What a decision gives that must be allowed. */
export function allowed<Event>(result: Result<readonly Event[], { readonly code: string }>): readonly Event[] {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** The invoice after all of these. */
export const evolved = (invoice: SupplierInvoice, events: readonly SupplierInvoiceEvent[]): SupplierInvoice =>
  events.reduce<SupplierInvoice>(evolveSupplierInvoice, invoice);
