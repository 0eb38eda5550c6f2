import { err, ok, type Result } from '../../src/shared/base/result.ts';
import { EngineError, type Notice, type QueueRow } from '../../src/shared/contract/engine.ts';
import type { PeriodFigures, WaitingNow } from '../../src/shared/contract/overview.ts';
import type { TodayView, ViewRow } from '../../src/shared/contract/work-queue.ts';
import {
  type Calendar,
  type CalendarEvent,
  decideException,
  decideHours,
  decideLayingUp,
  decideYear,
  evolveCalendar,
} from '../../src/shared/domain/calendar/index.ts';
import { channels } from '../../src/shared/domain/intake/index.ts';
import { queueOf, type SupplierInvoice } from '../../src/shared/domain/supplier-invoices/index.ts';
import { alikeFields } from '../../src/shared/domain/sweep/index.ts';
import { tallyTouches } from '../../src/shared/domain/touches/index.ts';
import {
  type ClockedWork,
  decideRemovingView,
  decideSavingView,
  evolveSavedView,
  parseFilter,
  type SavedViewEvent,
} from '../../src/shared/domain/work-queue/index.ts';
import { anna } from '../make/invoices.ts';

export type FakeQueues = {
  readonly calendars?: readonly Calendar[];
  readonly views?: readonly ViewRow[];
  readonly work?: readonly ClockedWork[];
  readonly today?: TodayView;
  readonly inOverview?: WaitingNow;
  /** Of the days that begin with this one. */
  readonly period?: (fromDay: string) => PeriodFigures;
};
type Commands = { readonly [name: string]: (input: never) => unknown };
type OnCalendar = { readonly calendarId: Calendar['id'] };

const none = { count: 0, capped: false };
export const nothingToday: TodayView = {
  ...{ asOfMs: 0, rows: [], gap: null },
  counts: { all: none, due: none, late: none, today: none, payment: none, returning: none, basket: none, decision: none },
};
export const noFigures: PeriodFigures = {
  ...{
    asOfMs: 0,
    received: 0,
    verified: 0,
    byChannel: Object.fromEntries(channels.map((channel) => [channel, 0])) as PeriodFigures['byChannel'],
  },
  answers: { closed: 0, inTime: 0, medianMs: null, unknown: 0, gap: null },
  ...{ duplicates: 0, falseAlarms: 0, files: { received: 0, faulty: 0 } },
};
const noTouches = tallyTouches().figures();

/** The part of the fake engine that keeps calendars and views, by the domain's own rules. */
export function makeFakeQueues(start: FakeQueues, tell: (notice: Notice) => void) {
  const calendars = new Map((start.calendars ?? []).map((calendar) => [calendar.id as string, calendar]));
  const views = new Map((start.views ?? []).map((view) => [view.id as string, view]));
  const keepCalendar = (decided: Result<readonly CalendarEvent[], { readonly code: string }>) => {
    if (!decided.ok) return err(decided.error);
    for (const event of decided.value) calendars.set(event.id, evolveCalendar(calendars.get(event.id), event));
    tell({ kind: 'changed', entities: ['calendar'] });
    return ok({ commandId: 'calendar' });
  };
  const keepView = (decided: Result<readonly SavedViewEvent[], { readonly code: string }>) => {
    if (!decided.ok) return err(decided.error);
    for (const event of decided.value)
      views.set(event.id, { ...evolveSavedView(views.get(event.id), event), ownerName: 'Anna Berg', ownerHasLeft: false });
    tell({ kind: 'changed', entities: ['savedView'] });
    return ok({ commandId: 'view' });
  };
  const commands: Commands = {
    'calendars/lay-up': (input: Parameters<typeof decideLayingUp>[1]) =>
      keepCalendar(decideLayingUp({ twin: undefined, office: calendars.get(input.follows ?? '') }, input)),
    'calendars/change-hours': (input: OnCalendar & Parameters<typeof decideHours>[1]) =>
      keepCalendar(decideHours(calendars.get(input.calendarId), input)),
    'calendars/set-year': (input: OnCalendar & Parameters<typeof decideYear>[1]) =>
      keepCalendar(decideYear(calendars.get(input.calendarId), input)),
    'calendars/set-exception': (input: OnCalendar & Parameters<typeof decideException>[1]) =>
      keepCalendar(decideException(calendars.get(input.calendarId), input)),
    'views/save': (input: Parameters<typeof decideSavingView>[1]) =>
      keepView(decideSavingView(views.get(input.viewId), input, anna)),
    'views/remove': ({ viewId }: { readonly viewId: string }) => keepView(decideRemovingView(views.get(viewId), anna)),
  };
  return {
    commands,
    answers: {
      'calendars/list': () => [...calendars.values()],
      'views/list': () => [...views.values()].filter(({ removed }) => !removed),
      'queue/view-counts': ({ filters }: { readonly filters: readonly string[] }) =>
        filters.map(() => ({ count: 3, capped: false })),
      'queue/length': () => null,
      'work/next': () => start.work ?? [],
      'work/today': () => start.today ?? nothingToday,
      'overview/waiting': () => start.inOverview ?? { asOfMs: 0, lines: [], gap: null },
      'overview/touches': () => noTouches,
      'overview/period': ({ fromDay }: { readonly fromDay: string }) => start.period?.(fromDay) ?? noFigures,
    },
  };
}

/** As far as a screen's test needs: words that a supplier's name begins with, and what the number is. */
export function letsThrough(filter: string, { supplierName, number }: QueueRow): boolean {
  const conditions = parseFilter(filter);
  if (!conditions.ok) throw new EngineError('malformed');
  return conditions.value.every(({ field, values }) => {
    const [value = ''] = values;
    if (field === 'number') return number === value;
    return field !== null || (supplierName ?? '').toLowerCase().startsWith(value.toLowerCase());
  });
}

/** The fields in doubt of all that is to be verified. */
export const sweepOf = (invoices: readonly SupplierInvoice[]) =>
  alikeFields(
    invoices
      .filter((invoice) => queueOf(invoice) === 'to-verify')
      .map(({ id, fields, pages }) => ({ id, fields, pages, supplierName: fields.supplierName.value })),
  );
