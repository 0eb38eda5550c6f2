import { z } from 'zod';
import type { CalendarGap } from '../domain/calendar/index.ts';
import type { Channel } from '../domain/intake/index.ts';
import type { AnswerFigures } from '../domain/overview/index.ts';
import type { TouchFigures } from '../domain/touches/index.ts';
import { daySchema } from '../run/schemas.ts';
import { takes } from './called.ts';
import type { QueueCount } from './work-queue.ts';

/** What waits, each a line of *Översikt*: queues of invoices, and other kinds of work. */
export const waitingLines = [
  'notices',
  'to-verify',
  'parked',
  'verified',
  'register-changes',
  'role-changes',
  'control-findings',
  'faulty-files',
] as const;
export type WaitingLine = (typeof waitingLines)[number];

/** How much of it waits, by how long it has: one count for each of `ageBands`. */
export type Waiting = {
  readonly line: WaitingLine;
  readonly total: QueueCount;
  readonly ages: readonly QueueCount[];
  /** Whose answer was due on an earlier day; null of what has no such clock. */
  readonly late: QueueCount | null;
};
export type WaitingNow = { readonly asOfMs: number; readonly lines: readonly Waiting[]; readonly gap: CalendarGap | null };

/** What became of the invoices of some days. What came in is counted by the day that it did, what was done by the day that it was. */
export type PeriodFigures = {
  readonly asOfMs: number;
  readonly received: number;
  /** Verified in the period, and still. */
  readonly verified: number;
  readonly byChannel: { readonly [Name in Channel]: number };
  /** Of those that were verified. */
  readonly answers: AnswerFigures;
  /** Of those that came in: set aside as doubles, taken for doubles and found not to be. */
  readonly duplicates: number;
  readonly falseAlarms: number;
  readonly files: { readonly received: number; readonly faulty: number };
};

export const overviewQueries = {
  'overview/waiting': takes(z.object({})).gives<WaitingNow>(),
  'overview/period': takes(z.object({ fromDay: daySchema, throughDay: daySchema })).gives<PeriodFigures>(),
  'overview/touches': takes(z.object({ fromDay: daySchema, throughDay: daySchema })).gives<TouchFigures>(),
};
