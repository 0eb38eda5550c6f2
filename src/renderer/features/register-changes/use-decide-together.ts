import { useRef, useState } from 'react';
import type { ImportedChange } from '../../../shared/contract/register-changes.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { useEngine } from '../../use-engine.ts';
import { failureSentence } from '../../use-execute.ts';

/** What came of one of many: null where it was decided, else why it was not. */
export type Outcome = { readonly row: ImportedChange; readonly refusal: string | null; readonly whyNot: string | null };
type Work = { readonly done: number; readonly of: number };

/**
 * Decides many changes, each by a command of its own, so that the rule for one holds for each of them. What came of each stays; a stop
 * is heard between two. After a failure (no server, nobody signed in) nothing more is tried.
 */
export function useDecideTogether() {
  const t = useText();
  const engine = useEngine();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [work, setWork] = useState<Work>();
  const stopped = useRef(false);
  const isRunning = useRef(false);

  async function decideOne({ change }: ImportedChange, refusal: string | null): Promise<string | null> {
    const decided = await engine.execute('registers/decide-change', { changeId: change.id, refusal });
    return decided.ok ? null : t.rejected[decided.error.code as keyof Texts['rejected']];
  }
  /** Gives how many were decided. */
  async function decide(rows: readonly ImportedChange[], refusal: string | null): Promise<number> {
    if (isRunning.current) return 0;
    isRunning.current = true;
    stopped.current = false;
    let decided = 0;
    for (const [place, row] of rows.entries()) {
      if (stopped.current) break;
      setWork({ done: place, of: rows.length });
      const whyNot = await decideOne(row, refusal).catch((error: unknown) => {
        stopped.current = true;
        return failureSentence(t, error);
      });
      if (whyNot === null) decided += 1;
      setOutcomes((before) => new Map(before).set(row.change.id, { row, refusal, whyNot }));
    }
    isRunning.current = false;
    setWork(undefined);
    return decided;
  }
  const stop = () => {
    stopped.current = true;
  };
  return { outcomes, work, decide, stop };
}
