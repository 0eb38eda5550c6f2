import type { Day } from '../base/day.ts';
import type { WantedChange } from '../domain/register-changes/index.ts';
import {
  addressText,
  channelRecord,
  contactText,
  type ExchangeRecord,
  joinSeveral,
  type KnownAs,
  type KnownSupplier,
  numberKindOf,
  paidAtOf,
  paidAtText,
  type SupplierRowFacts,
  splitSeveral,
} from '../domain/register-exchange/index.ts';
import { isAlive, type PaymentNumber, type Supplier } from '../domain/suppliers/index.ts';
import { byIdOf, present, type RegisterKey } from './exchange-reading.ts';
import type { Store } from './store.ts';

/** More than any row has. */
const allOfThem = 1_000;
const numberFields = Object.entries(numberKindOf);
const keysOf = (rows: readonly { readonly id: string }[]): (readonly [string])[] => rows.map(({ id }) => [id]);
type System = Pick<RegisterKey, 'system'>;

/** Suppliers by their ids, as files have them. */
export async function supplierRecords(
  store: Store,
  { system }: System,
  ids: readonly string[],
  today: Day,
): Promise<readonly ExchangeRecord[]> {
  const suppliers = present(await store.getMany('supplier', ids)).filter(({ mergedInto }) => mergedInto === undefined);
  const held = await heldOf(store, system, suppliers);
  return held.map((one) => supplierRecord(one, today));
}

/** What the register knows of each row. */
export async function supplierFacts(
  store: Store,
  { system }: System,
  records: readonly ExchangeRecord[],
  today: Day,
): Promise<readonly Omit<SupplierRowFacts, 'earlierRow'>[]> {
  const byId = await byIdOf(store, 'supplier', records);
  const organisationNumbers = records.map(({ organisationNumber }) => [organisationNumber ?? null]);
  const byNumber = await store.findMany('supplier', 'byOrganisationNumber', organisationNumbers, 1);
  const externalIds = records.map(({ externalId }) => [system, externalId ?? null]);
  const called = await store.findMany('supplierExternalId', 'bySystemAndId', externalIds, 1);
  const callers = await store.getMany(
    'supplier',
    called.map(([one]) => one?.supplierId ?? ''),
  );
  const named = records.map(({ id }, place) => ({
    own: byId.get(id ?? ''),
    numbered: byNumber[place]?.[0],
    caller: callers[place],
  }));
  const all = named.flatMap(({ own, numbered, caller }) => present([own, numbered, caller]));
  const known = await knownRows(store, system, all, today);
  const rows = named.map(({ own, numbered, caller }, place) => ({
    byOwnId: own && known(own),
    byExternalId: caller && known(caller, records[place]?.externalId),
    byNumber: numbered && known(numbered),
  }));
  const ours = rows.map(({ byOwnId, byExternalId, byNumber: other }) => (byOwnId ?? byExternalId ?? other)?.id);
  const elsewhere = await numbersElsewhere(store, records, ours, today);
  return rows.map((row, place) => ({ ...row, elsewhere: elsewhere[place] ?? [] }));
}

type Known = KnownAs<KnownSupplier>;

/** The rows, or those that they were merged into, which then go by their numbers and ids too. */
async function knownRows(
  store: Store,
  system: string | null,
  named: readonly Supplier[],
  today: Day,
): Promise<(one: Supplier, calledBy?: string) => Known | undefined> {
  const merged = named.flatMap(({ mergedInto }) => mergedInto ?? []);
  const survivors = present(await store.getMany('supplier', merged));
  const all = [...new Map([...named, ...survivors].map((one) => [one.id, one])).values()];
  const held = await heldOf(store, system, all);
  const pending = all.map(({ id }) => [id, 'pending']);
  const changes = await store.findMany('registerChange', 'bySupplierAndState', pending, allOfThem);
  const known = new Map(
    held.map((row, place): [string, Known] => {
      const waiting = waitingValues(
        (changes[place] ?? []).map(({ wanted }) => wanted),
        row.numbers,
      );
      return [row.supplier.id, { id: row.supplier.id, record: supplierRecord(row, today), waiting, row }];
    }),
  );
  return ({ id, mergedInto, organisationNumber }, calledBy) => {
    const found = known.get(mergedInto ?? id);
    if (found === undefined || mergedInto === undefined) return found;
    const goesBy = {
      ...(organisationNumber !== undefined && { organisationNumber }),
      ...(calledBy !== undefined && { externalId: calledBy }),
    };
    return { ...found, record: { ...found.record, ...goesBy }, wasMerged: true };
  };
}

