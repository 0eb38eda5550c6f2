import type Database from 'better-sqlite3';
import type { Day } from '../../../shared/base/day.ts';
import type { RegisterHit, RegisterName } from '../../../shared/contract/register-search.ts';
import { everyUnit, type Scopes } from '../../../shared/domain/access/index.ts';
import { type SearchedRow, searchedRows, shownCity, shownNumber, stateOf } from './searched-rows.ts';

export type RegisterHitOf = (register: RegisterName, id: string, scopes: Scopes, today: Day) => RegisterHit | null;

/** A row of a register as its search would tell of it; null where there is none in sight. */
export function registerHitOf(connection: Database.Database): RegisterHitOf {
  const statementOf = (register: RegisterName) => {
    const { table, columns, hasClients } = searchedRows[register];
    const inSight = hasClients
      ? "AND (s.scope IN (SELECT value FROM json_each(@scopes)) OR (@everyUnit AND s.scope LIKE 'unit:%'))"
      : '';
    return connection.prepare<unknown[], SearchedRow>(`SELECT ${columns} FROM ${table} s WHERE s.id = @id ${inSight}`);
  };
  const statements = { supplier: statementOf('supplier'), customer: statementOf('customer'), article: statementOf('article') };
  return (register, id, scopes, today) => {
    const sight = searchedRows[register].hasClients
      ? { scopes: JSON.stringify(scopes), everyUnit: scopes.includes(everyUnit) ? 1 : 0 }
      : {};
    const row = statements[register].get({ id, ...sight });
    if (row === undefined) return null;
    return {
      register,
      id,
      name: row.name,
      number: shownNumber(register, row),
      city: shownCity(row, today),
      foundBy: { kind: 'name' },
      state: stateOf(row, today),
      mergedFrom: null,
    };
  };
}
