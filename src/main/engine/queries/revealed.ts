import type { PersonId } from '../../../shared/base/ids.ts';
import type { Store } from '../../../shared/run/store.ts';

/** How long what is covered is shown after a reason has been given for it. */
const shownForMs = 5 * 60_000;
/** More reasons than anybody gives for one row. */
const allReasons = 10_000;

/** Until when what is covered of a row is shown to somebody who has said why; null: not now. */
export async function revealedUntil(store: Store, id: string, to: PersonId, nowMs: number): Promise<number | null> {
  const reasons = await store.find('event', 'bySubjectActorAndType', [id, to, 'personal-number-revealed'], allReasons);
  const untilMs = Math.max(0, ...reasons.map(({ atMs }) => atMs)) + shownForMs;
  return untilMs <= nowMs ? null : untilMs;
}
