import { everyUnit } from '../../shared/domain/access/index.ts';
import { type EntityName, entities } from '../../shared/run/entities/index.ts';
import { toRow } from '../../shared/run/row-columns.ts';
import { entityPlans } from '../../shared/run/table-plan.ts';
import type { RowsOf } from '../ports.ts';
import type { Connection } from './connection.ts';
import { listed, named } from './sql.ts';

const rowsAtATime = 1_000;
const next = { name: '', text: `FETCH ${rowsAtATime} FROM rows_of_scopes` };

/** Every row of some scopes, inside a transaction that sees one moment; some at a time, each entity's in the order of the ids. */
export function rowsOfScopes(connection: Connection): RowsOf {
  return async function* (scopes) {
    for (const entity of Object.keys(entities) as EntityName[]) {
      const plan = entityPlans[entity];
      const text = `DECLARE rows_of_scopes NO SCROLL CURSOR FOR SELECT ${listed(plan)} FROM ${plan.table}
        WHERE scope = ANY($1::text[]) OR ($2 AND starts_with(scope, 'unit:')) ORDER BY id`;
      await connection.query({ name: `rows of ${entity}`, text }, [scopes, scopes.includes(everyUnit)]);
      let length = rowsAtATime;
      while (length === rowsAtATime) {
        const found = await connection.query(next, []);
        for (const values of found) yield { entity, row: toRow(entity, named(plan, values)) };
        length = found.length;
      }
      await connection.run('CLOSE rows_of_scopes');
    }
  };
}
