import { z } from 'zod';
import type { PersonId } from '../base/ids.ts';
import type { Calendar, CalendarGap } from '../domain/calendar/index.ts';
import { queues } from '../domain/supplier-invoices/index.ts';
import type { AlikeFields } from '../domain/sweep/index.ts';
import type { ClockedWork, SavedView, TodayCounts, TodayWork } from '../domain/work-queue/index.ts';
import { id, words } from '../run/schemas.ts';
import { takes } from './called.ts';

/** Counted up to a thousand; `capped` says there are more. */
export type QueueCount = { readonly count: number; readonly capped: boolean };

/** Who works on a row, and until when. */
export type RowLock = { readonly holder: PersonId; readonly holderName: string; readonly untilMs: number };

/** A view that a person may use: one's own, or one that somebody shares, also after that person has left. */
export type ViewRow = SavedView & { readonly ownerName: string; readonly ownerHasLeft: boolean };

/** Who works on an invoice; and when it was taken over from the one who asks, why. */
export type LeaseNow = RowLock & { readonly takenFrom: PersonId | null; readonly reason: string | null };

/** What is one's own today (Idag), the first to be done first; `gap`: what a calendar has not been told, so that deadlines are missing. */
export type TodayView = {
  readonly asOfMs: number;
  readonly rows: readonly TodayWork[];
  readonly counts: { readonly [Reason in keyof TodayCounts]: QueueCount };
  readonly gap: CalendarGap | null;
};

export const workQueueQueries = {
  /** Null: nobody works on it. */
  'leases/of-invoice': takes(z.object({ invoiceId: id<'supplierInvoice'>() })).gives<LeaseNow | null>(),
  'calendars/list': takes(z.object({})).gives<readonly Calendar[]>(),
  'views/list': takes(z.object({})).gives<readonly ViewRow[]>(),
  /** One for each filter, in their order; null of one that cannot be read. */
  'queue/view-counts': takes(z.object({ filters: z.array(words(500)).max(40) })).gives<readonly (QueueCount | null)[]>(),
  /** How many rows a list has; null of a filter that lets through more than are counted. Among very many it may lag a little behind. */
  'queue/length': takes(z.object({ queue: z.enum([...queues, 'all']), filter: words(500) })).gives<number | null>(),
  /** What to do first, of every kind of work that stands in one's queue and that nobody else works on. */
  'work/next': takes(z.object({ limit: z.int().min(1).max(200) })).gives<readonly ClockedWork[]>(),
  /** The fields in doubt of one's basket, or of the first in the queue, by kind, the most first. */
  'sweep/fields': takes(z.object({})).gives<readonly AlikeFields[]>(),
  /** What falls due today and what is late, what comes back, what one holds and what waits for one's decision. */
  'work/today': takes(z.object({ limit: z.int().min(1).max(500) })).gives<TodayView>(),
};
