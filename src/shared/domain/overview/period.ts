import { addDays, type Day, daysBetween } from '../../base/day.ts';
import { type FiscalPeriod, parseFiscalPeriod } from '../calendar/index.ts';

/** What *Översikt* may look at. What is under way goes through today. */
export const periodChoices = ['this-month', 'last-month', 'this-quarter', 'last-quarter', 'this-year', 'last-year'] as const;
export type PeriodChoice = (typeof periodChoices)[number];

/** The days that are looked at, and as many of the period before. */
export type ComparedPeriods = { readonly period: FiscalPeriod; readonly before: FiscalPeriod };

const months = { month: 1, quarter: 3, year: 12 } as const;
type Length = keyof typeof months;

/**
 * The days of a period and those that it is held against: the period before, whole where the period is over, else as many of its days as
 * have gone of this one, and no more than it has.
 */
export function comparedPeriods(choice: PeriodChoice, today: Day): ComparedPeriods {
  const [which, length] = choice.split('-') as ['this' | 'last', Length];
  const current = periodAround(today, length);
  const last = periodAround(addDays(current.fromDay, -1), length);
  if (which === 'last') return { period: last, before: periodAround(addDays(last.fromDay, -1), length) };
  const gone = daysBetween(current.fromDay, today);
  const [throughDay = last.throughDay] = [addDays(last.fromDay, gone), last.throughDay].sort();
  return { period: { fromDay: current.fromDay, throughDay: today }, before: { fromDay: last.fromDay, throughDay } };
}

/** The month, quarter or year that a day is in. */
function periodAround(day: Day, length: Length): FiscalPeriod {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  const named = { month: day.slice(0, 7), quarter: `${year}K${Math.ceil(month / months.quarter)}`, year }[length];
  const found = parseFiscalPeriod(named);
  return found ?? { fromDay: day, throughDay: day }; // every day has its month, quarter and year
}
