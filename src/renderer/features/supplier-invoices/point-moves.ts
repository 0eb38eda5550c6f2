import type { Box, Word } from '../../../shared/base/page.ts';
import { folded } from '../../../shared/base/text.ts';
import { around, type Span } from './page-words.ts';

export type PointMove = 'next' | 'previous' | 'above' | 'below' | 'line-start' | 'line-end' | 'next-block' | 'previous-block';

/** The word that an arrow leads to: its place in `words`, which stand in reading order. At the end it stays where it is. */
export function movePoint(words: readonly Word[], from: number, move: PointMove): number {
  const at = Math.max(0, Math.min(words.length - 1, from));
  switch (move) {
    case 'next':
      return Math.min(words.length - 1, at + 1);
    case 'previous':
      return Math.max(0, at - 1);
    case 'above':
    case 'below':
      return nearestInDirection(words, at, move === 'below' ? 1 : -1);
    case 'line-start':
      return words.findIndex(({ line }) => line === words[at]?.line);
    case 'line-end':
      return words.findLastIndex(({ line }) => line === words[at]?.line);
    case 'next-block':
    case 'previous-block':
      return otherBlock(words, at, move === 'next-block' ? 1 : -1);
  }
}

/** The next word, round the end, that begins with the letters; else one that holds them. -1: no word does. */
export function findByLetters(words: readonly Word[], from: number, letters: string): number {
  const wanted = folded(letters);
  const order = words.map((_, step) => (from + step) % words.length);
  const textAt = (place: number): string => folded(words[place]?.text ?? '');
  return order.find((place) => textAt(place).startsWith(wanted)) ?? order.find((place) => textAt(place).includes(wanted)) ?? -1;
}

/** All the words from one to another, as one text with one box. */
export function spanBetween(words: readonly Word[], a: number, b: number): Span | undefined {
  const chosen = words.slice(Math.min(a, b), Math.max(a, b) + 1);
  const [first, ...others] = chosen;
  if (first === undefined) return undefined;
  return {
    text: chosen.map(({ text }) => text).join(' '),
    box: others.reduce<Box>((box, word) => around(box, word.box), first.box),
  };
}

/** The word that covers most of a box; the nearest one when none does. -1 where there are no words. */
export function wordAt(words: readonly Word[], box: Box): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  words.forEach((word, place) => {
    const gapX = Math.max(0, word.box[0] - box[2], box[0] - word.box[2]);
    const gapY = Math.max(0, word.box[1] - box[3], box[1] - word.box[3]);
    // Inside a box of several words the first one is meant.
    const far = gapX + gapY + (word.box[0] < box[0] - 0.005 ? 0.001 : 0);
    if (far < least) {
      least = far;
      best = place;
    }
  });
  return best;
}

/** The word straight above or below; sideways counts double, so that the eye keeps its column. */
function nearestInDirection(words: readonly Word[], at: number, direction: 1 | -1): number {
  const from = words[at];
  if (from === undefined) return at;
  const middle = middleOf(from.box);
  const half = (from.box[3] - from.box[1]) / 2;
  let best = at;
  let least = Number.POSITIVE_INFINITY;
  words.forEach(({ box, line }, place) => {
    const ahead = (middleOf(box) - middle) * direction;
    if (line === from.line || ahead <= half) return;
    const aside = Math.max(0, box[0] - from.box[2], from.box[0] - box[2]);
    if (ahead + aside * 2 < least) {
      least = ahead + aside * 2;
      best = place;
    }
  });
  return best;
}

const middleOf = ([, y0, , y1]: Box): number => (y0 + y1) / 2;

/** The first word of the next block; backwards first of this block, then of the one before. */
function otherBlock(words: readonly Word[], at: number, direction: 1 | -1): number {
  const blocks = blocksOf(words);
  const starts = [...new Set(blocks)].map((block) => blocks.indexOf(block)).sort((a, b) => a - b);
  const here = blocks.indexOf(blocks[at] ?? 0);
  if (direction === 1) return starts.find((start) => start > here) ?? at;
  return at > here ? here : (starts.findLast((start) => start < here) ?? here);
}

/** Words that stand close together, beside or below each other, share a number: an address, a column, a paragraph. */
export function blocksOf(words: readonly Word[]): readonly number[] {
  const block = words.map((_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (block[root] !== root) root = block[root] ?? root;
    return root;
  };
  words.forEach((word, place) => {
    for (let other = 0; other < place; other += 1) {
      const before = words[other];
      if (before === undefined || !isClose(before.box, word.box)) continue;
      const [low, high] = [rootOf(other), rootOf(place)].sort((a, b) => a - b) as [number, number];
      block[high] = low;
    }
  });
  return words.map((_, place) => rootOf(place));
}

/** Beside each other by less than about three letters, or below each other by less than a line. */
function isClose(a: Box, b: Box): boolean {
  const height = Math.max(a[3] - a[1], b[3] - b[1]);
  const gapY = Math.max(0, a[1] - b[3], b[1] - a[3]);
  const gapX = Math.max(0, a[0] - b[2], b[0] - a[2]);
  // A share of the width is longer than the same share of the height: hence the larger factor.
  return gapY === 0 ? gapX < height * 3 : gapY < height * 1.1 && gapX === 0;
}
