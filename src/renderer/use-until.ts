import { useEffect, useState } from 'react';

/** True until a moment has come, and then no longer, without anybody asking again. */
export function useUntil(untilMs: number | undefined): boolean {
  const [, setRound] = useState(0);
  const leftMs = untilMs === undefined ? 0 : untilMs - Date.now();
  useEffect(() => {
    if (untilMs === undefined) return;
    const timer = setTimeout(() => setRound((round) => round + 1), Math.max(0, untilMs - Date.now()) + 1);
    return () => clearTimeout(timer);
  }, [untilMs]);
  return leftMs > 0;
}
