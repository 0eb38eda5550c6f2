import { describe, expect, test } from 'vitest';
import { countSentence } from '../../src/renderer/features/intake/count-sentences.ts';
import { countPages, countsOfRow, doAgree, groupPages } from '../../src/renderer/features/intake/sheet-groups.ts';
import { sv } from '../../src/renderer/text/sv.ts';
import { tileRows, tileTo } from '../../src/renderer/ui/tile-rows.ts';
import { aDropped, aFileRow, aSheet, aSheetPage, second } from './a-sheet.ts';

const shape = (pages: Parameters<typeof groupPages>[0]) =>
  groupPages(pages).map(({ kind, isContinued, pages: own }) => [kind, isContinued, own.map(({ page }) => page)]);

describe('pages stand under their documents', () => {
  test('in reading order; a blank page with the document before it, a separator sheet by itself', () => {
    expect(
      shape([
        aDropped(1, 'separator'),
        aSheetPage(2),
        aDropped(3, 'blank'),
        aSheetPage(4, { role: 'appendix' }),
        aDropped(5, 'separator'),
        aSheetPage(6, { invoice: second }),
        aSheetPage(7, { role: 'waiting', invoice: null }),
      ]),
    ).toEqual([
      ['dropped', false, [1]],
      ['document', false, [2, 3, 4]],
      ['dropped', false, [5]],
      ['document', false, [6]],
      ['waiting', false, [7]],
    ]);
  });

  test('a document that goes on after something else says so', () => {
    expect(shape([aSheetPage(1), aDropped(2, 'separator'), aSheetPage(3)])).toEqual([
      ['document', false, [1]],
      ['dropped', false, [2]],
      ['document', true, [3]],
    ]);
  });
});

describe('the counters', () => {
  test('say where every page went', () => {
    const sheet = aSheet([aSheetPage(1), aSheetPage(2, { role: 'appendix' }), aDropped(3, 'blank'), aDropped(4, 'separator')]);
    expect(countPages(sheet)).toMatchObject({ pages: 4, invoicePages: 1, appendixPages: 1, dropped: 2, documents: 1 });
    expect(countSentence(countPages(sheet), sv)).toEqual({
      text: '4 sidor = 1 fakturasida + 1 bilagesida + 2 borttagna',
      isRight: true,
    });
  });

  test('warn when they do not agree', () => {
    const counts = countsOfRow(aFileRow({ pageCount: 7 }));
    expect(counts && doAgree(counts)).toBe(false);
    expect(counts && countSentence(counts, sv).text).toMatch(/^Sidorna stämmer inte: 7 sidor kom in, men 6 är räknade/);
  });

  test('are not known until the file has been read', () => {
    expect(countsOfRow(aFileRow({ pageCount: null }))).toBeUndefined();
  });
});

describe('keys in the sheet', () => {
  const rows = tileRows([1, 1, 5, 2], 3); // 0 | 1 // 2 3 4 / 5 6 // 7 8
  const to = (key: string, active: number) => tileTo(key, { rows, active, pageRows: 2 });
  test('short sections stand beside each other; a long one begins on a line of its own and goes on below', () => {
    expect(rows.map((row) => row.map(({ section, first, end, isStart }) => [section, first, end, isStart]))).toEqual([
      [
        [0, 0, 1, true],
        [1, 1, 2, true],
      ],
      [[2, 2, 5, true]],
      [[2, 5, 7, false]],
      [[3, 7, 9, true]],
    ]);
    expect(tileRows([2, 1], 3)).toHaveLength(1);
  });

  test('keys follow the reading order, and keep the column up and down', () => {
    expect([to('ArrowRight', 1), to('ArrowLeft', 0), to('ArrowRight', 8)]).toEqual([2, 0, 8]);
    expect([to('ArrowDown', 1), to('ArrowDown', 4), to('ArrowDown', 6), to('ArrowDown', 8)]).toEqual([3, 6, 8, 8]);
    expect([to('ArrowUp', 8), to('ArrowUp', 4), to('ArrowUp', 1), to('PageDown', 0), to('PageUp', 7)]).toEqual([6, 1, 1, 5, 2]);
    expect([to('Home', 5), to('End', 0), to('x', 0)]).toEqual([0, 8, undefined]);
  });
});
