import { addDays, type Day } from '../../base/day.ts';
import type { PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type {
  ControlFinding,
  ControlFindingEvent,
  ControlFindingId,
  ControlFindingState,
  FindingOutcome,
  SnoozeDays,
} from './control-finding.ts';

export type FindingRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: ControlFindingState };
type Decision<More extends { readonly code: string } = never> = Result<readonly ControlFindingEvent[], FindingRejection | More>;
type Found = ControlFinding | undefined;
type OnOne = { readonly findingId: ControlFindingId };
type Hand = { readonly by: PersonId; readonly atMs: number };

/** Whoever handles a finding may do it in any state but the last. */
function live(finding: Found): Result<ControlFinding, FindingRejection> {
  if (finding === undefined) return err({ code: 'not-found' });
  return finding.state === 'completed' ? err({ code: 'wrong-state', state: finding.state }) : ok(finding);
}

/** Puts a finding aside for 30, 90 or 180 days, with a reason (skjut upp). A verdict that says something new wakes it before. */
export function decideSnooze(
  found: Found,
  { days, reason }: OnOne & { readonly days: SnoozeDays; readonly reason: string },
  { by }: Hand,
  today: Day,
): Decision {
  const finding = live(found);
  if (!finding.ok) return finding;
  const { id } = finding.value;
  return ok([{ on: 'controlFinding', id, type: 'finding-snoozed', by, untilDay: addDays(today, days), reason }]);
}

/** Takes a finding back into the inbox before its snooze is over. */
export function decideWaking(found: Found, _: OnOne): Decision {
  if (found === undefined) return err({ code: 'not-found' });
  if (found.state !== 'snoozed') return err({ code: 'wrong-state', state: found.state });
  return ok([{ on: 'controlFinding', id: found.id, type: 'finding-woken' }]);
}

export function decideComment(found: Found, { text }: OnOne & { readonly text: string }, hand: Hand): Decision {
  const finding = live(found);
  if (!finding.ok) return finding;
  return ok([{ on: 'controlFinding', id: finding.value.id, type: 'finding-commented', noted: { ...hand, text } }]);
}

/** Hands a finding to a colleague, with a word on what is wanted (dela). */
export function decideSharing(
  { finding: found, colleague }: { readonly finding: Found; readonly colleague: { readonly human: boolean } | undefined },
  { personId, text }: OnOne & { readonly personId: PersonId; readonly text: string },
  hand: Hand,
): Decision<{ readonly code: 'no-such-person' }> {
  const finding = live(found);
  if (!finding.ok) return finding;
  if (colleague === undefined || !colleague.human) return err({ code: 'no-such-person' });
  const noted = { ...hand, text };
  return ok([{ on: 'controlFinding', id: finding.value.id, type: 'finding-shared', noted, sharedWith: personId }]);
}

/** Ends a finding, with what came of it and a word on why (klarmarkera). The next remark on the same check is a finding of its own. */
export function decideCompletion(
  found: Found,
  { outcome, text }: OnOne & { readonly outcome: FindingOutcome; readonly text: string },
  hand: Hand,
): Decision {
  const finding = live(found);
  if (!finding.ok) return finding;
  return ok([{ on: 'controlFinding', id: finding.value.id, type: 'finding-completed', outcome, noted: { ...hand, text } }]);
}
