import { performance } from 'node:perf_hooks';
import type { ReadTimings } from '../../shared/contract/reader.ts';

export type Clock = {
  readonly time: <T>(name: Exclude<keyof ReadTimings, 'total'>, work: Promise<T>) => Promise<T>;
  readonly stop: () => ReadTimings;
};

/** Sums up whole milliseconds under three names. */
export function startClock(): Clock {
  const startedAtMs = performance.now();
  const spentMs = { open: 0, render: 0, read: 0 };
  return {
    async time(name, work) {
      const beganAtMs = performance.now();
      try {
        return await work;
      } finally {
        spentMs[name] += performance.now() - beganAtMs;
      }
    },
    stop: () => ({
      open: Math.round(spentMs.open),
      render: Math.round(spentMs.render),
      read: Math.round(spentMs.read),
      total: Math.round(performance.now() - startedAtMs),
    }),
  };
}
