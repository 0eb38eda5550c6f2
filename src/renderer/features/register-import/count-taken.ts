import type { Acceptance, ExchangeTally } from '../../../shared/domain/register-exchange/index.ts';

/**
 * How many rows a choice takes. `isExact` false: `most` is what it may be, since nobody has counted how many of the new or changed
 * have warnings, or which of the rows that are left out one by one would be taken at all.
 */
export function countTaken({ verdicts }: ExchangeTally, { take, withWarnings, exceptRows }: Acceptance) {
  const isNew = take.includes('new') ? verdicts.new : 0;
  const isChanged = take.includes('changed') ? verdicts.changed : 0;
  const isExact = withWarnings && (exceptRows.length === 0 || take.length === 2);
  return { isNew, isChanged, most: Math.max(0, isNew + isChanged - exceptRows.length), isExact };
}
