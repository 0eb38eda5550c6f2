type Failures = { readonly count: number; readonly untilMs: number };

/** Attempts at a secret, by whoever or wherever they are at: the first few are free, and then each failure doubles the wait. */
export type Attempts = {
  /** Counts an attempt as failed until it is told otherwise. Gives how many seconds to wait, and counts nothing then; 0: go on. */
  begin(key: string): number;
  succeeded(key: string): void;
};

const free = 5;
const longestMs = 5 * 60_000;
/** Far more than there are people; the oldest are forgotten first. */
const kept = 10_000;

export function countAttempts(clock: () => number): Attempts {
  const failures = new Map<string, Failures>();
  return {
    begin: (key) => {
      const { count, untilMs } = failures.get(key) ?? { count: 0, untilMs: 0 };
      const nowMs = clock();
      if (untilMs > nowMs) return Math.ceil((untilMs - nowMs) / 1000);
      const waitMs = count + 1 < free ? 0 : Math.min(1000 * 2 ** (count + 1 - free), longestMs);
      failures.delete(key);
      failures.set(key, { count: count + 1, untilMs: nowMs + waitMs });
      const [oldest] = failures.keys();
      if (failures.size > kept && oldest !== undefined) failures.delete(oldest);
      return 0;
    },
    succeeded: (key) => void failures.delete(key),
  };
}
