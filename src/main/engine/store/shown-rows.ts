import type Database from 'better-sqlite3';
import { everyUnit, type Scopes } from '../../../shared/domain/access/index.ts';
import { entityPlans } from '../../../shared/run/table-plan.ts';

/**
 * Lets a connection see the rows of these scopes only, whatever is asked over it: views of its own stand before the tables. Null:
 * nothing is seen. A workstation may hold more than the person at it may see: what somebody else did there and the server has not answered.
 */
export function showOnly(reader: Database.Database, scopes: Scopes | null): void {
  const seen = conditionOf(scopes);
  reader.exec(
    Object.values(entityPlans)
      .map(
        ({ table }) =>
          `DROP VIEW IF EXISTS temp.${table}; CREATE TEMP VIEW ${table} AS SELECT * FROM main.${table} WHERE ${seen};`,
      )
      .join('\n'),
  );
}

/** The plus keeps the scope's index out of it: each query has a better one. */
function conditionOf(scopes: Scopes | null): string {
  if (scopes === null || scopes.length === 0) return '0';
  const named = scopes.map((scope) => `'${scope.replaceAll("'", "''")}'`).join(', ');
  const inList = `+scope IN (${named})`;
  return scopes.includes(everyUnit) ? `(${inList} OR substr(scope, 1, 5) = 'unit:')` : inList;
}
