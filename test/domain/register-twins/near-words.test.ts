import { describe, expect, test } from 'vitest';
import { editsBetween } from '../../../src/shared/base/edit-distance.ts';
import { nearWords } from '../../../src/shared/domain/register-twins/index.ts';
import { seeded } from '../../make/documents/seeded.ts';

test.each([
  ['berg', 'berg', 0],
  ['berg', 'beg', 1],
  ['berg', 'berrg', 1],
  ['berg', 'bregg', 2],
  ['berg', 'ebrg', 1],
  ['åkeri', 'akeri', 1],
  ['', 'ab', 2],
  ['berg', 'malmö', 4],
])('%s and %s: %i', (one, other, slips) => {
  expect(editsBetween(one, other, 3)).toBe(slips);
  expect(editsBetween(other, one, 3)).toBe(slips);
});

describe('whatever is made of a word', () => {
  const letters = 'abcåö';
  const luck = seeded(5);
  const word = (length: number) => Array.from({ length }, () => letters[luck.whole(0, letters.length - 1)]).join('');

  test('one slip is one slip, also as the beginning of something', () => {
    for (let turn = 0; turn < 2_000; turn += 1) {
      const right = word(luck.whole(3, 12));
      const at = luck.whole(0, right.length - 2);
      const wrong = luck.pick([
        right.slice(0, at) + right.slice(at + 1),
        `${right.slice(0, at)}x${right.slice(at)}`,
        `${right.slice(0, at)}x${right.slice(at + 1)}`,
        `${right.slice(0, at)}${right[at + 1]}${right[at]}${right.slice(at + 2)}`,
      ]);
      expect(editsBetween(wrong, right, 2)).toBeLessThanOrEqual(1);
      expect(editsBetween(wrong, right + word(3), 2, true)).toBeLessThanOrEqual(1);
    }
  });

  test('what is too far is said to be one more than was asked, and two ways round are as far', () => {
    for (let turn = 0; turn < 2_000; turn += 1) {
      const [one, other] = [word(luck.whole(0, 9)), word(luck.whole(0, 9))];
      const far = editsBetween(one, other, 20);
      expect(editsBetween(other, one, 20)).toBe(far);
      for (const most of [0, 1, 2, 3]) expect(editsBetween(one, other, most)).toBe(Math.min(far, most + 1));
    }
  });
});

test('the nearest come first, and short words are near to nothing', () => {
  const words = ['lindberg', 'lindbergs', 'lundberg', 'sandberg', 'lindgren', 'ab'];
  expect(nearWords('lindbreg', words, 2)).toEqual(['lindberg', 'lindbergs']);
  expect(nearWords('ax', words, 3)).toEqual([]);
  expect(nearWords('kindberg', words, 1)).toEqual(['lindberg']);
});
