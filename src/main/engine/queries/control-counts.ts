import type Database from 'better-sqlite3';
import type { Day } from '../../../shared/base/day.ts';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { ControlCounts, KnownWarningList } from '../../../shared/contract/control-service.ts';

/** What waits in the inbox: all of it, what a snooze brought back, what nobody has looked at, and what colleagues have left to this person. */
export function controlCounts(connection: Database.Database): (person: PersonId, today: Day) => ControlCounts {
  const statement = connection.prepare<unknown[], ControlCounts>(`
    SELECT count(*) AS due,
      count(*) FILTER (WHERE state = 'snoozed') AS back,
      count(*) FILTER (WHERE state = 'open') AS fresh,
      count(*) FILTER (WHERE state = 'shared' AND shared_with = @person) AS mine
    FROM control_findings
    WHERE state IN ('open', 'commented', 'shared') OR (state = 'snoozed' AND until_day <= @today)`);
  const none: ControlCounts = { due: 0, back: 0, fresh: 0, mine: 0 };
  return (person, today) => statement.get({ person, today }) ?? none;
}

/** The warning lists that have been taken in, by name: whose, of which day, and how many entries are in force. */
export function warningLists(connection: Database.Database): () => readonly KnownWarningList[] {
  const statement = connection.prepare<unknown[], KnownWarningList>(`
    SELECT list, max(source) AS source, max(seen_on) AS seenOn, count(*) FILTER (WHERE lifted_on IS NULL) AS entries
    FROM warning_list_entries GROUP BY list ORDER BY list LIMIT 100`);
  return () => statement.all();
}
