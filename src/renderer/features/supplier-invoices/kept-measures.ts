import { addDays, type Day } from '../../../shared/base/day.ts';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { StationMeasures } from '../../../shared/domain/station-measures/index.ts';
import { forgetStored, readStored, writeStored } from '../../use-stored.ts';

/**
 * The station's measures of one person, kept on this workstation alone: no command writes them, nothing syncs them, no query reads
 * them. One entry for each day, of which a week is kept.
 */
const keptDays = 7;
/** A day's work at its most; what is beyond is not measured. */
const mostOfDay = 2000;

type Kept = { readonly off: boolean; readonly days: readonly Day[] };
const nothingKept: Kept = { off: false, days: [] };
const keptName = (person: PersonId) => `measures.${person}`;
const dayName = (person: PersonId, day: Day) => `measures.${person}.${day}`;
const ofDay = (person: PersonId, day: Day) => readStored<readonly StationMeasures[]>(dayName(person, day), []);

export const measuresAreOff = (person: PersonId): boolean => readStored(keptName(person), nothingKept).off;

export function keepMeasures(person: PersonId, today: Day, measures: StationMeasures): void {
  const { off, days } = readStored(keptName(person), nothingKept);
  if (off) return;
  const first = addDays(today, 1 - keptDays);
  const kept = [...new Set([...days, today])].filter((day) => day >= first && day <= today);
  for (const day of days) if (!kept.includes(day)) forgetStored(dayName(person, day));
  writeStored(keptName(person), { off, days: kept });
  writeStored(dayName(person, today), [...ofDay(person, today), measures].slice(0, mostOfDay));
}

/** The person's own measures, those of a day or of all that are kept. */
export const keptMeasures = (person: PersonId, day?: Day): readonly StationMeasures[] =>
  day !== undefined ? ofDay(person, day) : readStored(keptName(person), nothingKept).days.flatMap((kept) => ofDay(person, kept));

/** Erases them all; and whether any are kept from now on. */
export function eraseMeasures(person: PersonId, off: boolean): void {
  for (const day of readStored(keptName(person), nothingKept).days) forgetStored(dayName(person, day));
  writeStored(keptName(person), { off, days: [] });
}
