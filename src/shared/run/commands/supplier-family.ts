import type { SupplierId } from '../../base/ids.ts';
import { holdsPayments } from '../../domain/register-changes/index.ts';
import { type Payee, type PaymentNumber, type Supplier, survivorOf } from '../../domain/suppliers/index.ts';
import type { Store } from '../store.ts';

/** The supplier that an id leads to: itself, or the one that has taken its place. */
export async function survivorBehind(store: Store, id: SupplierId): Promise<Supplier | undefined> {
  const supplier = await store.get('supplier', id);
  return supplier?.mergedInto === undefined ? supplier : store.get('supplier', survivorOf(supplier));
}

/** All that are one with a supplier in the register: it, the one that has taken its place, and those that were merged into that. */
export async function familyOf(store: Store, id: SupplierId): Promise<readonly Supplier[]> {
  const survivor = await survivorBehind(store, id);
  return survivor === undefined ? [] : [survivor, ...(await store.find('supplier', 'byMergedInto', [survivor.id]))];
}

/** The payment numbers of suppliers that are one; those that have ended too. */
export const numbersOf = async (store: Store, family: readonly Supplier[]): Promise<readonly PaymentNumber[]> =>
  (await Promise.all(family.map((one) => store.find('paymentNumber', 'bySupplier', [one.id])))).flat();

/** What has to be known of a supplier before money goes to it. */
export async function loadPayee(store: Store, id: SupplierId): Promise<Payee> {
  const family = await familyOf(store, id);
  const waiting = await Promise.all(family.map((one) => store.find('registerChange', 'bySupplierAndState', [one.id, 'pending'])));
  const changeWaits = waiting.flat().some(({ wanted }) => holdsPayments(wanted));
  return { family, numbers: await numbersOf(store, family), changeWaits };
}
