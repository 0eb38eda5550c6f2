import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallBegun } from '../../note-call.ts';
import { useSession } from '../../session.ts';
import { queryKey, useEngineQuery } from '../../use-engine.ts';
import { useTask } from '../../use-execute.ts';
import { beginDraft, type CallChange, type CallDraft, readDraft, saysAnything } from './call-draft.ts';

const name = 'call-note';
/** How often the clock is shown and kept. */
const tickMs = 1_000;

/**
 * The note that is being written. It is kept on this workstation as one types, and is there again after the panel was closed or the program
 * stopped; its clock runs while the panel is open. `isOld`: it was begun before, and what it is opened about now is not in it.
 */
export function useCallDraft(begun: CallBegun) {
  const personId = useSession().person.id;
  const { data: kept } = useEngineQuery('drafts/read', { personId, name }, { fresh: true });
  const queries = useQueryClient();
  const task = useTask({ quiet: true });
  const [draft, setDraft] = useState<CallDraft>();
  const [isOld, setOld] = useState(false);
  const latest = useRef<CallDraft | undefined>(undefined);
  latest.current = draft;
  const isDone = useRef(false);

  if (draft === undefined && kept !== undefined) {
    const before = readDraft(kept);
    setDraft(before ?? beginDraft(begun, Date.now()));
    setOld(before !== undefined);
  }

  const keep = useCallback(
    (of: CallDraft | undefined) => {
      const text = of !== undefined && saysAnything(of) ? JSON.stringify(of) : null;
      queries.setQueryData(queryKey('drafts/read', { personId, name }), text); // nobody else changes it
      void task('drafts/keep', { personId, name, text });
    },
    [queries, task, personId],
  );
  const change = useCallback((to: CallChange) => setDraft((before) => before && { ...before, ...to }), []);
  /** Throws it away, or begins with what the panel was opened about. */
  const beginAnew = useCallback(() => {
    const fresh = beginDraft(begun, Date.now());
    setDraft(fresh);
    setOld(false);
    keep(undefined);
  }, [begun, keep]);
  const done = useCallback(() => {
    isDone.current = true;
    keep(undefined);
  }, [keep]);

  const isThere = draft !== undefined;
  useEffect(() => {
    if (!isThere) return;
    let atMs = Date.now();
    let keptText = '';
    const tick = () => {
      const now = Date.now();
      const passedMs = now - atMs;
      atMs = now;
      setDraft((before) => before && { ...before, ranMs: before.ranMs + (before.replaces === null ? passedMs : 0) });
      const text = JSON.stringify({ ...latest.current, ranMs: 0 });
      if (text !== keptText && latest.current !== undefined && !isDone.current) keep(latest.current);
      keptText = text;
    };
    const timer = setInterval(tick, tickMs);
    return () => {
      clearInterval(timer);
      if (latest.current !== undefined && !isDone.current) keep(latest.current); // Esc keeps the draft
    };
  }, [isThere, keep]);
  return { draft, isOld, change, beginAnew, done };
}
