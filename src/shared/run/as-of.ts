import { type Day, dayInSweden } from '../base/day.ts';
import type { DomainEvent } from './command.ts';
import type { RowOf } from './entities/index.ts';
import { evolvers } from './evolve.ts';

type Subject = DomainEvent['on'];

/** Something that has happened to a row. */
export type Lived = { readonly atMs: number; readonly event: unknown };

/**
 * A row as it stood when a day in Sweden had ended (så som registret såg ut den dagen): its life lived through again by the same `evolve`
 * as made it. Undefined: it was not there yet. `lived`: all that has happened to the one row, in the order in which it happened.
 */
export function asOf<Name extends Subject>(subject: Name, lived: readonly Lived[], day: Day): RowOf<Name> | undefined {
  let row: RowOf<Name> | undefined;
  for (const { atMs, event } of lived) if (dayInSweden(atMs) <= day) row = evolvers[subject](row, event as never); // the subject's own
  return row;
}
