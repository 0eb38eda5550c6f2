import type Database from 'better-sqlite3';
import type { Pause } from '../../../shared/domain/calendar/index.ts';
import { type Answered, timeAnswers } from '../../../shared/domain/overview/index.ts';
import { type AnsweredLate, calendarsIn, type ParkStep, pausesIn } from './queue-clocks.ts';

/** From a moment up to another. */
export type Moments = { readonly fromMs: number; readonly untilMs: number };
const noPauses: readonly Pause[] = [];

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

/** Which of them were answered late: for a filter, by their ids. */
export function answeredLate(connection: Database.Database): AnsweredLate {
  const answers = answersIn(connection);
  return (moments) => {
    const { answered, timings } = answers(moments);
    const idsWhere = (holds: (timing: (typeof timings)[number]) => boolean) =>
      answered.flatMap(({ id }, place) => (holds(timings[place]) ? [id] : []));
    return { late: idsWhere((timing) => timing?.inTime === false), unknown: idsWhere((timing) => timing === undefined) };
  };
}
