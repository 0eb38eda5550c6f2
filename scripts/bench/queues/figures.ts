/** One line of what a bench prints: ours, what the same takes by hand in the same run, and what is aimed at; in milliseconds. */
export type Line = {
  readonly name: string;
  readonly oursMs: number;
  readonly byHandMs?: number;
  readonly aimMs: number;
  readonly note?: string;
};

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The 95th percentile of so many turns, in milliseconds, after three to warm up. */
export function measured(work: () => unknown, turns = 30): number {
  const taken: number[] = [];
  for (let turn = -3; turn < turns; turn += 1) {
    const startedAtMs = performance.now();
    work();
    if (turn >= 0) taken.push(performance.now() - startedAtMs);
  }
  return percentile(taken, 0.95);
}

const ms = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(value < 10 ? 2 : 0)).padStart(9);

export function printHead(title: string): void {
  console.info(`\n${title.padEnd(58)}     ours   by hand     ratio       aim`);
}

export function printLine({ name, oursMs, byHandMs, aimMs, note = '' }: Line): void {
  const ratio = byHandMs === undefined ? '–' : (oursMs / byHandMs).toFixed(1);
  const kept = oursMs <= aimMs ? '' : '  over';
  console.info(`${name.padEnd(58)}${ms(oursMs)} ${ms(byHandMs)} ${ratio.padStart(9)} ${`≤ ${aimMs}`.padStart(9)}${kept} ${note}`);
}
