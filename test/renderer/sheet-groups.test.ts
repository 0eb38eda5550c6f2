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
  const rows = tileRows([5, 2], 3); // 0 1 2 / 3 4 // 5 6
  const to = (key: string, active: number) => tileTo(key, { rows, active, pageRows: 2 });
  test('follow the reading order, and keep the column up and down, over headings', () => {
    expect(rows).toEqual([
      { kind: 'heading', section: 0 },
      { kind: 'tiles', first: 0, end: 3 },
      { kind: 'tiles', first: 3, end: 5 },
      { kind: 'heading', section: 1 },
      { kind: 'tiles', first: 5, end: 7 },
    ]);
    expect([to('ArrowRight', 4), to('ArrowLeft', 0), to('ArrowRight', 6)]).toEqual([5, 0, 6]);
    expect([to('ArrowDown', 1), to('ArrowDown', 2), to('ArrowDown', 4), to('ArrowDown', 6)]).toEqual([4, 4, 6, 6]);
    expect([to('ArrowUp', 6), to('ArrowUp', 1), to('PageDown', 0), to('Home', 5), to('End', 0)]).toEqual([4, 1, 5, 0, 6]);
    expect(to('x', 0)).toBeUndefined();
  });
});
