import type { Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { momentInSweden } from '../../src/shared/base/swedish-time.ts';
import { type Calendar, type Eves, usualCalendars, usualEves } from '../../src/shared/domain/calendar/index.ts';

const years = [2025, 2026, 2027, 2028, 2029, 2030, 2031];

/** One of the usual calendars, set for the years 2025–2031 with these eves. */
export function aCalendar(
  key: (typeof usualCalendars)[number]['key'] = 'office',
  eves: Partial<Eves> = {},
  exceptions: Calendar['exceptions'] = [],
): Calendar {
  const usual = usualCalendars.find((one) => one.key === key) ?? usualCalendars[0];
  return {
    id: asId('00000000-0000-7000-8000-00000000ca1e'),
    rev: 1,
    name: key,
    customerGroup: usual.customerGroup,
    kind: usual.kind,
    units: [],
    hours: [{ fromDay: '2025-01-01' as Day, hours: usual.hours }],
    years: years.map((year) => ({ year, eves: { ...usualEves, ...eves } })),
    exceptions,
  };
}

export const ordinaryEves: Eves = {
  'easter-eve': 'ordinary',
  'midsummer-eve': 'ordinary',
  'christmas-eve': 'ordinary',
  'new-years-eve': 'ordinary',
};

/** '2026-11-20 14:30' as clocks in Sweden show it. */
export function swedish(text: string): number {
  const [day, time = '00:00'] = text.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return momentInSweden(day as Day, hours * 60 + minutes);
}
