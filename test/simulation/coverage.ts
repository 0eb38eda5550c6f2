/** Counts how often something was met. */
export type Count = (what: string) => void;
export type Coverage = Map<string, number>;

export const counting =
  (coverage: Coverage): Count =>
  (what) =>
    void coverage.set(what, (coverage.get(what) ?? 0) + 1);

export function addUp(into: Coverage, more: Iterable<readonly [string, number]>): void {
  for (const [what, times] of more) into.set(what, (into.get(what) ?? 0) + times);
}
