import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { FieldName, FieldValue } from '../../../shared/domain/invoice-fields/index.ts';
import type { Store } from '../../../shared/run/store.ts';
import type { prepareQueries } from './prepare-queries.ts';

/** So many of the supplier's invoices are looked at. */
const considered = 5;

/** What stands in a field of the last invoice of the same supplier that somebody has vouched for and that has it; null where none has. */
export async function previousValue(
  { store, queries }: { readonly store: Store; readonly queries: Pick<ReturnType<typeof prepareQueries>, 'verified'> },
  { invoiceId, field }: { readonly invoiceId: SupplierInvoiceId; readonly field: FieldName },
): Promise<FieldValue | null> {
  const invoice = await store.get('supplierInvoice', invoiceId);
  if (invoice?.supplierId === undefined) return null;
  for (const id of queries.verified(invoice.supplierId, considered)) {
    const earlier = id === invoiceId ? undefined : await store.get('supplierInvoice', id);
    const value = earlier?.fields[field].value ?? null;
    if (value !== null) return value;
  }
  return null;
}
