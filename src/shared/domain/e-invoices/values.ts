import { type Day, parseDay } from '../../base/day.ts';
import { type Decimal, parseDecimal } from '../../base/decimal.ts';
import type { Term } from './terms.ts';

/** The number that a term says; undefined when it is absent, empty or no number. */
export const decimalOf = (term: Term | undefined): Decimal | undefined =>
  term === undefined ? undefined : parseDecimal(term.raw);

/** The day that a term says; undefined when it is absent or no day. A zone after the day, which XML Schema allows, is left out. */
export function dayOf(term: Term | undefined): Day | undefined {
  const day = parseDay((term?.raw ?? '').replace(/(Z|[+-]\d{2}:\d{2})$/, ''));
  return day.ok ? day.value : undefined;
}
