import { type RefObject, useEffect } from 'react';
import { useEngineQuery } from '../use-engine.ts';

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks when no one has touched the computer for as long as the settings say. */
export function useAutoLock(active: boolean, lock: RefObject<() => void>): void {
  const { data: settings } = useEngineQuery('settings/read', {}, { when: active });
  const minutes = settings?.autoLockMinutes;
  useEffect(() => {
    if (!active || minutes === undefined) return;
    let lastMs = Date.now();
    const onLife = () => {
      lastMs = Date.now();
    };
    for (const sign of signsOfLife) window.addEventListener(sign, onLife, { passive: true, capture: true });
    const timer = setInterval(() => {
      if (Date.now() - lastMs >= minutes * 60_000) lock.current();
    }, 5_000);
    return () => {
      for (const sign of signsOfLife) window.removeEventListener(sign, onLife, { capture: true });
      clearInterval(timer);
    };
  }, [active, minutes, lock]);
}
