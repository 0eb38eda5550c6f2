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

test('gives each page that is asked for, from a file that it keeps open', async () => {
  const path = await reader.keep(await aPdf({ pages: 3 }), 'tre.pdf');
  const opened = await reader.ask({ kind: 'open', path });
  expect(opened.replies).toMatchObject([{ kind: 'opened', mediaType: 'application/pdf', pageCount: 3 }, { kind: 'done' }]);
  for (const page of [3, 1, 2]) {
    const answer = await reader.ask({ kind: 'read-page', path, page });
    expect(answer.pages.map(({ words }) => words.page)).toEqual([page]);
    expect(answer.last).toMatchObject({ kind: 'done', timingsMs: { total: expect.any(Number) } });
  }
  expect(outcomeOf(await reader.ask({ kind: 'read-page', path, page: 4 }))).toBe('damaged');
});

test('another file under the same path is another file', async () => {
  const path = await reader.keep(await aPdf(), 'samma.pdf');
  await reader.ask({ kind: 'read-page', path, page: 1 });
  await reader.keep(await aPdf({ pages: 2 }), 'samma.pdf');
  expect((await reader.ask({ kind: 'open', path })).replies[0]).toMatchObject({ kind: 'opened', pageCount: 2 });
});

test('a request that is cancelled while it waits is not begun, and zones go before pages', async () => {
  const path = await reader.keep(await aPdf({ pages: 2 }), 'köad.pdf');
  const image = await reader.keep(
    (await reader.ask({ kind: 'read-page', path, page: 1 })).pages[0]?.image ?? aFault(),
    'sida.jpg',
  );
  const ended: string[] = [];
  const first = reader.ask({ kind: 'read-page', path, page: 1 }).then(() => ended.push('first page'));
  const second = reader
    .ask({ kind: 'read-page', path, page: 2 })
    .then((answer) => ended.push(`second page ${outcomeOf(answer)}`));
  const zones = reader.ask({ kind: 'read-zones', path: image, zones: [] }, (reply) => {
    if (reply.kind === 'zones') reader.send({ kind: 'cancel', requestId: reply.requestId - 1 });
  });
  await Promise.all([first, second, zones.then(() => ended.push('zones'))]);
  expect(ended).toEqual(['first page', 'zones', 'second page cancelled']);
});

const aFault = (): never => {
  throw new Error('the page has no image');
};
