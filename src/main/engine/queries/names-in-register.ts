import type Database from 'better-sqlite3';
import { sortKey } from '../../../shared/base/text.ts';
import type { After } from '../../../shared/contract/customers-and-articles.ts';
import { everyUnit, type Scopes } from '../../../shared/domain/access/index.ts';

type Found = { readonly id: string; readonly key: string };
export type NamesAsked = { readonly text: string; readonly after: After; readonly limit: number; readonly scopes: Scopes };

/** The ids of a register's rows whose name begins with a text, in the order of names, over the index of names; and where that goes on. */
export function namesInRegister(
  connection: Database.Database,
  table: 'customers' | 'articles',
): (asked: NamesAsked) => { readonly ids: readonly string[]; readonly next: After } {
  const statement = connection.prepare<unknown[], Found>(`
    SELECT id, sort_name AS key FROM ${table}
    WHERE sort_name >= @from AND sort_name < @to AND (sort_name, id) > (@key, @id)
      AND (scope IN (SELECT value FROM json_each(@scopes)) OR (@everyUnit AND scope LIKE 'unit:%'))
    ORDER BY sort_name, id LIMIT @most`);
  return ({ text, after, limit, scopes }) => {
    const from = sortKey(text);
    const found = statement.all({
      ...{ from, to: `${from}\u{10ffff}`, key: after?.key ?? '', id: after?.id ?? '', most: limit + 1 },
      ...{ scopes: JSON.stringify(scopes), everyUnit: scopes.includes(everyUnit) ? 1 : 0 },
    });
    const page = found.slice(0, limit);
    return { ids: page.map(({ id }) => id), next: found.length > limit ? (page.at(-1) ?? null) : null };
  };
}

/** Whose registers there are: one look for each, over the index that begins with the owner. */
export function ownersIn(connection: Database.Database, table: 'customers' | 'articles'): () => readonly string[] {
  const statement = connection
    .prepare<[], string>(
      `WITH RECURSIVE owners (owner) AS (
         SELECT min(owner) FROM ${table} UNION ALL SELECT (SELECT min(owner) FROM ${table} t WHERE t.owner > owners.owner) FROM owners WHERE owner IS NOT NULL)
       SELECT owner FROM owners WHERE owner IS NOT NULL`,
    )
    .pluck();
  return () => statement.all();
}
