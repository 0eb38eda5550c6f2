import type Database from 'better-sqlite3';
import type { Day } from '../../../shared/base/day.ts';
import type { ImportedChange, ImportedChanges } from '../../../shared/contract/register-changes.ts';
import type { ChangeFinding } from '../../../shared/domain/register-changes/index.ts';
import type { Store } from '../../../shared/run/store.ts';
import { withRows } from './register-changes.ts';

/** A payment number that is asked for of more than one supplier. */
const askedTwice = `asked_twice AS (SELECT wanted ->> 'numberKind' AS kind, wanted ->> 'number' AS number FROM register_changes
  WHERE state = 'pending' AND wanted ->> 'number' IS NOT NULL GROUP BY 1, 2 HAVING count(DISTINCT supplier_id) > 1)`;

/** What speaks against a change `c` of the supplier `s`. */
const speaksAgainst: { readonly [Finding in ChangeFinding]: string } = {
  'number-elsewhere': `EXISTS (SELECT 1 FROM payment_numbers n WHERE n.kind = c.wanted ->> 'numberKind' AND n.number = c.wanted ->> 'number'
    AND n.supplier_id <> c.supplier_id AND n.state IS NULL AND coalesce(n.through_day, @today) >= @today)`,
  'asked-elsewhere': `(c.wanted ->> 'numberKind', c.wanted ->> 'number') IN (SELECT kind, number FROM asked_twice)`,
  'open-control': "EXISTS (SELECT 1 FROM control_findings f WHERE f.supplier_id = c.supplier_id AND f.state <> 'completed')",
  'on-warning-list': `(EXISTS (SELECT 1 FROM warning_list_entries w WHERE w.organisation_number = s.organisation_number AND w.lifted_on IS NULL)
    OR EXISTS (SELECT 1 FROM warning_list_entries w WHERE w.bankgiro = c.wanted ->> 'number' AND c.wanted ->> 'numberKind' = 'bankgiro' AND w.lifted_on IS NULL)
    OR EXISTS (SELECT 1 FROM warning_list_entries w WHERE w.plusgiro = c.wanted ->> 'number' AND c.wanted ->> 'numberKind' = 'plusgiro' AND w.lifted_on IS NULL))`,
  'said-no': "coalesce(c.call_back ->> 'confirmed', 1) = 0",
};
const findingColumns = Object.entries(speaksAgainst).map(([code, sql]) => `CASE WHEN ${sql} THEN '${code}' END`);
const ofImport = "c.state = 'pending' AND c.source ->> 'importId' IS NOT NULL";

type Group = Omit<ImportedChanges, 'kinds'>;
type Kind = { readonly importId: string; readonly kind: ImportedChanges['kinds'][number]['kind']; readonly count: number };

/** The files whose changes wait for a second person, the newest first, and how many they are. */
export function importsThatWait(connection: Database.Database): (limit: number, today: Day) => readonly ImportedChanges[] {
  const groups = connection.prepare<unknown[], Group>(`
    WITH ${askedTwice},
      waiting AS (SELECT c.source ->> 'importId' AS importId, c.source ->> 'note' AS fileName, c.requested_by, c.requested_at_ms,
        coalesce(${findingColumns.join(', ')}) IS NOT NULL AS speaks,
        c.wanted ->> 'kind' IN ('add-payment-number', 'replace-payment-number', 'set-holder')
          AND coalesce(c.call_back ->> 'confirmed', 0) = 0 AS calls
        FROM register_changes c LEFT JOIN suppliers s ON s.id = c.supplier_id WHERE ${ofImport})
    SELECT importId, max(fileName) AS fileName, max(coalesce(p.name, requested_by)) AS requestedByName,
      min(requested_at_ms) AS requestedAtMs, count(*) AS waiting, sum(speaks) AS withFindings, sum(calls AND NOT speaks) AS toCall
    FROM waiting LEFT JOIN people p ON p.id = requested_by
    GROUP BY importId ORDER BY requestedAtMs DESC, importId LIMIT @limit`);
  const kinds = connection.prepare<unknown[], Kind>(`
    SELECT c.source ->> 'importId' AS importId, c.wanted ->> 'kind' AS kind, count(*) AS count
    FROM register_changes c WHERE ${ofImport} GROUP BY 1, 2 ORDER BY 3 DESC`);
  return (limit, today) => {
    const counted = Map.groupBy(kinds.all(), ({ importId }) => importId);
    return groups.all({ limit, today }).map((group) => ({
      ...group,
      kinds: (counted.get(group.importId) ?? []).map(({ kind, count }) => ({ kind, count })),
    }));
  };
}

/** What waits of one file, in the order in which it was asked for, with what speaks against each. */
export function changesOfImport(
  connection: Database.Database,
  store: Store,
): (importId: string, limit: number, today: Day) => Promise<readonly ImportedChange[]> {
  const statement = connection.prepare<unknown[], { readonly id: string; readonly findings: string }>(`
    WITH ${askedTwice}
    SELECT c.id, json_array(${findingColumns.join(', ')}) AS findings
    FROM register_changes c LEFT JOIN suppliers s ON s.id = c.supplier_id
    WHERE ${ofImport} AND c.source ->> 'importId' = @importId ORDER BY c.requested_at_ms, c.id LIMIT @limit`);
  const rowsOf = withRows(connection, store);
  return async (importId, limit, today) => {
    const found = statement.all({ importId, limit, today });
    const rows = new Map((await rowsOf(found.map(({ id }) => id))).map((row) => [row.change.id as string, row]));
    return found.flatMap(({ id, findings }) => {
      const row = rows.get(id);
      const codes = JSON.parse(findings) as readonly (ChangeFinding | null)[]; // made by the statement
      return row === undefined ? [] : [{ ...row, findings: codes.filter((code) => code !== null) }];
    });
  };
}
