import type { Day } from './day.ts';

const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' });

/** How far the clocks of Sweden are ahead of UTC at a moment, in milliseconds. */
function aheadMs(atMs: number): number {
  const wall = Date.parse(`${wallClock.format(atMs).replace(' ', 'T')}Z`);
  return wall - Math.floor(atMs / 1_000) * 1_000;
}

/**
 * The moment (milliseconds since 1970, UTC) when clocks in Sweden show this many minutes past midnight on a day. A time that is skipped
 * when summer time begins counts as the moment of the leap or after; of a time that comes twice it is the first.
 */
export function momentInSweden(day: Day, minutes = 0): number {
  const name = minutes === 0 ? day : `${day} ${minutes}`;
  const known = found.get(name);
  if (known !== undefined) return known;
  const moment = find(day, minutes);
  if (found.size > 5_000) found.clear();
  found.set(name, moment);
  return moment;
}

/** Clocks ask for the same days again and again, and the world's table of zones is slow to read. */
const found = new Map<string, number>();

function find(day: Day, minutes: number): number {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const [early, late] = [asIfUtc - 2 * 3_600_000, asIfUtc - 3_600_000]; // summer time, standard time
  return early + aheadMs(early) === asIfUtc ? early : late;
}

/** Minutes past midnight that clocks in Sweden show at a moment. */
export function minutesInSweden(atMs: number): number {
  const [hours = 0, minutes = 0] = wallClock.format(atMs).slice(11, 16).split(':').map(Number);
  return hours * 60 + minutes;
}
