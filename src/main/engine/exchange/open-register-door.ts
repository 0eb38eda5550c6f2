import type Database from 'better-sqlite3';
import { dayInSweden } from '../../../shared/base/day.ts';
import { asId } from '../../../shared/base/ids.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import {
  type ExchangeRegister,
  type JudgedRow,
  severalSign,
  withoutCovered,
} from '../../../shared/domain/register-exchange/index.ts';
import { factsOf, recordsOf, registerEntity } from '../../../shared/run/exchange-facts.ts';
import type { Store } from '../../../shared/run/store.ts';
import type { EngineParts } from '../engine-parts.ts';
import { idsInOrder, readTogether } from '../queries/exchange-rows.ts';
import { sqliteStore } from '../store/sqlite-store.ts';
import { type RegisterDoor, RevealRefused, type Uncovered } from './register-door.ts';
import { lookForTwins } from './twin-looker.ts';

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
  /** By the same commands as a person sees one row whole. */
  async function reveal(register: ExchangeRegister, ids: readonly string[], { by, reason }: Uncovered): Promise<void> {
    for (let from = 0; from < ids.length; from += revealedTogether) {
      const some = ids.slice(from, from + revealedTogether);
      const answers = await Promise.all(
        some.map((id) =>
          register === 'customers'
            ? parts.execute(by, 'customers/reveal-personal-number', { customerId: asId<'customer'>(id), reason })
            : parts.execute(by, 'suppliers/reveal-personal-number', { supplierId: asId<'supplier'>(id), reason }),
        ),
      );
      const refused = answers.find(({ ok }) => !ok);
      if (refused !== undefined && !refused.ok && refused.error.code !== 'nothing-covered')
        throw new RevealRefused(refused.error.code);
    }
  }
  return {
    lookUp: (part) => (rows) => {
      const { reader, store } = shown();
      const records = rows.map(({ record }) => record);
      return readTogether(reader, () => factsOf(store, part, records, dayInSweden(parts.clock())));
    },
    lookForTwins: async ({ register }, isCancelled) =>
      register === 'suppliers' ? lookForTwins(parts.reader, isCancelled) : null,
    send: (by, { register, ...part }, { importId, fileName }, rows) => {
      const sent = rows.map((row) => ({ row: row.row, record: row.record, ids: idsFor(row) }));
      const input = { ...part, importId, fileName: fileName.slice(0, 300), rows: sent };
      switch (register) {
        case 'suppliers':
          return parts.execute(by, 'registers/import-rows', { ...input, register });
        case 'customers':
          return parts.execute(by, 'registers/import-customers', { ...input, register });
        case 'articles':
          return parts.execute(by, 'registers/import-articles', { ...input, register });
      }
    },
    rows: async function* (part, uncovered) {
      const { reader, store } = shown();
      for await (const ids of idsInOrder(reader, registerEntity[part.register])) {
        const whole = await readTogether(reader, () => recordsOf(store, part, ids, dayInSweden(parts.clock())));
        const records = whole.map((record) => ({ whole: record, ...withoutCovered(part.register, record) }));
        if (uncovered === null) yield records.map(({ record }) => record);
        else {
          const withMore = records.flatMap((one) => (one.isLess ? (one.whole.id ?? []) : []));
          await reveal(part.register, withMore, uncovered);
          yield whole;
        }
      }
    },
  };
}

const revealedTogether = 50;

/** One for the row, and one for each change that is asked for, each price, and what another system calls it. */
function idsFor({ changes }: JudgedRow): readonly string[] {
  let ids = 1;
  for (const { field, after, sensitive } of changes)
    if (sensitive || field === 'prices' || field === 'externalId') ids += after.split(severalSign).length;
  return Array.from({ length: ids }, uuid);
}
