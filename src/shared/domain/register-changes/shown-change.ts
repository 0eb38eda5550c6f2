import { withPersonsCovered } from '../identifiers/index.ts';
import { shownFacts } from '../suppliers/index.ts';
import type { RegisterChangeEvent } from './events.ts';
import type { RegisterChange, WantedChange } from './register-change.ts';

/** What is asked for as lists, cards and history have it: persons' numbers covered; of a protected identity nothing that leads there. */
export function shownWanted(wanted: WantedChange, isProtected: boolean): WantedChange {
  const covered = withPersonsCovered(wanted);
  if (covered.kind !== 'merge') return covered;
  const { was: _, ...said } = covered; // the other supplier's, which may be protected when this one is not
  return said.facts === undefined ? said : { ...said, facts: shownFacts(said.facts, isProtected) };
}

export const shownChange = (change: RegisterChange, isProtected: boolean): RegisterChange => ({
  ...change,
  wanted: shownWanted(change.wanted, isProtected),
});

export const shownChangeEvent = (event: RegisterChangeEvent, isProtected: boolean): RegisterChangeEvent =>
  event.type === 'change-requested'
    ? { ...event, wanted: shownWanted(event.wanted, isProtected) }
    : event.type === 'change-approved'
      ? withoutFormer(event)
      : event;

function withoutFormer({ was: _, ...event }: Extract<RegisterChangeEvent, { type: 'change-approved' }>): RegisterChangeEvent {
  return event;
}
