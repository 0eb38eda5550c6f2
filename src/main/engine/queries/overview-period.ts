import type Database from 'better-sqlite3';
import { addDays, type Day } from '../../../shared/base/day.ts';
import { momentInSweden } from '../../../shared/base/swedish-time.ts';
import type { PeriodFigures } from '../../../shared/contract/overview.ts';
import type { FiscalPeriod, Pause } from '../../../shared/domain/calendar/index.ts';
import { type Channel, channels } from '../../../shared/domain/intake/index.ts';
import { type Answered, answerFigures, timeAnswers } from '../../../shared/domain/overview/index.ts';
import { calendarsIn, type ParkStep, pausesIn } from './queue-clocks.ts';

type Moments = { readonly fromMs: number; readonly untilMs: number };
const noPauses: readonly Pause[] = [];

/** From the first moment of a day up to the first after another. */
export const momentsOf = ({ fromDay, throughDay }: { readonly fromDay: Day; readonly throughDay: Day }): Moments => ({
  fromMs: momentInSweden(fromDay),
  untilMs: momentInSweden(addDays(throughDay, 1)),
});

/** The invoices verified in a period, each with how it was answered. */
export type AnsweredIn = {
  readonly answered: readonly Answered<string>[];
} & ReturnType<typeof timeAnswers>;

/** Read along the index on the moment of verification; pauses are read once for all of them, out of the history. */
export function answersIn(connection: Database.Database): (moments: Moments) => AnsweredIn {
  const verified = connection
    .prepare<unknown[], [string, string, number, number]>(
      `SELECT id, unit_id, received_at_ms, verified_at_ms FROM supplier_invoices
       WHERE verified_at_ms >= @fromMs AND verified_at_ms < @untilMs`,
    )
    .raw();
  const parked = connection.prepare<unknown[], ParkStep>(`
    SELECT subject_id AS id, type, at_ms AS atMs, event ->> 'reason' AS reason FROM events
    WHERE type IN ('invoice-parked', 'invoice-resumed') AND at_ms >= @fromMs AND at_ms < @untilMs ORDER BY at_ms, id`);
  const calendars = calendarsIn(connection);
  return (moments) => {
    const answered = verified
      .all(moments)
      .map(([id, unitId, receivedAtMs, answeredAtMs]) => ({ id, unitId, receivedAtMs, answeredAtMs }));
    const firstMs = answered.reduce((first, { receivedAtMs }) => Math.min(first, receivedAtMs), moments.fromMs);
    const pauses = answered.length === 0 ? new Map() : pausesIn(parked.all({ ...moments, fromMs: firstMs }));
    return { answered, ...timeAnswers(answered, calendars(), (id) => pauses.get(id) ?? noPauses) };
  };
}

/** What became of the invoices of a period: see `PeriodFigures`. */
export function overviewPeriod(connection: Database.Database): (period: FiscalPeriod, atMs: number) => PeriodFigures {
  const counted = (sql: string) => {
    const statement = connection.prepare<unknown[], number>(sql).pluck();
    return (moments: Moments) => statement.get(moments) ?? 0;
  };
  const cameIn = 'received_at_ms >= @fromMs AND received_at_ms < @untilMs';
  const received = counted(`SELECT count(*) FROM supplier_invoices WHERE ${cameIn}`);
  const duplicates = counted(`SELECT count(*) FROM supplier_invoices WHERE queue = 'duplicate' AND ${cameIn}`);
  // Whoever released one did so after it came in; those that were taken back stand there no more.
  const falseAlarms = counted(`
    SELECT count(*) FROM supplier_invoices WHERE released_twins IS NOT NULL AND ${cameIn}
      AND id IN (SELECT subject_id FROM events WHERE type = 'twin-released' AND at_ms >= @fromMs)`);
  const files = connection.prepare<unknown[], PeriodFigures['files']>(
    `SELECT count(*) AS received, count(*) FILTER (WHERE state = 'rejected') AS faulty FROM source_files WHERE ${cameIn}`,
  );
  const byChannel = connection.prepare<unknown[], { readonly channel: Channel; readonly count: number }>(`
    SELECT f.channel, count(*) AS count FROM supplier_invoices i JOIN source_files f ON f.id = i.file_id
    WHERE i.verified_at_ms >= @fromMs AND i.verified_at_ms < @untilMs GROUP BY f.channel`);
  const answers = answersIn(connection);
  return (period, atMs) => {
    const moments = momentsOf(period);
    const { timings, gap } = answers(moments);
    const found = new Map(byChannel.all(moments).map(({ channel, count }) => [channel, count]));
    return {
      asOfMs: atMs,
      received: received(moments),
      verified: timings.length,
      byChannel: Object.fromEntries(channels.map((channel) => [channel, found.get(channel) ?? 0])) as PeriodFigures['byChannel'],
      answers: answerFigures(timings, gap),
      duplicates: duplicates(moments),
      falseAlarms: falseAlarms(moments),
      files: files.get(moments) ?? { received: 0, faulty: 0 },
    };
  };
}
