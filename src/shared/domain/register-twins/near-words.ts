import { editsBetween } from '../../base/edit-distance.ts';

/** How many slips a typed word of so many letters may bear: in short words everything is near everything. */
export const slipsAllowed = (letters: number): number => (letters < 4 ? 0 : letters < 8 ? 1 : 2);

/** The words nearest to a typed one, which may be unfinished: at most `most`, the nearest first. A slip in the first letter is borne too. */
export function nearWords(typed: string, words: readonly string[], most: number): readonly string[] {
  const slips = slipsAllowed(typed.length);
  if (slips === 0) return [];
  const found: { word: string; slips: number }[] = [];
  for (const word of words) {
    if (word.length < typed.length - slips || !mayBegin(typed, word)) continue;
    const between = editsBetween(typed, word, slips, true);
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
