import { folded } from '../../base/text.ts';
import { squeezed, wordsOf } from './page-words.ts';

/** A piece of a text; the pieces together are the text. */
export type MarkedPiece = { readonly text: string; readonly isMarked: boolean };

/**
 * A text with what was typed marked in it: whole words that begin so, and figures whatever stands between them. `sought`: the words and numbers
 * that were typed.
 */
export function markWords(text: string, sought: readonly string[]): readonly MarkedPiece[] {
  const marked = new Uint8Array(text.length);
  const small = sameLength(text);
  const words = sought.flatMap(wordsOf).filter((word) => word.length > 1);
  for (const found of small.matchAll(/[\p{Letter}\p{Number}]+/gu))
    for (const word of words) if (found[0].startsWith(word)) marked.fill(1, found.index, found.index + word.length);
  const keys = sought.map(squeezed).filter((key) => /\d/.test(key) && key.length > 1);
  if (keys.length > 0) markKeys(small, keys, marked);
  return piecesOf(text, marked);
}

/** Numbers are written with signs and spaces between: they are looked for without, and marked with. */
function markKeys(text: string, keys: readonly string[], marked: Uint8Array): void {
  const places = Array.from(text.matchAll(/[\p{Letter}\p{Number}]/gu), ({ index }) => index);
  const bare = places.map((at) => text[at]).join('');
  for (const key of keys) {
    const at = bare.indexOf(key);
    const [from, to] = [places[at], places[at + key.length - 1]];
    if (at >= 0 && from !== undefined && to !== undefined) marked.fill(1, from, to + 1);
  }
}

/** Folded letter by letter, so that places in it are places in the text. */
const sameLength = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => {
    const letter = folded(text[at] ?? '');
    return letter.length === 1 ? letter : (text[at] ?? ' ');
  }).join('');

function piecesOf(text: string, marked: Uint8Array): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + 1;
    while (end < text.length && marked[end] === marked[at]) end += 1;
    pieces.push({ text: text.slice(at, end), isMarked: marked[at] === 1 });
    at = end;
  }
  return pieces;
}
