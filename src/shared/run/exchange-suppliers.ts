import type { Day } from '../base/day.ts';
import type { WantedChange } from '../domain/register-changes/index.ts';
import { type ExchangeRecord, joinSeveral, type KnownRow, splitSeveral } from '../domain/register-exchange/index.ts';
import { isAlive, type PaymentNumber, paymentNumberKinds, type Supplier } from '../domain/suppliers/index.ts';
import type { LookedUp } from './exchange-facts.ts';
import type { Store } from './store.ts';

/** More than any row has. */
const allOfThem = 1_000;

const present = <Thing>(things: readonly (Thing | undefined)[]): Thing[] => things.filter((thing) => thing !== undefined);
const keysOf = (rows: readonly { readonly id: string }[]): (readonly [string])[] => rows.map(({ id }) => [id]);

/** Suppliers by their ids, as files have them. */
export async function supplierRecords(store: Store, ids: readonly string[], today: Day): Promise<readonly ExchangeRecord[]> {
  const suppliers = present(await store.getMany('supplier', ids)).filter(({ mergedInto }) => mergedInto === undefined);
  const numbers = await store.findMany('paymentNumber', 'bySupplier', keysOf(suppliers), allOfThem);
  return suppliers.map((supplier, place) => supplierRecord(supplier, numbers[place] ?? [], today));
}

/** What the register knows of each row. */
export async function supplierFacts(store: Store, records: readonly ExchangeRecord[], today: Day): Promise<readonly LookedUp[]> {
  const ids = records.flatMap(({ id }) => id ?? []);
  const byId = new Map(present(await store.getMany('supplier', ids)).map((one) => [one.id as string, one]));
  const organisationNumbers = records.map(({ organisationNumber }) => [organisationNumber ?? null]);
  const byNumber = await store.findMany('supplier', 'byOrganisationNumber', organisationNumbers, 1);
  const named = records.map(({ id }, place) => ({ own: byId.get(id ?? ''), numbered: byNumber[place]?.[0] }));
  const all = named.flatMap(({ own, numbered }) => present([own, numbered]));
  const known = await knownRows(store, all, today);
  const rows = named.map(({ own, numbered }) => ({ byOwnId: own && known(own), byNumber: numbered && known(numbered) }));
  const ours = rows.map(({ byOwnId, byNumber: other }) => (byOwnId ?? other)?.id);
  const elsewhere = await numbersElsewhere(store, records, ours, today);
  return rows.map((row, place) => ({ ...row, byExternalId: undefined, elsewhere: elsewhere[place] ?? [] }));
}

/** The rows, or those that they were merged into, which then go by their organisation numbers too. */
async function knownRows(store: Store, named: readonly Supplier[], today: Day): Promise<(one: Supplier) => KnownRow | undefined> {
  const merged = named.flatMap(({ mergedInto }) => mergedInto ?? []);
  const survivors = present(await store.getMany('supplier', merged));
  const all = [...new Map([...named, ...survivors].map((one) => [one.id, one])).values()];
  const numbers = await store.findMany('paymentNumber', 'bySupplier', keysOf(all), allOfThem);
  const pending = all.map(({ id }) => [id, 'pending']);
  const changes = await store.findMany('registerChange', 'bySupplierAndState', pending, allOfThem);
  const known = new Map(
    all.map((supplier, place) => [
      supplier.id,
      {
        record: supplierRecord(supplier, numbers[place] ?? [], today),
        waiting: waitingValues((changes[place] ?? []).map(({ wanted }) => wanted)),
      },
    ]),
  );
  return ({ id: ownId, mergedInto, organisationNumber }) => {
    const id = mergedInto ?? ownId;
    const found = known.get(id);
    if (found === undefined) return undefined;
    const wasMerged = mergedInto !== undefined;
    const alsoGoesBy = wasMerged && organisationNumber !== undefined ? { organisationNumber } : {};
    return { id, record: { ...found.record, ...alsoGoesBy }, waiting: found.waiting, wasMerged };
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

/** Payment numbers that each row would bring, and that another supplier has. `ours`: the suppliers that the rows are. */
async function numbersElsewhere(
  store: Store,
  records: readonly ExchangeRecord[],
  ours: readonly (string | undefined)[],
  today: Day,
): Promise<readonly LookedUp['elsewhere'][]> {
  const asked = records.flatMap((record, place) =>
    paymentNumberKinds.flatMap((kind) => splitSeveral(record[kind] ?? '').map((number) => ({ place, kind, number }))),
  );
  const keys = asked.map(({ kind, number }) => [kind, number]);
  const found = await store.findMany('paymentNumber', 'byNumber', keys, 2);
  const met = asked.flatMap((question, nth) =>
    (found[nth] ?? [])
      .filter((other) => other.supplierId !== ours[question.place] && isAlive(other, today))
      .map(({ supplierId }) => ({ ...question, supplierId })),
  );
  const ownerIds = met.map(({ supplierId }) => supplierId);
  const owners = await store.getMany('supplier', ownerIds);
  const elsewhere = records.map((): { field: string; number: string; name: string }[] => []);
  for (const [nth, { place, kind, number }] of met.entries())
    elsewhere[place]?.push({ field: kind, number, name: owners[nth]?.name ?? '' });
  return elsewhere;
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
function supplierRecord(supplier: Supplier, numbers: readonly PaymentNumber[], today: Day): ExchangeRecord {
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
