/**
 * How many letters must be put in, taken out, changed or swapped with the next to make one text of the other (restricted Damerau–Levenshtein);
 * `most` + 1 where it is more than that. `asPrefix`: of `other`, whatever follows costs nothing.
 */
export function editsBetween(one: string, other: string, most: number, asPrefix = false): number {
  if (one === other) return 0;
  const columns = Math.min(other.length, one.length + most, longest);
  if (one.length > longest || (!asPrefix && Math.abs(one.length - other.length) > most)) return most + 1;
  let [beforeLast, last, next] = rows;
  for (let at = 0; at <= columns; at += 1) last[at] = at;
  for (let row = 1; row <= one.length; row += 1) {
    const here = one.charCodeAt(row - 1);
    let least = row;
    next[0] = row;
    for (let at = 1; at <= columns; at += 1) {
      const there = other.charCodeAt(at - 1);
      let cost = Math.min((last[at - 1] ?? 0) + (here === there ? 0 : 1), (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
      const swapped = row > 1 && at > 1 && here === other.charCodeAt(at - 2) && one.charCodeAt(row - 2) === there;
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
