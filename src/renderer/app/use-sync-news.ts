import { useEffect, useRef } from 'react';
import { useSay } from '../messages.ts';
import { useText } from '../text/use-text.ts';
import { type Joined, useSyncStatus } from '../use-sync.ts';

/** Tells when the server goes and comes back, and when it wants nothing to do with this computer. Into the log, and read out. */
export function useSyncNews(): void {
  const t = useText();
  const say = useSay();
  const status = useSyncStatus();
  const state = status?.kind === 'joined' ? status.state : undefined;
  const before = useRef<Joined['state']>(undefined);
  useEffect(() => {
    const last = before.current;
    before.current = state;
    if (state === last) return;
    if (state === 'taken-out') say('error', t.sync.takenOutNote);
    else if (state === 'too-old') say('error', t.sync.tooOldNote);
    else if (state === 'no-answer') say('note', t.sync.lost);
    else if (last === 'no-answer' && (state === 'synced' || state === 'sending')) say('note', t.sync.back);
  }, [state, say, t]);
}
