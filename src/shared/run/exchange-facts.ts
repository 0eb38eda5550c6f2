import type { Day } from '../base/day.ts';
import type { WantedChange } from '../domain/register-changes/index.ts';
import {
  type ExchangeRecord,
  type ExchangeRegister,
  joinSeveral,
  type KnownRow,
  type RowFacts,
  splitSeveral,
} from '../domain/register-exchange/index.ts';
import { isAlive, type PaymentNumber, paymentNumberKinds, type Supplier } from '../domain/suppliers/index.ts';
import type { EntityName } from './entities/index.ts';
import type { Store } from './store.ts';

/** What the register knows of rows of a file, and the register's rows as files have them. */
export type RegisterKey = { readonly register: ExchangeRegister; readonly system: string | null; readonly unitId: string | null };
type LookedUp = Omit<RowFacts, 'earlierRow'>;

export async function factsOf(
  store: Store,
  key: RegisterKey,
  records: readonly ExchangeRecord[],
  today: Day,
): Promise<readonly LookedUp[]> {
  const facts: LookedUp[] = [];
  for (const record of records) facts.push(await supplierFacts(store, key, record, today));
  return facts;
}

/** The table behind each register. */
export const registerEntity = { suppliers: 'supplier' } as const satisfies Record<ExchangeRegister, EntityName>;

/** Rows of the register by their ids, as files have them. Those that were merged into others are not rows any more. */
export async function recordsOf(
  store: Store,
  _key: RegisterKey,
  ids: readonly string[],
  today: Day,
): Promise<readonly ExchangeRecord[]> {
  const records: ExchangeRecord[] = [];
  for (const id of ids) {
    const supplier = await store.get('supplier', id);
    if (supplier === undefined || supplier.mergedInto !== undefined) continue;
    const numbers = await store.find('paymentNumber', 'bySupplier', [supplier.id], allOfThem);
    records.push(supplierRecord(supplier, numbers, today));
  }
  return records;
}

/** More than any row has. */
const allOfThem = 1_000;

async function supplierFacts(store: Store, _key: RegisterKey, record: ExchangeRecord, today: Day): Promise<LookedUp> {
  const own = record.id === undefined ? undefined : await store.get('supplier', record.id);
  const [numbered] = await store.find('supplier', 'byOrganisationNumber', [record.organisationNumber ?? null], 1);
  const byOwnId = await asKnown(store, own, today);
  const byNumber = numbered?.id === own?.id ? byOwnId : await asKnown(store, numbered, today);
  const known = byOwnId ?? byNumber;
  return { byOwnId, byExternalId: undefined, byNumber, elsewhere: await numbersElsewhere(store, record, known, today) };
}

/** The row, or the one that it was merged into, which then goes by its organisation number too. */
async function asKnown(store: Store, named: Supplier | undefined, today: Day): Promise<KnownRow | undefined> {
  if (named === undefined) return undefined;
  const wasMerged = named.mergedInto !== undefined;
  const supplier = named.mergedInto === undefined ? named : await store.get('supplier', named.mergedInto);
  if (supplier === undefined) return undefined;
  const numbers = await store.find('paymentNumber', 'bySupplier', [supplier.id], allOfThem);
  const changes = await store.find('registerChange', 'bySupplierAndState', [supplier.id, 'pending'], allOfThem);
  const { organisationNumber } = named;
  const record = supplierRecord(supplier, numbers, today);
  return {
    id: supplier.id,
    record: wasMerged && organisationNumber !== undefined ? { ...record, organisationNumber } : record,
    waiting: waitingValues(changes.map(({ wanted }) => wanted)),
    wasMerged,
  };
}

/** The values that are asked for, by field. */
function waitingValues(changes: readonly WantedChange[]): ExchangeRecord {
  const waiting: Record<string, string> = {};
  for (const wanted of changes) {
    if (wanted.kind === 'add-payment-number')
      waiting[wanted.numberKind] = joinSeveral([...splitSeveral(waiting[wanted.numberKind] ?? ''), wanted.number]);
    if (wanted.kind === 'set-organisation-number') waiting.organisationNumber = wanted.to;
    if (wanted.kind === 'set-payment-days') waiting.paymentDays = String(wanted.to);
    if (wanted.kind === 'block') waiting.blockedFor = wanted.blockedFor;
  }
  return waiting;
}

/** Payment numbers that the row would bring, and that another row has. */
async function numbersElsewhere(
  store: Store,
  record: ExchangeRecord,
  known: KnownRow | undefined,
  today: Day,
): Promise<LookedUp['elsewhere']> {
  const found: { field: string; number: string; name: string }[] = [];
  for (const kind of paymentNumberKinds)
    for (const number of splitSeveral(record[kind] ?? ''))
      for (const other of await store.find('paymentNumber', 'byNumber', [kind, number], 2)) {
        if (other.supplierId === known?.id || !isAlive(other, today)) continue;
        const owner = await store.get('supplier', other.supplierId);
        found.push({ field: kind, number, name: owner?.name ?? '' });
      }
  return found;
}

const textFields = [
  'organisationNumber',
  'vatNumber',
  'street',
  'postcode',
  'city',
  'phone',
  'email',
  'blockedFor',
  'endedOn',
] as const;

/** The numbers that are in force, and those that are to be. */
export function supplierRecord(supplier: Supplier, numbers: readonly PaymentNumber[], today: Day): ExchangeRecord {
  const record: Record<string, string> = { id: supplier.id, name: supplier.name };
  for (const field of textFields) {
    const value = supplier[field];
    if (value !== undefined) record[field] = value;
  }
  if (supplier.paymentDays !== undefined) record.paymentDays = String(supplier.paymentDays);
  for (const kind of paymentNumberKinds) {
    const own = numbers.filter((number) => number.kind === kind && isAlive(number, today)).map(({ number }) => number);
    if (own.length > 0) record[kind] = joinSeveral(own);
  }
  return record;
}
