import { assert, unreachable } from '../../base/assert.ts';
import type { Day } from '../../base/day.ts';
import type { Id, PersonId, SupplierId } from '../../base/ids.ts';
import type { ControlCheck, ControlVerdict } from './control-checks.ts';

export type ControlFindingId = Id<'controlFinding'>;

/** What somebody said of a finding, kept in the order in which it was said. */
export type FindingNote = { readonly by: PersonId; readonly atMs: number; readonly text: string };

export const snoozeDays = [30, 90, 180] as const;
export type SnoozeDays = (typeof snoozeDays)[number];
export const findingOutcomes = ['handled', 'false-alarm', 'supplier-changed'] as const;
export type FindingOutcome = (typeof findingOutcomes)[number];

type Every = {
  readonly id: ControlFindingId;
  readonly rev: number;
  readonly supplierId: SupplierId;
  readonly about: ControlCheck;
  /** The verdict that it stands on. */
  readonly onDay: Day;
  readonly source: string;
  readonly note: string;
  readonly openedAtMs: number;
  readonly notes: readonly FindingNote[];
};

/** A remark on a supplier that somebody has to look at (kontrollpunkt). */
export type ControlFinding =
  | (Every & { readonly state: 'open' })
  | (Every & { readonly state: 'commented' })
  | (Every & { readonly state: 'shared'; readonly sharedWith: PersonId })
  | (Every & { readonly state: 'snoozed'; readonly untilDay: Day; readonly reason: string; readonly snoozedBy: PersonId })
  | (Every & {
      readonly state: 'completed';
      /** `cleared`: the check came out in order by itself. */
      readonly outcome: FindingOutcome | 'cleared';
      readonly completedBy: PersonId;
      readonly completedAtMs: number;
    });
export type ControlFindingState = ControlFinding['state'];

type OnFinding<Type extends string> = { readonly on: 'controlFinding'; readonly id: ControlFindingId; readonly type: Type };
type OnVerdict<Type extends string> = { readonly on: 'controlVerdict'; readonly id: ControlVerdict['id']; readonly type: Type };
type Said = Pick<Every, 'onDay' | 'source' | 'note'>;

export type ControlFindingEvent =
  | (OnFinding<'finding-opened'> &
      Said & { readonly supplierId: SupplierId; readonly about: ControlCheck; readonly atMs: number })
  /** Remarked on again, in other words or for a later day. `wakes`: it says something new, so a snooze is over. */
  | (OnFinding<'finding-renewed'> & Said & { readonly wakes: boolean })
  | (OnFinding<'finding-commented'> & { readonly noted: FindingNote })
  | (OnFinding<'finding-shared'> & { readonly noted: FindingNote; readonly sharedWith: PersonId })
  | (OnFinding<'finding-snoozed'> & { readonly by: PersonId; readonly untilDay: Day; readonly reason: string })
  | OnFinding<'finding-woken'>
  | (OnFinding<'finding-completed'> & { readonly outcome: FindingOutcome | 'cleared'; readonly noted: FindingNote });
export type ControlVerdictEvent = OnVerdict<'verdict-received'> & { readonly verdict: Omit<ControlVerdict, 'id' | 'rev'> };

export function evolveControlVerdict(before: ControlVerdict | undefined, { id, verdict }: ControlVerdictEvent): ControlVerdict {
  return { id, rev: (before?.rev ?? 0) + 1, ...verdict };
}

export function evolveControlFinding(before: ControlFinding | undefined, event: ControlFindingEvent): ControlFinding {
  if (event.type === 'finding-opened') {
    const { id, supplierId, about, onDay, source, note, atMs } = event;
    return { id, rev: 1, state: 'open', supplierId, about, onDay, source, note, openedAtMs: atMs, notes: [] };
  }
  assert(before !== undefined, 'a finding is opened before anything else happens to it');
  const next = { ...before, rev: before.rev + 1 };
  switch (event.type) {
    case 'finding-renewed': {
      const said = { onDay: event.onDay, source: event.source, note: event.note };
      return event.wakes ? { ...everyState(next), ...said, state: 'open' } : { ...next, ...said };
    }
    case 'finding-commented':
      return next.state === 'open'
        ? { ...everyState(next), notes: [...next.notes, event.noted], state: 'commented' }
        : { ...next, notes: [...next.notes, event.noted] };
    case 'finding-shared':
      return { ...everyState(next), notes: [...next.notes, event.noted], state: 'shared', sharedWith: event.sharedWith };
    case 'finding-snoozed':
      return { ...everyState(next), state: 'snoozed', untilDay: event.untilDay, reason: event.reason, snoozedBy: event.by };
    case 'finding-woken':
      return { ...everyState(next), state: 'open' };
    case 'finding-completed': {
      const { outcome, noted } = event;
      const completed = { outcome, completedBy: noted.by, completedAtMs: noted.atMs };
      return { ...everyState(next), notes: [...next.notes, noted], state: 'completed', ...completed };
    }
    default:
      return unreachable(event);
  }
}

function everyState({ id, rev, supplierId, about, onDay, source, note, openedAtMs, notes }: ControlFinding): Every {
  return { id, rev, supplierId, about, onDay, source, note, openedAtMs, notes };
}

/** Somebody still has to look at it. */
export const isLiveFinding = ({ state }: Pick<ControlFinding, 'state'>): boolean => state !== 'completed';

/** At most one live finding has it: a supplier's check is remarked on once. */
export const liveFindingKey = (finding: ControlFinding): string | null =>
  isLiveFinding(finding) ? `${finding.supplierId}:${finding.about}` : null;

/** The day from which it is in the inbox: at once, or when a snooze is over. */
export const dueDayOf = (finding: ControlFinding): Day => (finding.state === 'snoozed' ? finding.untilDay : finding.onDay);
