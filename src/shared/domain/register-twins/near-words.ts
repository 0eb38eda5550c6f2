/** How many slips a typed word of so many letters may bear: in short words everything is near everything. */
export const slipsAllowed = (letters: number): number => (letters < 4 ? 0 : letters < 8 ? 1 : 2);

/**
 * How many letters must be put in, taken out, changed or swapped with the next to make one text of the other (restricted Damerau–Levenshtein);
 * `most` + 1 where it is more than that. `asPrefix`: of `other`, whatever follows costs nothing.
 */
export function slipsBetween(typed: string, other: string, most: number, asPrefix = false): number {
  if (typed === other) return 0;
  const columns = Math.min(other.length, typed.length + most, longest);
  if (typed.length > longest || (!asPrefix && Math.abs(typed.length - other.length) > most)) return most + 1;
  let [beforeLast, last, next] = rows;
  for (let at = 0; at <= columns; at += 1) last[at] = at;
  for (let row = 1; row <= typed.length; row += 1) {
    const here = typed.charCodeAt(row - 1);
    let least = row;
    next[0] = row;
    for (let at = 1; at <= columns; at += 1) {
      const there = other.charCodeAt(at - 1);
      let cost = Math.min((last[at - 1] ?? 0) + (here === there ? 0 : 1), (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
      const swapped = row > 1 && at > 1 && here === other.charCodeAt(at - 2) && typed.charCodeAt(row - 2) === there;
      if (swapped) cost = Math.min(cost, (beforeLast[at - 2] ?? 0) + 1);
      next[at] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [beforeLast, last, next] = [last, next, beforeLast];
  }
  let end = last[columns] ?? most + 1;
  if (asPrefix) for (let at = 0; at < columns; at += 1) end = Math.min(end, last[at] ?? end);
  return Math.min(end, most + 1);
}

/** Letters of a text that is compared; what is longer is no word. */
const longest = 200;
/** Written before it is read, at each call: kept only because millions of texts are compared. */
const rows: readonly [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(longest + 1),
  new Uint8Array(longest + 1),
  new Uint8Array(longest + 1),
];

/** The words nearest to a typed one, which may be unfinished: at most `most`, the nearest first. A slip in the first letter is borne too. */
export function nearWords(typed: string, words: readonly string[], most: number): readonly string[] {
  const slips = slipsAllowed(typed.length);
  if (slips === 0) return [];
  const found: { word: string; slips: number }[] = [];
  for (const word of words) {
    if (word.length < typed.length - slips || !mayBegin(typed, word)) continue;
    const between = slipsBetween(typed, word, slips, true);
    if (between <= slips) found.push({ word, slips: between });
  }
  return found
    .sort(
      (a, b) =>
        a.slips - b.slips ||
        Math.abs(a.word.length - typed.length) - Math.abs(b.word.length - typed.length) ||
        (a.word < b.word ? -1 : 1),
    )
    .slice(0, most)
    .map(({ word }) => word);
}

/** One slip in the first two letters leaves one of these pairs alike. Quick, for it is asked of every word of a register. */
function mayBegin(typed: string, word: string): boolean {
  const [a, b] = [typed.charCodeAt(0), typed.charCodeAt(1)];
  const [c, d] = [word.charCodeAt(0), word.charCodeAt(1)];
  return a === c || b === d || b === c || a === d;
}
