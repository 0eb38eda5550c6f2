import { addDays, type Day } from '../../base/day.ts';

/** A stretch of a fiscal year (redovisningsperiod). Of the public sector that is the calendar year. */
export type FiscalPeriod = { readonly fromDay: Day; readonly throughDay: Day };

/**
 * The period that is written '2026', '2026-11', '2026K4' (quarter, kvartal) or '2026T3' (four months, tertial). Undefined: none is.
 *
 * Source: lag (2018:597) om kommunal bokföring och redovisning 3 kap. 1 §, förordning (2000:606) om myndigheters bokföring: the
 * fiscal year is the calendar year.
 */
export function parseFiscalPeriod(text: string): FiscalPeriod | undefined {
  const found = /^(\d{4})(?:-(\d{2})|([KT])(\d))?$/i.exec(text);
  if (found === null) return undefined;
  const [, year = '', month, part, place] = found;
  const months = part === undefined ? (month === undefined ? 12 : 1) : part.toUpperCase() === 'K' ? 3 : 4;
  const first = part === undefined ? Number(month ?? 1) : (Number(place) - 1) * months + 1;
  if (first < 1 || first + months > 13) return undefined;
  return { fromDay: dayOf(Number(year), first), throughDay: addDays(dayOf(Number(year), first + months), -1) };
}

/** The first day of a month; the thirteenth is January of the year after. */
const dayOf = (year: number, month: number): Day =>
  `${String(year + Math.floor((month - 1) / 12)).padStart(4, '0')}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01` as Day;
