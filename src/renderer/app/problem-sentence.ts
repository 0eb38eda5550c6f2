import type { Problem } from '../../shared/contract/engine.ts';
import { rejectionSentence } from '../sync-sentences.ts';
import { fill } from '../text/fill.ts';
import type { Texts } from '../text/texts.ts';

/** What the engine tells without being asked, in words. */
export function problemSentence(problem: Problem, t: Texts): string {
  if (problem.code === 'refused') return fill(t.outbox.refusedOne, { why: rejectionSentence(problem.error, t) });
  const { code, ...details } = problem;
  const failure = 'reason' in details ? Object.entries(t.readFailure).find(([name]) => name === details.reason)?.[1] : undefined;
  const { why, remedy } = failure ?? t.readFailure.unknown;
  return fill(t.problem[code], { ...details, reason: `${why} ${remedy}` });
}
