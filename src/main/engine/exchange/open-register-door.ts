import type Database from 'better-sqlite3';
import { dayInSweden } from '../../../shared/base/day.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { exchangeFields, type JudgedRow, severalSign } from '../../../shared/domain/register-exchange/index.ts';
import { factsOf, recordsOf, registerEntity } from '../../../shared/run/exchange-facts.ts';
import type { Store } from '../../../shared/run/store.ts';
import type { EngineParts } from '../engine-parts.ts';
import { idsInOrder, readTogether } from '../queries/exchange-rows.ts';
import { sqliteStore } from '../store/sqlite-store.ts';
import type { RegisterDoor } from './register-door.ts';

/** The registers behind the exchange of files: looked up in the rows that are here, changed by commands like any other. */
export function openRegisterDoor(parts: Pick<EngineParts, 'execute' | 'reader' | 'clock'>): RegisterDoor {
  const stores = new WeakMap<Database.Database, Store>();
  /** What the person may see, and no more: a finding tells of other rows. */
  function shown(): { readonly reader: Database.Database; readonly store: Store } {
    const { reader } = parts;
    const store = stores.get(reader) ?? sqliteStore(reader);
    stores.set(reader, store);
    return { reader, store };
  }
  return {
    lookUp: (part) => (rows) => {
      const { reader, store } = shown();
      const records = rows.map(({ record }) => record);
      return readTogether(reader, () => factsOf(store, part, records, dayInSweden(parts.clock())));
    },
    send: (by, part, { importId, fileName }, rows) =>
      parts.execute(by, 'registers/import-rows', {
        ...part,
        importId,
        fileName: fileName.slice(0, 300),
        rows: rows.map((row) => ({ row: row.row, record: row.record, ids: idsFor(row) })),
      }),
    rows: async function* (part) {
      const { reader, store } = shown();
      for await (const ids of idsInOrder(reader, registerEntity[part.register]))
        yield await readTogether(reader, () => recordsOf(store, part, ids, dayInSweden(parts.clock())));
    },
  };
}

/** One for the row, and one for each value of a field with several and each change that has to be asked for. */
function idsFor({ changes }: JudgedRow): readonly string[] {
  let ids = 1;
  for (const { field, after, sensitive } of changes)
    if (sensitive || fieldsWithSeveral.has(field)) ids += after.split(severalSign).length;
  return Array.from({ length: ids }, uuid);
}

const fieldsWithSeveral: ReadonlySet<string> = new Set(
  Object.values(exchangeFields).flatMap((fields) => fields.flatMap(({ name, several }) => (several === true ? [name] : []))),
);
