import { err, ok, type Result } from './result.ts';

declare const day: unique symbol;

/** A calendar day as on paper, '2026-11-22'. No clock, no zone: sorts and compares as text. */
export type Day = string & { readonly [day]: true };

export function parseDay(text: string): Result<Day, 'not-a-day'> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return err('not-a-day');
  const date = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return exists ? ok(text as Day) : err('not-a-day');
}

/** The day `days` later (earlier when below zero). */
export function addDays(from: Day, days: number): Day {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10) as Day;
}

/** Whole days from `from` to `to`; below zero when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The calendar day in Sweden at a moment (milliseconds since 1970, UTC). */
export const dayInSweden = (atMs: number): Day => swedishDay.format(atMs) as Day;
