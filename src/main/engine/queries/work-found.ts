import type Database from 'better-sqlite3';
import { addDays, type Day } from '../../../shared/base/day.ts';
import { momentInSweden } from '../../../shared/base/swedish-time.ts';
import type { RefusedWork } from '../../../shared/contract/sync.ts';
import type { Role } from '../../../shared/domain/access/index.ts';
import { calendarOf } from '../../../shared/domain/calendar/index.ts';
import { answerClock, type ClockedWork, isEscalated, isFor, type Work } from '../../../shared/domain/work-queue/index.ts';
import { calendarsIn, pausesOf } from './queue-clocks.ts';
import type { Asking } from './queue-filter.ts';

export type WorkAsked = Asking & {
  readonly roles: readonly Role[];
  readonly refused: readonly RefusedWork[];
  readonly limit: number;
};
/** Work as it was found, with the unit whose calendar it goes by. */
export type FoundWork = Work & { readonly unitId: string };
export type FoundColumns = Omit<FoundWork, 'kind'>;

/** What a statement over invoices `i` has to give of each; `since` is SQL for when its clock began. */
export const invoiceWork = (since: string): string => `
  i.id, i.unit_id AS unitId, supplier_name AS name, number AS detail, nullif(sort_due, '9999-12-31') AS payBy, l.holder, ${since} AS sinceMs
  FROM supplier_invoices i LEFT JOIN leases l ON l.id = i.id AND l.until_ms > @atMs`;

/** What stands in no queue of invoices to verify: parked ones that come back, verified ones to be paid by now, changes of registers and roles, remarks of controls, callers to get back to, faulty files, refused work. */
export function otherWork(connection: Database.Database, most: number): (asked: WorkAsked) => readonly FoundWork[] {
  const returning = connection.prepare<unknown[], FoundColumns & { readonly returnsOn: Day }>(`
    SELECT returns_on AS returnsOn, ${invoiceWork('0')}
    WHERE queue = 'parked' AND returns_on <= @today ORDER BY returns_on, i.id LIMIT ${most}`);
  const approvals = connection.prepare<unknown[], FoundColumns>(`
    SELECT ${invoiceWork('0')}
    WHERE queue = 'verified' AND sort_due <= @today AND verified_by <> @person ORDER BY sort_due, i.id LIMIT ${most}`);
  const registerChanges = connection.prepare<unknown[], FoundColumns>(`
    SELECT c.id, '' AS unitId, s.name, NULL AS detail, NULL AS payBy, NULL AS holder, requested_at_ms AS sinceMs
    FROM register_changes c LEFT JOIN suppliers s ON s.id = c.supplier_id
    WHERE c.state = 'pending' AND c.requested_by <> @person ORDER BY requested_at_ms, c.id LIMIT ${most}`);
  const roleChanges = connection.prepare<unknown[], FoundColumns>(`
    SELECT c.id, '' AS unitId, p.name, NULL AS detail, NULL AS payBy, NULL AS holder, requested_at_ms AS sinceMs
    FROM role_changes c LEFT JOIN people p ON p.id = c.person_id
    WHERE c.state = 'pending' AND c.requested_by <> @person AND c.person_id <> @person ORDER BY requested_at_ms, c.id LIMIT ${most}`);
  const findings = connection.prepare<unknown[], FoundColumns & { readonly dueDay: Day }>(`
    SELECT f.id, '' AS unitId, s.name, NULL AS detail, NULL AS payBy, NULL AS holder, 0 AS sinceMs, f.sort_due AS dueDay
    FROM control_findings f LEFT JOIN suppliers s ON s.id = f.supplier_id
    WHERE f.state IN ('open', 'commented', 'snoozed', 'shared') AND f.sort_due <= @today AND (f.shared_with IS NULL OR f.shared_with = @person)
    ORDER BY f.sort_due, f.id LIMIT ${most}`);
  const callBacks = connection.prepare<unknown[], FoundColumns>(`
    SELECT c.id, c.unit_id AS unitId, nullif(c.caller, '') AS name, r.name AS detail, NULL AS payBy, NULL AS holder, c.awaits_since_ms AS sinceMs
    FROM call_notes c LEFT JOIN call_reasons r ON r.id = c.reason_id
    WHERE c.awaits_since_ms IS NOT NULL AND c.noted_by = @person ORDER BY c.awaits_since_ms, c.id LIMIT ${most}`);
  // What was not dealt with by the day after is looked up among what came in.
  const files = connection.prepare<unknown[], FoundColumns>(`
    SELECT id, unit_id AS unitId, name, NULL AS detail, NULL AS payBy, NULL AS holder, received_at_ms AS sinceMs
    FROM source_files WHERE state = 'rejected' AND received_at_ms >= @fromMs ORDER BY received_at_ms, id LIMIT ${most}`);
  return ({ person, atMs, today, refused }) => {
    const values = { person, atMs, today, fromMs: momentInSweden(addDays(today, -4)) };
    return [
      ...returning
        .all(values)
        .map(({ returnsOn, ...row }) => ({ ...row, sinceMs: momentInSweden(returnsOn), kind: 'returning-invoice' as const })),
      ...approvals.all(values).map((row) => ({ ...row, sinceMs: momentInSweden(row.payBy ?? today), kind: 'approval' as const })),
      ...registerChanges.all(values).map((row) => ({ ...row, kind: 'register-change' as const })),
      ...roleChanges.all(values).map((row) => ({ ...row, kind: 'role-change' as const })),
      ...findings
        .all(values)
        .map(({ dueDay, ...row }) => ({ ...row, sinceMs: momentInSweden(dueDay), kind: 'control-finding' as const })),
      ...callBacks.all(values).map((row) => ({ ...row, kind: 'call-back' as const })),
      ...files.all(values).map((row) => ({ ...row, kind: 'faulty-file' as const })),
      ...refused.map(fromRefused),
    ];
  };
}

/** Gives each piece of work its clock, and leaves out what is another's: by role, and by who holds it. */
export function clockedWork(
  connection: Database.Database,
): (found: readonly FoundWork[], asked: WorkAsked) => readonly ClockedWork[] {
  const calendars = calendarsIn(connection);
  const pauses = pausesOf(connection);
  return (found, { person, atMs, roles }) => {
    const known = calendars();
    const free = found.filter(({ holder }) => holder === null || holder === person);
    const halts = pauses(free.filter(({ kind }) => kind === 'supplier-invoice').map(({ id }) => id));
    return free
      .map(({ unitId, ...work }): ClockedWork => {
        const calendar = calendarOf(known, unitId);
        const clock = answerClock(calendar, work, { pauses: halts.get(work.id) ?? [], atMs });
        return { ...work, clock, isEscalated: isEscalated(calendar, work.kind, clock.dueMs, atMs) };
      })
      .filter((work) => isFor(work, roles));
  };
}

/** Refused because somebody else's work stands there: a conflict. */
const conflicts: readonly string[] = [
  'stale',
  'stale-lease',
  'leased-by-other',
  'changed-since',
  'duplicate-invoice',
  'wrong-state',
];

function fromRefused({ commandId, error, issuedAtMs, about }: RefusedWork): FoundWork {
  const isInvoice = about?.entity === 'supplierInvoice';
  return {
    kind: conflicts.includes(error.code) ? 'conflict' : 'rejection',
    id: commandId,
    unitId: '',
    name: about === null ? null : isInvoice ? about.supplierName : about.name,
    detail: isInvoice ? about.number : null,
    sinceMs: issuedAtMs,
    payBy: null,
    holder: null,
  };
}
