import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPdf, printedAt, printedLines } from './make-pages.ts';
import { outcomeOf, type ReaderUnderTest, startReaderUnderTest, textOf } from './reader-under-test.ts';

let reader: ReaderUnderTest;
beforeAll(async () => {
  reader = await startReaderUnderTest();
});
afterAll(() => reader.stop());

test('reads a born-digital page by its own text, and puts each word where it is printed', async () => {
  const answer = await reader.read(await aPdf());
  expect(answer.replies.map(({ kind }) => kind)).toEqual(['opened', 'page', 'done']);
  const [page] = answer.pages;
  expect(page?.words).toMatchObject({ page: 1, textSource: 'text-layer', widthPx: 1167, heightPx: 1167 });
  expect(page).toMatchObject({ imageType: 'image/jpeg', dpi: 200, turnedDegrees: 0 });
  expect(textOf(page)).toBe(printedLines.join(' '));

  const lines = printedLines.map((line) => line.split(' '));
  expect(page?.words.words.map((word) => word.line)).toEqual(lines.flatMap((words, line) => words.map(() => line)));
  for (const [line, words] of lines.entries()) {
    const first = page?.words.words.find((word) => word.line === line);
    const [x0, y0, , y1] = first?.box ?? [0, 0, 0, 0];
    const baseline = printedAt.top + line * printedAt.apart;
    expect(first?.text).toBe(words[0]);
    expect(x0 * 420).toBeCloseTo(printedAt.left, 0);
    expect(y0 * 420).toBeCloseTo(baseline - 0.8 * printedAt.size, 0);
    expect(y1 * 420).toBeCloseTo(baseline + 0.2 * printedAt.size, 0);
  }
});

test('a page that the file turns is given upright, with its boxes', async () => {
  const { pages } = await reader.read(await aPdf({ rotate: 90 }));
  const first = pages[0]?.words.words.find((word) => word.text === 'Återvinning');
  // Text of a page turned a quarter clockwise runs downwards, at the right.
  const [x0, y0, x1, y1] = first?.box ?? [0, 0, 0, 0];
  expect(x0).toBeGreaterThan(0.75);
  expect(y0 * 420).toBeCloseTo(printedAt.left, 0);
  expect((y1 - y0) / (x1 - x0)).toBeGreaterThan(3);
});

test('gives every page in order, and stops between pages when cancelled', async () => {
  const all = await reader.read(await aPdf({ pages: 3 }), 'tre.pdf');
  expect(all.pages.map(({ words }) => words.page)).toEqual([1, 2, 3]);
  expect(all.last).toMatchObject({ kind: 'done', timingsMs: { total: expect.any(Number) } });

  const { requestId } = all.last as { requestId: number };
  const first = reader.read(await aPdf({ pages: 40 }), 'fyrtio.pdf');
  reader.send({ kind: 'cancel', requestId: requestId + 1 });
  const cancelled = await first;
  expect(outcomeOf(cancelled)).toBe('cancelled');
  expect(cancelled.pages.length).toBeLessThan(40);
});
