import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findEmptyPlace } from '../../src/main/engine/documents/find-empty-place.ts';
import type { Word } from '../../src/shared/base/page.ts';

const word = (x: number, y: number): Word => ({ text: 'ord', box: [x, y, x + 0.1, y + 0.02], confidence: 1, line: 1 });
const size = { width: 0.25, height: 0.1 };

test('an empty page is stamped at the lower right', () => {
  expect(findEmptyPlace([], size)).toEqual({ x: 0.75, y: 0.9 });
});

test('a word in that corner moves the stamp aside', () => {
  const { x } = findEmptyPlace([word(0.85, 0.95)], size);
  expect(x + size.width).toBeLessThanOrEqual(0.85);
});

test('a stamp always stays on the page', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 0, max: 0.9, noNaN: true }), fc.double({ min: 0, max: 0.98, noNaN: true })), {
        maxLength: 200,
      }),
      (at) => {
        const { x, y } = findEmptyPlace(
          at.map(([left, top]) => word(left, top)),
          size,
        );
        expect(x >= 0 && y >= 0 && x + size.width <= 1.0001 && y + size.height <= 1.0001).toBe(true);
      },
    ),
  );
});
