import type { Day } from '../../base/day.ts';
import type { Id } from '../../base/ids.ts';

export type CalendarId = Id<'calendar'>;

/** Within a day: minutes past midnight on the clock, from and until. */
export type Span = readonly [fromMinutes: number, untilMinutes: number];

/** Hours of service as they are agreed, from a day on. Public holidays are always closed. */
export type ServiceHours = {
  /** Monday first; null: closed. */
  readonly week: readonly (Span | null)[];
  /** Closed within the day. */
  readonly lunch: Span | null;
  /** In place of the week's, by ISO weeks, on the days that the week has open. */
  readonly summer: { readonly fromWeek: number; readonly throughWeek: number; readonly hours: Span } | null;
  /** The day before a red day, and a bridge day (klämdag): what is left of the day's hours within this; null: as any other day. */
  readonly shortDay: Span | null;
};

/** Days that are no holidays in law and that offices treat each in their own way. */
export const eveNames = ['easter-eve', 'midsummer-eve', 'christmas-eve', 'new-years-eve'] as const;
export type EveName = (typeof eveNames)[number];
export const eveRules = ['ordinary', 'half', 'closed'] as const;
/** `ordinary`: no rule of its own, so that the day before a red day is short as ever. */
export type EveRule = (typeof eveRules)[number];
export type Eves = { readonly [Name in EveName]: EveRule };

/** A day with hours of its own, whatever else is said of it; null: closed. */
export type CalendarException = { readonly day: Day; readonly hours: Span | null; readonly note: string };

export const calendarKinds = ['office', 'phone'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** When a service is open (kalender): an office, or a phone line of it, for one group of customers. */
export type Calendar = {
  readonly id: CalendarId;
  readonly rev: number;
  readonly name: string;
  /** Whom it is for (kundgrupp). */
  readonly customerGroup: string;
  readonly kind: CalendarKind;
  /** The office whose years and exceptions a phone line goes by; missing: its own. */
  readonly follows?: CalendarId;
  /** The clients (units) whose work goes by it; none: all that have no calendar of their own. */
  readonly units: readonly string[];
  /** In the order of their days. The last that has begun holds. */
  readonly hours: readonly { readonly fromDay: Day; readonly hours: ServiceHours }[];
  /** What was decided for each year, in the order of the years. */
  readonly years: readonly { readonly year: number; readonly eves: Eves }[];
  /** In the order of their days. */
  readonly exceptions: readonly CalendarException[];
};

/** A calendar that can be asked: with the years and exceptions of the one that it follows. */
export type KnownCalendar = Pick<Calendar, 'hours' | 'years' | 'exceptions'>;

/** What a clock cannot be told. */
export type CalendarGap =
  /** Nobody has said what is closed that year. */
  | { readonly code: 'year-not-set'; readonly year: number }
  /** Its hours begin later. */
  | { readonly code: 'no-hours-yet'; readonly day: Day };

/** The calendar with what it takes from the one it follows. */
export function knownCalendar(calendar: Calendar, others: readonly Calendar[]): KnownCalendar {
  const office = others.find(({ id }) => id === calendar.follows);
  return office === undefined ? calendar : { ...office, hours: calendar.hours };
}

/** The office that the work of a client goes by: the one that names it, else the first that is for all. */
export function calendarOf(calendars: readonly Calendar[], unitId: string): KnownCalendar | undefined {
  const offices = calendars.filter(({ kind }) => kind === 'office');
  const found = offices.find(({ units }) => units.includes(unitId)) ?? offices.find(({ units }) => units.length === 0);
  return found && knownCalendar(found, calendars);
}
