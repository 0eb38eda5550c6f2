import type { Scheduler } from './ports.ts';

/** The time and the luck of this computer. */
export const systemScheduler = (clock: () => number): Scheduler => ({
  nowMs: clock,
  after: (delayMs, work) => {
    const timer = setTimeout(work, delayMs);
    return () => clearTimeout(timer);
  },
  random: Math.random,
});
