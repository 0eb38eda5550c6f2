/** The few statistics that the tables of `npm run bench -- reading` show. */

/**
 * The upper end of the two-sided 95 % interval of Clopper and Pearson for `hits` in `trials`; for no hits the one-sided end, which is
 * the rule of three (about 3 / trials). 1 for no trials: nothing is known.
 */
export function upperBound(hits: number, trials: number): number {
  if (trials === 0 || hits >= trials) return 1;
  const beyond = hits === 0 ? 0.05 : 0.025;
  let [low, high] = [hits / trials, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (atMost(hits, trials, middle) > beyond) low = middle;
    else high = middle;
  }
  return high;
}

/** The chance of at most so many hits, when each trial hits with that share. */
function atMost(hits: number, trials: number, share: number): number {
  let term = trials * Math.log1p(-share);
  let sum = Math.exp(term);
  for (let hit = 1; hit <= hits; hit += 1) {
    term += Math.log(((trials - hit + 1) / hit) * (share / (1 - share)));
    sum += Math.exp(term);
  }
  return sum;
}

/** What was said (0..1) and whether it was right. */
export type Said = { readonly confidence: number; readonly right: boolean };

/** How far what was said lies from how often it was right, in ten equal bins weighted by their size; 0 for nothing said. */
export function calibrationError(said: readonly Said[]): number {
  const bins = Map.groupBy(said, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  let error = 0;
  for (const bin of bins.values()) {
    const mean = bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length;
    const right = bin.filter((one) => one.right).length / bin.length;
    error += (Math.abs(mean - right) * bin.length) / said.length;
  }
  return error;
}

/** The chance that a right value was said with more confidence than a wrong one, ties halved (AUROC); 1 when there is none of a kind. */
export function separation(said: readonly Said[]): number {
  const sorted = said.toSorted((a, b) => a.confidence - b.confidence);
  const rights = said.filter(({ right }) => right).length;
  const wrongs = said.length - rights;
  if (rights === 0 || wrongs === 0) return 1;
  let [rankSum, at] = [0, 0];
  while (at < sorted.length) {
    let end = at;
    while (end < sorted.length && sorted[end]?.confidence === sorted[at]?.confidence) end += 1;
    const rank = (at + 1 + end) / 2;
    rankSum += rank * sorted.slice(at, end).filter(({ right }) => right).length;
    at = end;
  }
  return (rankSum - (rights * (rights + 1)) / 2) / (rights * wrongs);
}

/** Linear in between; 0 for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
