import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import {
  type ExchangeRecord,
  type JudgedRow,
  numberKindOf,
  paidAtOf,
  splitSeveral,
} from '../../../shared/domain/register-exchange/index.ts';
import { blockingKeys, compareEntries, hashOf, type RegisterEntry } from '../../../shared/domain/register-twins/index.ts';
import { type TwinRows, twinRows } from '../queries/register-twin-rows.ts';

/** Says which new rows of a file would be twins of one in the register, or of another row of the file. */
export type TwinLooker = {
  /** The name of the one that it is much like; null: it is like nobody. A new row that is like nobody is remembered for those after it. */
  twinOf(row: JudgedRow): string | null;
};

const rowsAtATime = 500;
/** So many under one key are compared at most: a collecting company's bankgiro, an office hotel. */
const mostUnderKey = 30;
/** So many rows of a file are remembered; those after them are still compared with these and with the register. */
const mostRemembered = 300_000;

/** Reads the supplier register once through, a little at a time. Keeps a hash of each key by which rows are compared, and no more of them. */
export async function lookForTwins(connection: Database.Database, isCancelled: () => boolean): Promise<TwinLooker> {
  const rows = twinRows(connection);
  const known: (string | RegisterEntry)[] = [];
  const underKey = new Map<number, number[]>();
  const remember = (entry: RegisterEntry, as: string | RegisterEntry): void => {
    for (const key of blockingKeys(entry)) {
      const hash = hashOf(key);
      const places = underKey.get(hash);
      if (places === undefined) underKey.set(hash, [known.length]);
      else if (places.length < mostUnderKey) places.push(known.length);
    }
    known.push(as);
  };
  for (let after = ''; !isCancelled(); ) {
    const some = rows.entriesAfter(after, rowsAtATime);
    for (const entry of some) remember(entry, entry.id);
    after = some.at(-1)?.id ?? '';
    if (some.length < rowsAtATime) break;
    await setImmediate();
  }
  const inRegister = known.length;
  return {
    twinOf: (row) => {
      const entry = entryOf(row);
      for (const place of placesOf(entry, underKey)) {
        const other = entryAt(rows, known[place]);
        if (other !== undefined && compareEntries(entry, other) !== null) return other.names[0];
      }
      if (known.length < inRegister + mostRemembered) remember(entry, entry);
      return null;
    },
  };
}

function placesOf(entry: RegisterEntry, underKey: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
  return new Set(blockingKeys(entry).flatMap((key) => underKey.get(hashOf(key)) ?? []));
}

const entryAt = (rows: TwinRows, one: string | RegisterEntry | undefined): RegisterEntry | undefined =>
  typeof one === 'string' ? rows.entry(one) : one;

function entryOf({ row, record }: JudgedRow): RegisterEntry {
  const { name = '', organisationNumber, vatNumber, street, postcode, city } = record;
  return {
    id: `row ${row}`,
    names: [name],
    ...(organisationNumber !== undefined && { organisationNumber }),
    ...(vatNumber !== undefined && { vatNumber }),
    paymentNumbers: paymentNumbersOf(record),
    ...(street !== undefined && { street }),
    ...(postcode !== undefined && { postcode }),
    ...(city !== undefined && { city }),
  };
}

const paymentNumbersOf = (record: ExchangeRecord): readonly string[] =>
  Object.entries(numberKindOf).flatMap(([field, kind]) =>
    splitSeveral(record[field] ?? '').map((text) => `${kind} ${paidAtOf(text).number}`),
  );
