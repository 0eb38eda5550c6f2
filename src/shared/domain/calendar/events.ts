import { assert, unreachable } from '../../base/assert.ts';
import type { Day } from '../../base/day.ts';
import type { Calendar, CalendarException, CalendarId, Eves, ServiceHours } from './calendar.ts';

type OnCalendar<Type extends string, Facts> = { readonly on: 'calendar'; readonly id: CalendarId; readonly type: Type } & Facts;

export type CalendarEvent =
  | OnCalendar<'calendar-laid-up', Omit<Calendar, 'id' | 'rev' | 'exceptions'>>
  | OnCalendar<'calendar-hours-changed', { readonly fromDay: Day; readonly hours: ServiceHours }>
  | OnCalendar<'calendar-year-set', { readonly year: number; readonly eves: Eves }>
  | OnCalendar<'calendar-exception-set', CalendarException>
  | OnCalendar<'calendar-exception-removed', { readonly day: Day }>;

export function evolveCalendar(before: Calendar | undefined, event: CalendarEvent): Calendar {
  if (event.type === 'calendar-laid-up') {
    const { on, type, ...facts } = event;
    return { ...facts, exceptions: [], rev: 1 };
  }
  assert(before !== undefined, 'only a calendar that has been laid up changes');
  const next = { ...before, rev: before.rev + 1 };
  switch (event.type) {
    case 'calendar-hours-changed': {
      const others = before.hours.filter(({ fromDay }) => fromDay !== event.fromDay);
      return { ...next, hours: inOrder([...others, { fromDay: event.fromDay, hours: event.hours }], ({ fromDay }) => fromDay) };
    }
    case 'calendar-year-set': {
      const others = before.years.filter(({ year }) => year !== event.year);
      return { ...next, years: inOrder([...others, { year: event.year, eves: event.eves }], ({ year }) => String(year)) };
    }
    case 'calendar-exception-set': {
      const others = before.exceptions.filter(({ day }) => day !== event.day);
      const { day, hours, note } = event;
      return { ...next, exceptions: inOrder([...others, { day, hours, note }], (one) => one.day) };
    }
    case 'calendar-exception-removed':
      return { ...next, exceptions: before.exceptions.filter(({ day }) => day !== event.day) };
    default:
      return unreachable(event);
  }
}

const inOrder = <One>(all: readonly One[], key: (one: One) => string): readonly One[] =>
  all.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
