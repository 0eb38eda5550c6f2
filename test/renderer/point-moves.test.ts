import { expect, test } from 'vitest';
import {
  blocksOf,
  findByLetters,
  movePoint,
  spanBetween,
  wordAt,
} from '../../src/renderer/features/supplier-invoices/point-moves.ts';
import type { Word } from '../../src/shared/base/page.ts';

/** 'text@x,y': a word 0.02 a letter wide and 0.01 high; words with the same y stand on one line. */
const page = (...words: readonly string[]): readonly Word[] => {
  const rows: string[] = [];
  return words.map((word) => {
    const [text = '', place = ''] = word.split('@');
    const [x = 0, y = 0] = place.split(',').map(Number);
    if (!rows.includes(String(y))) rows.push(String(y));
    return { text, box: [x, y, x + text.length * 0.02, y + 0.01], confidence: 0.9, line: rows.indexOf(String(y)) };
  });
};
const words = page(
  'Faktura@0.1,0.1',
  'Sida@0.7,0.1',
  'Nr@0.1,0.2',
  '10045@0.2,0.2',
  '1@0.7,0.2',
  'Dag@0.1,0.212',
  'Summa@0.7,0.5',
);
const texts = (places: readonly number[]) => places.map((place) => words[place]?.text);

test('arrows follow the reading order, and stop at the ends', () => {
  expect(texts([movePoint(words, 0, 'next'), movePoint(words, 0, 'previous'), movePoint(words, 6, 'next')])).toEqual([
    'Sida',
    'Faktura',
    'Summa',
  ]);
});

test('up and down keep the column', () => {
  expect(texts([movePoint(words, 0, 'below'), movePoint(words, 1, 'below'), movePoint(words, 4, 'below')])).toEqual([
    'Nr',
    '1',
    'Summa',
  ]);
  expect(texts([movePoint(words, 6, 'above'), movePoint(words, 5, 'above'), movePoint(words, 0, 'above')])).toEqual([
    '1',
    'Nr',
    'Faktura',
  ]);
});

test('Home and End stay on the printed line', () => {
  expect(texts([movePoint(words, 3, 'line-start'), movePoint(words, 3, 'line-end')])).toEqual(['Nr', '1']);
});

test('words close to each other are a block; Ctrl+arrow goes from block to block', () => {
  const [faktura, sida, nr, number, one, datum] = blocksOf(words);
  expect(number).not.toBe(one);
  expect(datum).toBe(nr);
  expect(new Set([faktura, sida, nr, one]).size).toBe(4);
  expect(texts([movePoint(words, 0, 'next-block'), movePoint(words, 2, 'next-block')])).toEqual(['Sida', '10045']);
  expect(texts([movePoint(words, 5, 'previous-block'), movePoint(words, 2, 'previous-block')])).toEqual(['Nr', 'Sida']);
});

test('letters go to the next word that begins with them, round the end, then to one that holds them', () => {
  expect(texts([findByLetters(words, 0, 'su'), findByLetters(words, 2, 's'), findByLetters(words, 0, '45')])).toEqual([
    'Summa',
    'Summa',
    '10045',
  ]);
  expect(findByLetters(words, 0, 'zzz')).toBe(-1);
  expect(findByLetters([], 0, 'a')).toBe(-1);
});

test('a stretch of words has one text and one box', () => {
  expect(spanBetween(words, 3, 2)).toEqual({ text: 'Nr 10045', box: [0.1, 0.2, 0.2 + 5 * 0.02, 0.2 + 0.01] });
  expect(spanBetween([], 0, 0)).toBeUndefined();
});

test('pointing begins at the value, or nearest to it', () => {
  expect(texts([wordAt(words, [0.2, 0.2, 0.3, 0.21]), wordAt(words, [0.72, 0.48, 0.75, 0.49])])).toEqual(['10045', 'Summa']);
  expect(wordAt([], [0, 0, 1, 1])).toBe(-1);
});
