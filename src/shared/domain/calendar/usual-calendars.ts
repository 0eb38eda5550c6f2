import type { Day } from '../../base/day.ts';
import type { Calendar, CalendarId, Eves, ServiceHours, Span } from './calendar.ts';
import type { LayUpCalendar } from './keep-calendar.ts';

/** '08:00' as minutes past midnight is 8 * 60. */
const hours = (from: number, until: number): Span => [from * 60, until * 60];
const week = (days: Span, friday: Span): ServiceHours['week'] => [days, days, days, days, friday, null, null];

const office: ServiceHours = {
  week: week(hours(8, 16), hours(8, 15)),
  lunch: hours(12, 13),
  summer: { fromWeek: 26, throughWeek: 33, hours: hours(8, 15) },
  shortDay: hours(8, 12),
};
const phone = (days: Span, friday: Span): ServiceHours => ({ ...office, week: week(days, friday), lunch: null, summer: null });

/** The three great eves closed, as most offices have it. Which hold is decided by the customer, year by year. */
export const usualEves: Eves = {
  'easter-eve': 'closed',
  'midsummer-eve': 'closed',
  'christmas-eve': 'closed',
  'new-years-eve': 'closed',
};

/** Hours as the service descriptions have them. `key` names its text; the first is the one that the phone lines follow. */
export const usualCalendars = [
  { key: 'office', customerGroup: 'region', kind: 'office', hours: office },
  { key: 'phone-systems', customerGroup: 'region', kind: 'phone', hours: phone(hours(8, 15), hours(8, 12)) },
  { key: 'phone-customer-invoices', customerGroup: 'region', kind: 'phone', hours: phone(hours(8, 15), hours(8, 12)) },
  { key: 'phone-supplier-invoices', customerGroup: 'region', kind: 'phone', hours: phone(hours(8, 15), hours(8, 12)) },
  { key: 'phone-care', customerGroup: 'region', kind: 'phone', hours: phone(hours(9, 12), hours(9, 12)) },
  {
    key: 'state-desk',
    customerGroup: 'state',
    kind: 'office',
    hours: { week: week([480, 990], [480, 990]), lunch: null, summer: null, shortDay: null },
  },
] as const satisfies readonly {
  readonly key: string;
  readonly customerGroup: string;
  readonly kind: Calendar['kind'];
  readonly hours: ServiceHours;
}[];

/** From the first day of the year before, so that what has come in already has its clock. */
const usualFrom = (today: Day): { readonly fromDay: Day; readonly years: readonly number[] } => {
  const year = Number(today.slice(0, 4));
  return { fromDay: `${year - 1}-01-01` as Day, years: [year - 1, year, year + 1, year + 2] };
};

type Usual = (typeof usualCalendars)[number];
export type UsualNames = {
  readonly calendar: { readonly [Key in Usual['key']]: string };
  readonly customerGroup: { readonly [Group in Usual['customerGroup']]: string };
};

/** What lays up the usual calendars in an empty workspace. The phone lines follow the first office of their group of customers. */
export function usualLayUps(names: UsualNames, today: Day, newId: () => string): readonly LayUpCalendar[] {
  const { fromDay, years } = usualFrom(today);
  const ids = usualCalendars.map(() => newId() as CalendarId);
  return usualCalendars.map(({ key, kind, customerGroup, hours: theirs }, place) => ({
    calendarId: ids[place] as CalendarId, // one for each
    name: names.calendar[key],
    customerGroup: names.customerGroup[customerGroup],
    kind,
    follows: kind === 'phone' ? (ids[0] as CalendarId) : null,
    // The state's desk is for clients that it is given; the office is for all others.
    units: key === 'state-desk' ? ['state'] : [],
    fromDay,
    hours: theirs,
    years: kind === 'phone' ? [] : years.map((year) => ({ year, eves: usualEves })),
  }));
}
