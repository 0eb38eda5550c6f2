import type { SupplierInvoiceId } from '../../base/ids.ts';
import type { Box } from '../../base/page.ts';
import type { Field, FieldName, Fields, FieldValue } from '../invoice-fields/index.ts';
import type { InvoicePage } from '../supplier-invoices/index.ts';

/**
 * The fields that may be looked through many at a time (sopning). Who is paid and where to is never vouched for in a row: those
 * are decided one by one, beside their invoice.
 */
export const sweptFields = [
  'invoiceNumber',
  'invoiceDate',
  'dueDate',
  'ocrReference',
  'netMinor',
  'vatMinor',
  'roundingMinor',
  'totalMinor',
  'currency',
  'buyerReference',
  'purchaseOrderNumber',
] as const satisfies readonly FieldName[];
export type SweptField = (typeof sweptFields)[number];

/** From so many on, going through them in a row is quicker than meeting them one by one. */
export const leastToSweep = 8;

/** What is known of an invoice whose fields are looked through. */
export type SweptInvoice = {
  readonly id: SupplierInvoiceId;
  readonly supplierName: string | null;
  readonly fields: Fields;
  readonly pages: readonly InvoicePage[];
};
/** One field in doubt, with the pixels that it was read from. */
export type DoubtedField = {
  readonly invoiceId: SupplierInvoiceId;
  readonly supplierName: string | null;
  readonly value: FieldValue;
  readonly raw: string;
  readonly page: InvoicePage;
  readonly box: Box;
};
export type AlikeFields = { readonly field: SweptField; readonly rows: readonly DoubtedField[] };

/** Fields in doubt whose pixels can be shown, by kind, the most first; what breaks a rule or was not found is no matter for a sweep. */
export function alikeFields(invoices: readonly SweptInvoice[]): readonly AlikeFields[] {
  return sweptFields
    .map((field) => ({
      field,
      rows: invoices.flatMap(({ id, supplierName, fields, pages }) => {
        const { value, raw, state, page: number, box }: Field = fields[field];
        const page = pages.find((one) => one.page === number);
        if (state !== 'check' || value === null || box === null || page === undefined) return [];
        return [{ invoiceId: id, supplierName, value, raw, page, box }];
      }),
    }))
    .filter(({ rows }) => rows.length > 0)
    .toSorted((a, b) => b.rows.length - a.rows.length);
}
