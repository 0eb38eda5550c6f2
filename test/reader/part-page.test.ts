import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partPage } from '../../src/main/reader/part-page.ts';
import { aScan, from } from './make-pages.ts';
import { type ReaderUnderTest, startReaderUnderTest } from './reader-under-test.ts';

let reader: ReaderUnderTest;
beforeAll(async () => {
  reader = await startReaderUnderTest();
});
afterAll(() => reader.stop());

const widthPx = 20;
/** A page whose rows are ink or paper; a row of ink is dark on half its width. */
function pageOf(rows: readonly boolean[]) {
  const pixels = new Uint8Array(widthPx * rows.length).fill(255);
  rows.forEach((isInk, row) => {
    if (isInk) pixels.fill(0, row * widthPx, row * widthPx + widthPx / 2);
  });
  return { pixels, widthPx, heightPx: rows.length, channels: 1, bitonal: false, dpi: null } as const;
}
const lines = (...heights: readonly number[]): boolean[] =>
  heights.flatMap((height, place) => Array.from({ length: height }, () => place % 2 === 0));

test.each([
  [lines(10, 8, 10), [14]],
  [lines(10, 8, 10, 8, 10, 20, 10), [32]],
  [lines(10, 5, 10), []], // too narrow a gap
  [lines(2, 30, 40), []], // all the print lies below
  [lines(40), []],
  [lines(0, 40), []],
] as const)('%#', (rows, cuts) => {
  expect(
    partPage(pageOf(rows))
      .slice(1)
      .map(({ top }) => top),
  ).toEqual(cuts);
});

test('the parts are the page, row by row, and no part cuts print', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 20 }), (heights) => {
      const rows = lines(...heights, 1);
      const page = pageOf(rows);
      const parts = partPage(page);
      expect(Buffer.concat(parts.map(({ raster }) => raster.pixels)).equals(page.pixels)).toBe(true);
      for (const { top } of parts.slice(1)) expect([rows[top - 1], rows[top]]).toEqual([false, false]);
    }),
  );
});

test('a page is read the same by one engine and by two', async () => {
  const path = await reader.keep(
    await from(await aScan())
      .png()
      .toBuffer(),
    'sida.png',
  );
  const readings = [];
  // A second engine is started while the first page that comes alone is read.
  for (const alone of [false, true, true, true]) {
    const { pages } = await reader.ask({ kind: 'read-page', path, page: 1, alone });
    readings.push(pages[0]?.words.words);
  }
  expect(readings[0]?.length).toBeGreaterThan(10);
  for (const words of readings) expect(words).toEqual(readings[0]);
});
