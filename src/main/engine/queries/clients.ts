import type Database from 'better-sqlite3';
import { everyUnit, type Scopes } from '../../../shared/domain/access/index.ts';
import { ownersIn } from './names-in-register.ts';

/** The clients (förvaltningar) in whose registers one may put a row: those of one's roles; for who works for all, every one that is known of. */
export function clientsOf(connection: Database.Database): (scopes: Scopes) => readonly string[] {
  const owners = [ownersIn(connection, 'customers'), ownersIn(connection, 'articles')];
  const granted = connection.prepare<[], string>("SELECT DISTINCT within FROM grants WHERE within <> 'all'").pluck();
  return (scopes) => {
    if (!scopes.includes(everyUnit))
      return scopes.flatMap((scope) => (scope.startsWith('unit:') ? [scope.slice('unit:'.length)] : []));
    const known = new Set([...granted.all(), ...owners.flatMap((own) => own())]);
    return [...known].filter((unit) => unit !== '').sort();
  };
}
