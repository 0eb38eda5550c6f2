import type { Day } from '../../base/day.ts';
import type { PersonId, SupplierId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { ControlCheck, ControlVerdict, VerdictResult } from './control-checks.ts';
import type { ControlFinding, ControlFindingEvent, ControlFindingId, ControlVerdictEvent } from './control-finding.ts';

/** One answer, with the ids that new rows get. */
export type ReportedVerdict = {
  readonly verdictId: ControlVerdict['id'];
  readonly findingId: ControlFindingId;
  readonly supplierId: SupplierId;
  readonly about: ControlCheck;
  readonly result: VerdictResult;
  readonly onDay: Day;
  readonly note: string;
};
export type ReportVerdicts = { readonly source: string; readonly verdicts: readonly ReportedVerdict[] };
export type ReportRejection =
  | { readonly code: 'supplier-unknown'; readonly supplierId: SupplierId }
  /** One check of one supplier is answered twice in one report. */
  | { readonly code: 'answered-twice'; readonly supplierId: SupplierId; readonly about: ControlCheck }
  | { readonly code: 'answered-for-tomorrow'; readonly onDay: Day };

/** What is known of each answer's supplier and check, in the answers' order. */
export type KnownOfVerdict = {
  readonly isSupplier: boolean;
  readonly verdict: ControlVerdict | undefined;
  /** The live finding on the same check. */
  readonly finding: ControlFinding | undefined;
};

/**
 * Takes in what a register or a control service answered. An answer for an earlier day than the one that is known changes nothing. A remark
 * opens a finding, or renews the one that is there; a check in order ends it.
 */
export function decideReport(
  known: readonly KnownOfVerdict[],
  { source, verdicts }: ReportVerdicts,
  by: PersonId,
  atMs: number,
  today: Day,
): Result<readonly (ControlVerdictEvent | ControlFindingEvent)[], ReportRejection> {
  const seen = new Set<string>();
  for (const [place, { supplierId, about, onDay }] of verdicts.entries()) {
    if (known[place]?.isSupplier !== true) return err({ code: 'supplier-unknown', supplierId });
    if (onDay > today) return err({ code: 'answered-for-tomorrow', onDay });
    const key = `${supplierId}:${about}`;
    if (seen.has(key)) return err({ code: 'answered-twice', supplierId, about });
    seen.add(key);
  }
  return ok(verdicts.flatMap((verdict, place) => eventsOf(verdict, known[place], { source, by, atMs })));
}

type About = { readonly source: string; readonly by: PersonId; readonly atMs: number };

function eventsOf(
  { verdictId, findingId, ...said }: ReportedVerdict,
  known: KnownOfVerdict | undefined,
  { source, by, atMs }: About,
): (ControlVerdictEvent | ControlFindingEvent)[] {
  const before = known?.verdict;
  if (before !== undefined && before.onDay > said.onDay) return [];
  if (before !== undefined && before.onDay === said.onDay && before.result === said.result && before.note === said.note)
    return [];
  const id = before?.id ?? verdictId;
  const received: ControlVerdictEvent = {
    ...{ on: 'controlVerdict', id, type: 'verdict-received' },
    verdict: { ...said, source, receivedAtMs: atMs },
  };
  const { supplierId, about, onDay, note, result } = said;
  const finding = known?.finding;
  const ofFinding = (): ControlFindingEvent[] => {
    if (result === 'unknown') return [];
    if (result === 'in-order') {
      if (finding === undefined) return [];
      const noted = { by, atMs, text: note };
      return [{ on: 'controlFinding', id: finding.id, type: 'finding-completed', outcome: 'cleared', noted }];
    }
    if (finding === undefined)
      return [{ on: 'controlFinding', id: findingId, type: 'finding-opened', supplierId, about, onDay, source, note, atMs }];
    const wakes = finding.state === 'snoozed' && finding.note !== note;
    return [{ on: 'controlFinding', id: finding.id, type: 'finding-renewed', onDay, source, note, wakes }];
  };
  return [received, ...ofFinding()];
}
