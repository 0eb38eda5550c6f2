import type { Problem } from '../../shared/contract/engine.ts';

type Refused = Extract<Problem, { code: 'refused' }>;

/** Refusals come in bursts when a day's work is sent at once: those within this time are told of together. */
const gatherMs = 400;

/** Gathers refusals. `stop` tells at once of those that are gathered. */
export function gatherRefusals(tell: (refused: readonly Refused[]) => void): {
  readonly add: (refused: Refused) => void;
  readonly stop: () => void;
} {
  let gathered: readonly Refused[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellNow = () => {
    timer = undefined;
    const all = gathered;
    gathered = [];
    tell(all);
  };
  return {
    add: (refused) => {
      gathered = [...gathered, refused];
      timer ??= setTimeout(tellNow, gatherMs);
    },
    stop: () => {
      clearTimeout(timer);
      if (gathered.length > 0) tellNow();
    },
  };
}
