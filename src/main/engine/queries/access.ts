import type Database from 'better-sqlite3';
import type { Day } from '../../../shared/base/day.ts';
import type { PersonRolesRow, RoleChangeRow, RoleFolder } from '../../../shared/contract/access.ts';
import { type Grant, grantsInForce, type Person, type RoleChange } from '../../../shared/domain/access/index.ts';
import type { Store } from '../../../shared/run/store.ts';

/** More than anyone holds. */
const allGrants = 10_000;

/** Everyone who works here, by name, with every role: those in force first, then those to come, then those that are over. */
export function peopleAndRoles(
  connection: Database.Database,
  store: Store,
): (limit: number, today: Day) => Promise<readonly PersonRolesRow[]> {
  const statement = connection.prepare<unknown[], { id: string }>(
    'SELECT id FROM people WHERE human = 1 ORDER BY name, id LIMIT ?',
  );
  return async (limit, today) => {
    const people = await Promise.all(statement.all(limit).map(({ id }) => store.get('person', id)));
    return Promise.all(
      people
        .filter((person): person is Person => person !== undefined)
        .map(async (person) => {
          const grants = await store.find('grant', 'byPerson', [person.id], allGrants);
          return { person, grants: inOrder(grants, today) };
        }),
    );
  };
}

function inOrder(grants: readonly Grant[], today: Day): readonly Grant[] {
  const now = new Set(grantsInForce(grants, today));
  const rank = (grant: Grant): number => (now.has(grant) ? 0 : grant.fromDay > today ? 1 : 2);
  return [...grants].sort((one, other) => rank(one) - rank(other) || (one.fromDay < other.fromDay ? -1 : 1));
}

type Names = Omit<RoleChangeRow, 'change'> & { readonly id: string };

const columns = `c.id, coalesce(who.name, c.person_id) AS personName, coalesce(asked.name, c.requested_by) AS requestedByName,
  decided.name AS decidedByName
  FROM role_changes c
  LEFT JOIN people who ON who.id = c.person_id
  LEFT JOIN people asked ON asked.id = c.requested_by
  LEFT JOIN people decided ON decided.id = c.decided_by`;

/** Changes of roles that wait, the oldest first; or those that were decided or taken back, the newest first. */
export function roleChanges(
  connection: Database.Database,
  store: Store,
): (folder: RoleFolder, limit: number) => Promise<readonly RoleChangeRow[]> {
  const pending = connection.prepare<unknown[], Names>(
    `SELECT ${columns} WHERE c.state = 'pending' ORDER BY c.requested_at_ms, c.id LIMIT ?`,
  );
  const decided = connection.prepare<unknown[], Names>(
    `SELECT ${columns} WHERE c.state <> 'pending' ORDER BY coalesce(c.decided_at_ms, c.requested_at_ms) DESC, c.id LIMIT ?`,
  );
  return async (folder, limit) => {
    const names = (folder === 'pending' ? pending : decided).all(limit);
    const rows = await Promise.all(
      names.map(async ({ id, ...rest }) => ({ change: await store.get('roleChange', id), ...rest })),
    );
    return rows.filter((row): row is typeof row & { change: RoleChange } => row.change !== undefined);
  };
}
