import type Database from 'better-sqlite3';
import { addDays } from '../../../shared/base/day.ts';
import { momentInSweden } from '../../../shared/base/swedish-time.ts';
import type { PeriodFigures } from '../../../shared/contract/overview.ts';
import type { FiscalPeriod } from '../../../shared/domain/calendar/index.ts';
import { type Channel, channels } from '../../../shared/domain/intake/index.ts';
import { answerFigures } from '../../../shared/domain/overview/index.ts';
import { answersIn, type Moments } from './answers-in.ts';

/** From the first moment of a day up to the first after another. */
export const momentsOf = ({ fromDay, throughDay }: FiscalPeriod): Moments => ({
  fromMs: momentInSweden(fromDay),
  untilMs: momentInSweden(addDays(throughDay, 1)),
});

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
