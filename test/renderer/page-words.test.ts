import { describe, expect, test } from 'vitest';
import { findTyped, snapToValue } from '../../src/renderer/features/supplier-invoices/page-words.ts';
import type { Day } from '../../src/shared/base/day.ts';
import type { Word } from '../../src/shared/base/page.ts';

const today = '2026-11-22' as Day;
/** Words of even width, a space apart; '|' is a wide gap. */
function line(text: string, number: number): readonly Word[] {
  let x = 0.1;
  return text.split(' ').flatMap((word): Word[] => {
    if (word === '|') {
      x += 0.2;
      return [];
    }
    const width = word.length * 0.01;
    const placed: Word = { text: word, box: [x, number * 0.05, x + width, number * 0.05 + 0.012], confidence: 1, line: number };
    x += width + 0.008;
    return [placed];
  });
}
const words = [
  ...line('Netto | 1 240,00 kr', 1),
  ...line('Att betala | 12 550,00', 2),
  ...line('Datum: 22 november 2026', 3),
  ...line('Nr 12 | 550,00', 4),
];
const at = (text: string, nth = 0) => words.flatMap((word, place) => (word.text === text ? [place] : []))[nth] ?? -1;

describe('a click takes the whole value', () => {
  test.each([
    ['minor', at('240,00'), '1 240,00 kr'],
    ['minor', at('1'), '1 240,00 kr'],
    ['minor', at('550,00', 0), '12 550,00'],
    ['minor', at('550,00', 1), '550,00'], // the 12 stands in another column
    ['day', at('november'), '22 november 2026'],
    ['text', at('betala'), 'betala'],
  ] as const)('%s at %i → %s', (kind, place, text) => expect(snapToValue(words, place, kind, today)?.text).toBe(text));
});

test('typing finds the one place where the value stands, however it is written', () => {
  expect(findTyped(words, '1240', 'minor', today).exact.map(({ text }) => text)).toEqual(['1 240,00']);
  expect(findTyped(words, '22/11', 'day', today).exact).toHaveLength(1);
  expect(findTyped(words, 'bet', 'text', today)).toMatchObject({ exact: [], begun: [{ text: 'betala' }] });
  expect(findTyped(words, 'x', 'text', today)).toEqual({ exact: [], begun: [] });
});