async function heldOf(store: Store, system: string | null, suppliers: readonly Supplier[]): Promise<readonly KnownSupplier[]> {
  const numbers = await store.findMany('paymentNumber', 'bySupplier', keysOf(suppliers), allOfThem);
  const bySystem = suppliers.map(({ id }) => [id, system]);
  const ids = await store.findMany('supplierExternalId', 'bySupplierAndSystem', bySystem, 1);
  return suppliers.map((supplier, place) => ({
    supplier,
    numbers: numbers[place] ?? [],
    externalId: ids[place]?.[0],
  }));
}

/** The values that are asked for, by field. */
function waitingValues(changes: readonly WantedChange[], numbers: readonly PaymentNumber[]): ExchangeRecord {
  const waiting: Record<string, string> = {};
  const add = (kind: string, text: string): void => {
    const field = numberFields.find(([, one]) => one === kind)?.[0] ?? kind;
    waiting[field] = joinSeveral([...splitSeveral(waiting[field] ?? ''), text]);
  };
  for (const wanted of changes) {
    if (wanted.kind === 'add-payment-number' || wanted.kind === 'replace-payment-number') {
      const { number, bic = '', holder } = wanted;
      add(wanted.numberKind, paidAtText({ number, bic, holder: holder ?? '' }));
    }
    if (wanted.kind === 'set-holder') {
      const held = numbers.find(({ id }) => id === wanted.numberId);
      if (held !== undefined) add(held.kind, paidAtText({ number: held.number, bic: held.bic ?? '', holder: wanted.to ?? '' }));
    }
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
): Promise<readonly SupplierRowFacts['elsewhere'][]> {
  const asked = records.flatMap((record, place) =>
    numberFields.flatMap(([field, kind]) =>
      splitSeveral(record[field] ?? '').map((text) => ({ place, field, kind, number: paidAtOf(text).number })),
    ),
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
  for (const [nth, { place, field, number }] of met.entries())
    elsewhere[place]?.push({ field, number, name: owners[nth]?.name ?? '' });
  return elsewhere;
}

const textFields = [
  'organisationNumber',
  'vatNumber',
  'gln',
  'peppolId',
  'street',
  'postcode',
  'city',
  'phone',
  'email',
  'blockedFor',
  'endedOn',
] as const;

/** The numbers that are in force, and those that are to be. */
function supplierRecord({ supplier, numbers, externalId }: KnownSupplier, today: Day): ExchangeRecord {
  const { addresses = [], contacts = [], paymentDays } = supplier;
  const record: Record<string, string> = { id: supplier.id, name: supplier.name, ...channelRecord(supplier) };
  for (const field of textFields) {
    const value = supplier[field];
    if (value !== undefined) record[field] = value;
  }
  if (externalId?.externalId !== undefined) record.externalId = externalId.externalId;
  if (addresses.length > 0) record.addresses = joinSeveral(addresses.map(addressText));
  if (contacts.length > 0) record.contacts = joinSeveral(contacts.map(contactText));
  if (supplier.protectedBy !== undefined) record.isProtected = 'yes';
  if (paymentDays !== undefined) record.paymentDays = String(paymentDays);
  for (const [field, kind] of numberFields) {
    const own = numbers.filter((number) => number.kind === kind && isAlive(number, today));
    const texts = own.map(({ number, bic = '', holder = '' }) => paidAtText({ number, bic, holder }));
    if (texts.length > 0) record[field] = joinSeveral(texts);
  }
  return record;
}
