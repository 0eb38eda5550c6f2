import type { Day } from '../../base/day.ts';

const dayMs = 86_400_000;
/** Day 0, so that 61 and later are right: such programs count a 29 February 1900 that never was. */
const zeroMs = Date.UTC(1899, 11, 30);
const last = 2_958_465;

/** The day that a spreadsheet keeps as a number: 45292 is 2024-01-01. Undefined before 1900-03-01 and after the year 9999. */
export function dayOfSerial(serial: number): Day | undefined {
  if (!Number.isInteger(serial) || serial < 61 || serial > last) return undefined;
  return new Date(zeroMs + serial * dayMs).toISOString().slice(0, 10) as Day;
}

/** The other way; undefined where the text is no day, or one that such programs do not count right. */
export function serialOfDay(text: string): number | undefined {
  const serial = (Date.parse(`${text}T00:00:00Z`) - zeroMs) / dayMs;
  return dayOfSerial(serial) === text ? serial : undefined;
}
