import { uuid } from '../../../shared/contract/uuid.ts';
import { exchangeFields, type JudgedRow, severalSign } from '../../../shared/domain/register-exchange/index.ts';
import { factsOf, recordsOf, registerEntity } from '../../../shared/run/exchange-facts.ts';
import type { EngineParts } from '../engine-parts.ts';
import { idsInOrder } from '../queries/exchange-rows.ts';
import type { RegisterDoor } from './register-door.ts';

/** The registers behind the exchange of files: looked up in the rows that are here, changed by commands like any other. */
export function openRegisterDoor(parts: Pick<EngineParts, 'store' | 'execute' | 'reader'>): RegisterDoor {
  return {
    lookUp: (part) => (rows) =>
      factsOf(
        parts.store,
        part,
        rows.map(({ record }) => record),
      ),
    send: (by, part, { importId, fileName }, rows) =>
      parts.execute(by, 'registers/import-rows', {
        ...part,
        importId,
        fileName: fileName.slice(0, 300),
        rows: rows.map((row) => ({ row: row.row, record: row.record, ids: idsFor(row) })),
      }),
    rows: async function* (part) {
      for await (const ids of idsInOrder(parts.reader, registerEntity[part.register]))
        yield await recordsOf(parts.store, part, ids);
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
