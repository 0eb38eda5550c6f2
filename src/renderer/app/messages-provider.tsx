import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type Message, MessagesContext, type Say } from '../messages.ts';
import { fill } from '../text/fill.ts';
import { useText } from '../text/use-text.ts';
import { Toasts } from '../ui/toasts.tsx';
import { useEngine } from '../use-engine.ts';
import { gatherRefusals } from './gather-refusals.ts';
import { problemSentence } from './problem-sentence.ts';

export const LogContext = createContext<readonly Message[]>([]);
export const useLog = (): readonly Message[] => useContext(LogContext);

const mostKept = 500;
const shownMs = 9_000;

/** Keeps what the clerk has been told. Warnings and errors show as toasts; an error stays until it is closed. */
export function MessagesProvider({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const engine = useEngine();
  const [log, setLog] = useState<readonly Message[]>([]);
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const [resting, setResting] = useState(false);
  const lastId = useRef(0);

  const say = useCallback<Say>((kind, text) => {
    lastId.current += 1;
    const message = { id: lastId.current, kind, text, atMs: Date.now() };
    setLog((before) => [...before.slice(1 - mostKept), message]);
  }, []);
  const close = useCallback((id: number) => setClosed((before) => new Set([...before, id])), []);

  useEffect(() => {
    const refusals = gatherRefusals((refused) => {
      const [first] = refused;
      if (first === undefined) return;
      const many = fill(t.outbox.refusedMany, { count: refused.length });
      say('warning', refused.length === 1 ? problemSentence(first, t) : many);
    });
    const stop = engine.onNotice((notice) => {
      if (notice.kind !== 'problem') return;
      if (notice.problem.code === 'refused') refusals.add(notice.problem);
      else say('warning', problemSentence(notice.problem, t));
    });
    return () => {
      refusals.stop();
      stop();
    };
  }, [engine, say, t]);

  const open = useMemo(() => log.filter(({ id, kind }) => kind !== 'note' && !closed.has(id)).slice(-4), [log, closed]);
  useEffect(() => {
    if (resting) return;
    const timers = open
      .filter(({ kind }) => kind === 'warning')
      .map(({ id, atMs }) => setTimeout(() => close(id), Math.max(1_000, atMs + shownMs - Date.now())));
    return () => timers.forEach(clearTimeout);
  }, [open, resting, close]);

  return (
    <MessagesContext value={say}>
      <LogContext value={log}>
        {children}
        <Toasts toasts={open} closeName={t.common.close} onClose={close} onRest={setResting} />
      </LogContext>
    </MessagesContext>
  );
}
