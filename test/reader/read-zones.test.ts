import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Box } from '../../src/shared/base/page.ts';
import type { Zone } from '../../src/shared/contract/reader.ts';
import { aScan, from, printedAt, printedLines } from './make-pages.ts';
import { outcomeOf, type ReaderUnderTest, startReaderUnderTest } from './reader-under-test.ts';

let reader: ReaderUnderTest;
let scan: Buffer;
beforeAll(async () => {
  reader = await startReaderUnderTest();
  scan = await from(await aScan())
    .png()
    .toBuffer();
});
afterAll(() => reader.stop());

/** Around the letters of a printed line, from one share of the page's width to another. */
function lineBox(line: number, [x0, x1]: readonly [number, number] = [0.1, 0.9]): Box {
  const baseline = printedAt.top + line * printedAt.apart;
  return [x0, (baseline - printedAt.size) / 420, x1, (baseline + 0.3 * printedAt.size) / 420];
}

async function readZones(image: Uint8Array, zones: readonly Zone[]) {
  const { replies } = await reader.ask({ kind: 'read-zones', path: await reader.keep(image, 'sida.png'), zones });
  expect(replies.map(({ kind }) => kind)).toEqual(['zones', 'done']);
  return replies[0]?.kind === 'zones' ? replies[0].words : [];
}

const textsOf = (zones: Awaited<ReturnType<typeof readZones>>): string[] =>
  zones.map((words) => words.map(({ text }) => text).join(' '));

test('reads each zone with its own signs, in the order asked for, with boxes on the page', async () => {
  const zones = await readZones(scan, [
    { box: lineBox(6), alphabet: 'text', harder: false },
    { box: lineBox(1, [0.43, 0.9]), alphabet: 'digits', harder: false },
    { box: lineBox(2, [0.38, 0.9]), alphabet: 'day', harder: false },
    { box: [0.1, 0.9, 0.9, 0.98], alphabet: 'text', harder: false },
    { box: lineBox(5, [0.42, 0.9]), alphabet: 'amount', harder: false },
  ]);
  expect(textsOf(zones)).toEqual(['Att betala 1 250,75 SEK', '20417', '2026-12-02', '', '0,25']);
  const [x0, y0, x1, y1] = zones[0]?.[0]?.box ?? [0, 0, 0, 0];
  const baseline = (printedAt.top + 6 * printedAt.apart) / 420;
  expect(x0).toBeCloseTo(printedAt.left / 420, 2);
  expect(y1).toBeCloseTo(baseline, 2);
  expect(y0).toBeCloseTo(baseline - (0.72 * printedAt.size) / 420, 2);
  expect(x1 - x0).toBeLessThan(0.1);
});

test('a rectangle over several lines gives them as lines', async () => {
  const [first] = lineBox(3);
  const zones = await readZones(scan, [{ box: [first, lineBox(3)[1], 0.9, lineBox(5)[3]], alphabet: 'text', harder: false }]);
  expect(textsOf(zones)).toEqual([printedLines.slice(3, 6).join(' ')]);
  expect([...new Set(zones[0]?.map(({ line }) => line))]).toEqual([0, 1, 2]);
});

test('numbers are read with the hyphens and blanks that part them, each beside the others', async () => {
  const zones = await readZones(scan, [
    { box: lineBox(2, [0.38, 0.9]), alphabet: 'digits', harder: false },
    { box: lineBox(1, [0.43, 0.9]), alphabet: 'digits', harder: false },
  ]);
  expect(textsOf(zones)).toEqual(['2026-12-02', '20417']);
});

test('what only touches the rectangle is left out', async () => {
  const [x0, y0, x1, y1] = lineBox(2);
  const half = printedAt.apart / 420 / 1.6;
  const zones = await readZones(scan, [{ box: [x0, y0 - half, x1, y1 + half], alphabet: 'text', harder: false }]);
  expect(textsOf(zones)).toEqual(['Förfallodatum 2026-12-02']);
});

test('light print on dark, and print that runs up the page, are read too when asked to try harder', async () => {
  const dark = await sharp(scan).negate({ alpha: false }).png().toBuffer();
  expect(textsOf(await readZones(dark, [{ box: lineBox(1), alphabet: 'text', harder: false }]))).toEqual(['Fakturanummer 20417']);

  const turned = await sharp(scan).rotate(270).png().toBuffer();
  const [x0, y0, x1, y1] = lineBox(1);
  const [words] = await readZones(turned, [{ box: [y0, 1 - x1, y1, 1 - x0], alphabet: 'text', harder: true }]);
  expect(textsOf([words ?? []])).toEqual(['Fakturanummer 20417']);
  const box = words?.[0]?.box ?? [0, 0, 0, 0];
  expect(box[0]).toBeGreaterThan(y0 - 0.01);
  expect(box[2]).toBeLessThan(y1 + 0.01);
  expect(box[3]).toBeCloseTo(1 - printedAt.left / 420, 1);
});

test('settings of one zone do not stick to what is read after it', async () => {
  await readZones(scan, [{ box: lineBox(1, [0.43, 0.9]), alphabet: 'digits', harder: true }]);
  expect((await reader.read(scan)).pages[0]?.words.words.map(({ text }) => text)).toContain('Återvinning');
});

test('a picture that is gone, and one that is none, are refused', async () => {
  const zones: Zone[] = [{ box: lineBox(1), alphabet: 'text', harder: false }];
  expect(outcomeOf(await reader.ask({ kind: 'read-zones', path: '/nowhere/sida.jpg', zones }))).toBe('file-gone');
  const path = await reader.keep(Buffer.from('%PDF-1.7'), 'sida.pdf');
  expect(outcomeOf(await reader.ask({ kind: 'read-zones', path, zones }))).toBe('unknown-type');
});

test('a clerk waits less than 0.4 s for a rectangle, and less the second time on a page', async () => {
  const zone: Zone = { box: lineBox(2), alphabet: 'text', harder: false };
  const tookMs: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const startedAtMs = performance.now();
    await readZones(scan, [zone]);
    tookMs.push(performance.now() - startedAtMs);
  }
  expect(tookMs.sort((a, b) => a - b)[2]).toBeLessThan(400);
});
