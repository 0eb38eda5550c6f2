import { expect, test } from 'vitest';
import { folded, sortKey, storable } from '../../src/shared/base/text.ts';

test('sorts as Swedish clerks expect: å, ä and ö after z, case and accents aside', () => {
  const names = ['Örebro', 'Zebra', 'Ängen', 'Åsen', 'école', 'Eda', 'adam', '3M'];
  expect(names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
    '3M',
    'adam',
    'école',
    'Eda',
    'Zebra',
    'Åsen',
    'Ängen',
    'Örebro',
  ]);
});

test('search treats é as e but not å as a', () => {
  expect(folded('Café')).toBe('cafe');
  expect(folded('Åre')).toBe('åre');
});

test('what a page says is made fit to be kept', () => {
  expect(storable('Faktura\u0000 10\ud83d')).toBe('Faktura 10\ufffd');
  expect(storable('Smörgås 🥪')).toBe('Smörgås 🥪');
});
