import { holds, type Scopes, unitScope } from '../../domain/access/index.ts';
import {
  type Around,
  asTwin,
  numberSkeleton,
  type SupplierInvoice,
  sameKey,
  senderKey,
  type Twin,
} from '../../domain/supplier-invoices/index.ts';
import type { Context } from '../command.ts';
import type { Store } from '../store.ts';

/** What the checks look at besides the invoice. The screen asks for the same while the clerk types. */
export async function loadAround(
  store: Store,
  invoice: SupplierInvoice | undefined,
  { today, scopes }: Pick<Context, 'today' | 'scopes'>,
): Promise<Around> {
  if (invoice === undefined) return { today, supplier: undefined, paymentNumbers: [], twins: [] };
  const { supplierId } = invoice;
  const [supplier, paymentNumbers, twins] = await Promise.all([
    supplierId === undefined ? undefined : store.get('supplier', supplierId),
    supplierId === undefined ? [] : store.find('paymentNumber', 'bySupplier', [supplierId]),
    findTwins(store, invoice, scopes),
  ]);
  return { today, supplier, paymentNumbers, twins };
}

/**
 * Invoices that may be the same one: the live one with the same key, a number that looks alike from the same sender, or the same
 * amount on the same day. Those outside `scopes` are hidden. The live one has a lookup of its own, for the others end at a limit.
 */
export async function findTwins(store: Store, invoice: SupplierInvoice, scopes: Scopes): Promise<readonly Twin[]> {
  const { invoiceNumber, invoiceDate, totalMinor } = invoice.fields;
  const skeleton = invoiceNumber.value === null ? null : numberSkeleton(invoiceNumber.value);
  const found = await Promise.all([
    store.find('supplierInvoice', 'byLiveKey', [sameKey(invoice)], 1),
    store.find('supplierInvoice', 'bySenderAndSkeleton', [senderKey(invoice), skeleton], 20),
    store.find('supplierInvoice', 'byTotalAndDay', [totalMinor.value, invoiceDate.value], 20),
  ]);
  const others = new Map(found.flat().map((other) => [other.id, other]));
  others.delete(invoice.id);
  return [...others.values()].map((other) => asTwin(other, !holds(scopes, unitScope(other.unitId))));
}
