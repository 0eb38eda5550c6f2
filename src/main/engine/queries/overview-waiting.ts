import type Database from 'better-sqlite3';
import { addDays } from '../../../shared/base/day.ts';
import { momentInSweden } from '../../../shared/base/swedish-time.ts';
import type { Waiting, WaitingLine, WaitingNow } from '../../../shared/contract/overview.ts';
import type { QueueCount } from '../../../shared/contract/work-queue.ts';
import type { CalendarGap } from '../../../shared/domain/calendar/index.ts';
import { ageBands, arrivalsOfBands, waitingConditions } from '../../../shared/domain/overview/index.ts';
import type { Condition } from '../../../shared/domain/work-queue/index.ts';
import { answeredLate } from './answers-in.ts';
import { keptStatements } from './few-rows.ts';
import { type AnswerBounds, answerBounds, calendarsIn } from './queue-clocks.ts';
import { type Asking, compileFilter } from './queue-filter.ts';

/** More than anybody lets wait; counted no further. */
const most = 20_000;
const invoiceQueues = ['notices', 'to-verify', 'parked', 'verified'] as const;

/** Other kinds of work: what of it waits, and since when. */
const others = {
  'register-changes': "register_changes WHERE state = 'pending' AND requested_at_ms",
  'role-changes': "role_changes WHERE state = 'pending' AND requested_at_ms",
  'control-findings':
    "control_findings WHERE (state IN ('open', 'commented', 'shared') OR (state = 'snoozed' AND sort_due <= @today)) AND opened_at_ms",
  'faulty-files': "source_files WHERE state = 'rejected' AND received_at_ms",
} as const satisfies Partial<Record<WaitingLine, string>>;

/** What waits now, by queue and kind of work, and how long it has. Of invoices every number is that of the filter that it opens. */
export function overviewWaiting(connection: Database.Database): (asking: Asking) => WaitingNow {
  const statement = keptStatements<number>(connection);
  const calendars = calendarsIn(connection);
  const answered = answeredLate(connection);

  function countOf(conditions: readonly Condition[], asking: Asking, bounds: AnswerBounds): QueueCount {
    const { arms, values } = compileFilter(conditions, asking, bounds, { order: null, isFew: () => false });
    const rows = arms.map(({ where }) => `SELECT 1 FROM supplier_invoices i WHERE ${where.join(' AND ')}`).join(' UNION ALL ');
    return capped(
      statement(`SELECT count(*) FROM (${rows} LIMIT ${most + 1})`)
        .pluck()
        .get(values) ?? 0,
    );
  }
  function otherWork(line: keyof typeof others, asking: Asking): Waiting {
    const ages = arrivalsOfBands(asking.today).map(({ fromDay, throughDay }) => {
      const fromMs = fromDay === null ? 0 : momentInSweden(fromDay);
      const untilMs = throughDay === null ? Number.MAX_SAFE_INTEGER : momentInSweden(addDays(throughDay, 1));
      const sql = `SELECT count(*) FROM (SELECT 1 FROM ${others[line]} BETWEEN @fromMs AND @untilMs - 1 LIMIT ${most + 1})`;
      return capped(statement(sql).pluck().get({ fromMs, untilMs, today: asking.today }) ?? 0);
    });
    return { line, total: sum(ages), ages, late: null };
  }

  return (asking) => {
    const gaps: CalendarGap[] = [];
    const bounds = answerBounds(calendars(), answered, (gap) => gaps.push(gap));
    const inQueue = (line: (typeof invoiceQueues)[number]): Waiting => {
      const count = (which: 'late' | number) => countOf(waitingConditions(line, which, asking.today), asking, bounds);
      const ages = ageBands.map((_, band) => count(band));
      const late = line === 'notices' || line === 'to-verify' ? count('late') : null;
      return { line, total: sum(ages), ages, late };
    };
    const lines = [
      ...invoiceQueues.map(inQueue),
      ...(Object.keys(others) as (keyof typeof others)[]).map((line) => otherWork(line, asking)),
    ];
    return { asOfMs: asking.atMs, lines, gap: gaps[0] ?? null };
  };
}

const capped = (count: number): QueueCount => ({ count: Math.min(count, most), capped: count > most });
const sum = (counts: readonly QueueCount[]): QueueCount => ({
  count: counts.reduce((total, { count }) => total + count, 0),
  capped: counts.some((one) => one.capped),
});
