import type Database from 'better-sqlite3';
import { addDays } from '../../../shared/base/day.ts';
import { momentInSweden } from '../../../shared/base/swedish-time.ts';
import type { QueueCount, TodayView } from '../../../shared/contract/work-queue.ts';
import { type CalendarGap, calendarOf, latestArrivalDueBy } from '../../../shared/domain/calendar/index.ts';
import { byUrgency, countToday, reasonsToday, type TodayCounts, workKinds } from '../../../shared/domain/work-queue/index.ts';
import { calendarsIn, kindOfQueue } from './queue-clocks.ts';
import { clockedWork, type FoundColumns, type FoundWork, invoiceWork, otherWork, type WorkAsked } from './work-found.ts';

/** Counted up to so many for each reason: beyond that a clerk wants to know that there are many, not how many. */
const most = 500;
const queues = ['notices', 'to-verify'] as const;
type Held = FoundColumns & { readonly queue: keyof typeof kindOfQueue };

/**
 * What is a person's today of all kinds of work, in the order in which it is best done, and how much for each reason. What falls due by a
 * moment is what came in by another, so that only that is read, along the index on arrival; its exact clock is then worked out row by row.
 */
export function workToday(connection: Database.Database): (asked: WorkAsked) => TodayView {
  const invoices = (where: string, order: string) =>
    connection.prepare<unknown[], FoundColumns>(
      `SELECT ${invoiceWork('received_at_ms')} WHERE queue = @queue AND ${where} ORDER BY ${order}, i.id LIMIT ${most + 1}`,
    );
  const byArrival = invoices('received_at_ms >= @fromMs AND received_at_ms < @untilMs', 'received_at_ms');
  const toPay = invoices('sort_due <= @today', 'sort_due');
  const basket = connection.prepare<unknown[], Held>(`
    SELECT queue, ${invoiceWork('received_at_ms')}
    WHERE i.id IN (SELECT id FROM leases WHERE holder = @person AND until_ms > @atMs LIMIT ${most + 1})`);
  const calendars = calendarsIn(connection);
  const others = otherWork(connection, most + 1);
  const clocked = clockedWork(connection);

  /** What may be late, and what may be due today: of several calendars the widest. */
  function arrivals(queue: (typeof queues)[number], { atMs, today }: WorkAsked) {
    const known = calendars();
    const offices = known
      .filter(({ kind }) => kind === 'office')
      .flatMap(({ units: [unit = ''] }) => calendarOf(known, unit) ?? []);
    const { clock } = workKinds[kindOfQueue[queue] ?? 'supplier-invoice'];
    const gaps: CalendarGap[] = offices.length === 0 ? [{ code: 'no-hours-yet', day: today }] : [];
    const latest = (untilMs: number) =>
      offices.flatMap((calendar) => {
        const found = latestArrivalDueBy(calendar, clock, untilMs);
        if (found.ok) return [found.value + 60_000]; // to the minute
        gaps.push(found.error);
        return [];
      });
    const lateBy = latest(atMs);
    const late = { fromMs: 0, untilMs: Math.max(0, ...lateBy) };
    const due = { fromMs: Math.min(late.untilMs, ...lateBy), untilMs: Math.max(0, ...latest(momentInSweden(addDays(today, 1)))) };
    return { stretches: [late, due], gap: gaps[0] ?? null };
  }

  return (asked) => {
    const { atMs, person, today } = asked;
    const gaps: CalendarGap[] = [];
    const inQueues = queues.flatMap((queue) => {
      const { stretches, gap } = arrivals(queue, asked);
      if (gap !== null) gaps.push(gap);
      const found = [
        ...stretches.flatMap((stretch) => byArrival.all({ atMs, queue, ...stretch })),
        ...toPay.all({ atMs, queue, today }),
      ];
      return found.map((row): FoundWork => ({ ...row, kind: kindOfQueue[queue] ?? 'supplier-invoice' }));
    });
    const held = basket.all({ atMs, person }).flatMap(({ queue, ...row }): readonly FoundWork[] => {
      const kind = queue === 'parked' ? null : kindOfQueue[queue];
      return kind === null ? [] : [{ ...row, kind }];
    });
    const once = new Map([...inQueues, ...held].map((row) => [row.id, row])).values();
    const work = clocked([...once, ...others(asked)], asked)
      .map((one) => ({ ...one, reasons: reasonsToday(one, { person, today, atMs }) }))
      .filter(({ reasons }) => reasons.length > 0)
      .sort(byUrgency(atMs));
    return { asOfMs: atMs, rows: work.slice(0, asked.limit), counts: capped(countToday(work)), gap: gaps[0] ?? null };
  };
}

const capped = (counts: TodayCounts): TodayView['counts'] =>
  Object.fromEntries(
    Object.entries(counts).map(([reason, count]): [string, QueueCount] => [
      reason,
      { count: Math.min(count, most), capped: count > most },
    ]),
  ) as TodayView['counts']; // one for each
