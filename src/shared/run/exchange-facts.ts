import {
  type ExchangeRecord,
  type ExchangeRegister,
  joinSeveral,
  type KnownRow,
  type RowFacts,
  splitSeveral,
} from '../domain/register-exchange/index.ts';
import { type PaymentNumber, paymentNumberKinds, type Supplier } from '../domain/suppliers/index.ts';
import type { EntityName } from './entities/index.ts';
import type { Store } from './store.ts';

/** What the register knows of rows of a file, and the register's rows as files have them. */
export type RegisterKey = { readonly register: ExchangeRegister; readonly system: string | null; readonly unitId: string | null };
type LookedUp = Omit<RowFacts, 'earlierRow'>;

export async function factsOf(store: Store, key: RegisterKey, records: readonly ExchangeRecord[]): Promise<readonly LookedUp[]> {
  const facts: LookedUp[] = [];
  for (const record of records) facts.push(await supplierFacts(store, key, record));
  return facts;
}

/** The table behind each register. */
export const registerEntity = { suppliers: 'supplier', customers: 'supplier', articles: 'supplier' } as const satisfies Record<
  ExchangeRegister,
  EntityName
>;

/** Rows of the register by their ids, as files have them. */
export async function recordsOf(store: Store, _key: RegisterKey, ids: readonly string[]): Promise<readonly ExchangeRecord[]> {
  const records: ExchangeRecord[] = [];
  for (const id of ids) {
    const known = await asKnown(store, await store.get('supplier', id));
    if (known !== undefined) records.push(known.record);
  }
  return records;
}

async function supplierFacts(store: Store, _key: RegisterKey, record: ExchangeRecord): Promise<LookedUp> {
  const own = record.id === undefined ? undefined : await store.get('supplier', record.id);
  const [numbered] = await store.find('supplier', 'byOrganisationNumber', [record.organisationNumber ?? null], 1);
  const byOwnId = await asKnown(store, own);
  const byNumber = numbered?.id === own?.id ? byOwnId : await asKnown(store, numbered);
  const known = byOwnId ?? byNumber;
  return { byOwnId, byExternalId: undefined, byNumber, elsewhere: await numbersElsewhere(store, record, known) };
}

async function asKnown(store: Store, supplier: Supplier | undefined): Promise<KnownRow | undefined> {
  if (supplier === undefined) return undefined;
  const numbers = await store.find('paymentNumber', 'bySupplier', [supplier.id]);
  return { id: supplier.id, record: supplierRecord(supplier, numbers), waiting: {} };
}

/** Payment numbers that the row would bring, and that another row has. */
async function numbersElsewhere(
  store: Store,
  record: ExchangeRecord,
  known: KnownRow | undefined,
): Promise<LookedUp['elsewhere']> {
  const found: { field: string; number: string; name: string }[] = [];
  for (const kind of paymentNumberKinds)
    for (const number of splitSeveral(record[kind] ?? ''))
      for (const other of await store.find('paymentNumber', 'byNumber', [kind, number], 2)) {
        if (other.supplierId === known?.id) continue;
        const owner = await store.get('supplier', other.supplierId);
        found.push({ field: kind, number, name: owner?.name ?? '' });
      }
  return found;
}

export function supplierRecord(supplier: Supplier, numbers: readonly PaymentNumber[]): ExchangeRecord {
  const record: Record<string, string> = { id: supplier.id, name: supplier.name };
  for (const field of ['organisationNumber', 'vatNumber', 'street', 'postcode', 'city'] as const) {
    const value = supplier[field];
    if (value !== undefined) record[field] = value;
  }
  for (const kind of paymentNumberKinds) {
    const own = numbers.filter((number) => number.kind === kind).map(({ number }) => number);
    if (own.length > 0) record[kind] = joinSeveral(own);
  }
  return record;
}
