import type { Box, Word } from '../../../shared/base/page.ts';

/**
 * Where on a page something of a size (shares of the page) covers the fewest words; the lowest and rightmost of equals, where a
 * stamp is looked for. Gives its top left corner.
 */
export function findEmptyPlace(
  words: readonly Word[],
  size: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } {
  const steps = 12;
  const places = Array.from({ length: (steps + 1) ** 2 }, (_, place) => ({
    x: (1 - size.width) * (1 - (place % (steps + 1)) / steps),
    y: (1 - size.height) * (1 - Math.floor(place / (steps + 1)) / steps),
  }));
  const covered = places.map(
    ({ x, y }) => words.filter(({ box }) => overlaps(box, [x, y, x + size.width, y + size.height])).length,
  );
  return places[covered.indexOf(Math.min(...covered))] ?? { x: 0, y: 0 };
}

const overlaps = (one: Box, other: Box): boolean =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
