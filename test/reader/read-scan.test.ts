import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSkew, glanceAt } from '../../src/main/reader/find-skew.ts';
import { longestSidePx, type Raster } from '../../src/main/reader/raster.ts';
import type { ReadPage } from '../../src/shared/contract/reader.ts';
import { aScan, aTiffOf, from, printedLines } from './make-pages.ts';
import { outcomeOf, type ReaderUnderTest, startReaderUnderTest, textOf } from './reader-under-test.ts';

let reader: ReaderUnderTest;
let scan: Raster;
beforeAll(async () => {
  reader = await startReaderUnderTest();
  scan = await aScan();
});
afterAll(() => reader.stop());

const swedishWords = ['Återvinning', 'Väst', 'Förfallodatum', 'Sophämtning', 'månad', 'Behållare', 'kärl,', '1', '250,75'];

test('reads a scan with Swedish letters, boxes where the words stand, lines in reading order', async () => {
  const { pages } = await reader.read(await from(scan).png().toBuffer());
  const [page] = pages;
  expect(page?.words.textSource).toBe('ocr');
  expect(page?.turnedDegrees).toBe(0);
  const words = page?.words.words ?? [];
  expect(words.map(({ text }) => text)).toEqual(expect.arrayContaining(swedishWords));
  expect(new Set(words.map(({ line }) => line)).size).toBe(printedLines.length);
  expect(words.map(({ line }) => line)).toEqual(words.map(({ line }) => line).sort((a, b) => a - b));
  const [x0, y0, x1, y1] = words.find(({ text }) => text === 'Återvinning')?.box ?? [0, 0, 0, 0];
  expect(x0).toBeCloseTo(60 / 420, 2);
  expect(y1).toBeCloseTo(80 / 420, 1);
  expect(x1).toBeLessThan(0.5);
  expect(y0).toBeLessThan(y1);
  for (const { confidence } of words) expect(confidence).toBeGreaterThan(0.5);
});

test.each([2.3, -3.7])('straightens a page that lies %d degrees askew', async (degrees) => {
  const askew = await from(scan).rotate(degrees, { background: '#ffffff' }).jpeg({ quality: 90 }).toBuffer();
  const { pages } = await reader.read(askew);
  const [page] = pages;
  expect(page?.turnedDegrees).toBeCloseTo(-degrees, 0);
  expect(textOf(page)).toContain('Förfallodatum 2026-12-02');
  expect(Math.abs(findSkew((await glanceAt(await imageOf(page))).small))).toBeLessThanOrEqual(0.1);
});

test.each([
  [90, -90],
  [180, 180],
])('turns a page upright that was scanned %d degrees round', async (scanned, turned) => {
  const { pages } = await reader.read(await from(scan).rotate(scanned).png().toBuffer());
  expect(pages[0]?.turnedDegrees).toBeCloseTo(turned, 0);
  expect(textOf(pages[0])).toContain('Förfallodatum 2026-12-02');
});

test('a full page on its head is read whole, though half of it tells how it lies', async () => {
  const full: Raster = {
    ...scan,
    pixels: Buffer.concat([scan.pixels, scan.pixels, scan.pixels]),
    heightPx: 3 * scan.heightPx,
  };
  const { pages } = await reader.read(await from(full).rotate(180).png().toBuffer());
  expect(pages[0]?.turnedDegrees).toBeCloseTo(180, 0);
  expect(textOf(pages[0]).match(/Förfallodatum 2026-12-02/g)).toHaveLength(3);
});

test('reads each page of a TIFF', async () => {
  const { replies, pages } = await reader.read(await aTiffOf([scan, scan]));
  expect(replies.map(({ kind }) => kind)).toEqual(['opened', 'reading', 'page', 'done', 'reading', 'page', 'done']);
  expect(replies[0]).toMatchObject({ kind: 'opened', mediaType: 'image/tiff', pageCount: 2 });
  expect(pages.map(({ words }) => words.page)).toEqual([1, 2]);
  for (const page of pages) expect(textOf(page)).toContain('Sophämtning');
});

test('goes by what the bytes are, not by the name', async () => {
  const answer = await reader.read(await from(scan).resize(100).jpeg().toBuffer(), 'faktura.pdf');
  expect(answer.replies[0]).toMatchObject({ kind: 'opened', mediaType: 'image/jpeg' });
  expect(outcomeOf(answer)).toBe('done');
});

test('applies the orientation mark, and lays what is transparent on white', async () => {
  const lying = sharp({ create: { width: 400, height: 200, channels: 3, background: '#ffffff' } });
  const marked = await lying.jpeg().withMetadata({ orientation: 6 }).toBuffer();
  expect((await reader.read(marked)).pages[0]?.words).toMatchObject({ widthPx: 200, heightPx: 400 });

  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const transparent = await sharp({ create: { width: 64, height: 64, channels: 4, background: clear } })
    .png()
    .toBuffer();
  const { pages } = await reader.read(transparent);
  expect((await imageOf(pages[0])).pixels.every((value) => value > 250)).toBe(true);
});

test('keeps black and white as PNG and grey as grey JPEG, and reads colour in print (CMYK) and in 16 bits', async () => {
  const small = await from(scan).resize(300).png().toBuffer();
  const bitonal = await sharp(small)
    .threshold(128)
    .toColourspace('b-w')
    .tiff({ bitdepth: 1, compression: 'ccittfax4' })
    .toBuffer();
  expect((await reader.read(bitonal)).pages[0]?.imageType).toBe('image/png');

  const [grey] = (await reader.read(small)).pages;
  expect(grey?.imageType).toBe('image/jpeg');
  expect((await sharp(grey?.image).metadata()).channels).toBe(1);

  const cmyk = await sharp(small).toColourspace('cmyk').jpeg().toBuffer();
  expect(outcomeOf(await reader.read(cmyk))).toBe('done');
  const deep = await sharp(small).toColourspace('rgb16').png().toBuffer();
  expect(outcomeOf(await reader.read(deep))).toBe('done');
});

test('reduces a scan of high resolution', async () => {
  const large = await sharp({ create: { width: 3000, height: 4500, channels: 3, background: '#ffffff' } })
    .withMetadata({ density: 600 })
    .jpeg()
    .toBuffer();
  const { pages } = await reader.read(large);
  expect(pages[0]?.words.heightPx).toBe(longestSidePx);
  expect(pages[0]?.dpi).toBe(480);
});

async function imageOf(page: ReadPage | undefined): Promise<Raster> {
  const { data, info } = await sharp(page?.image).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, widthPx: info.width, heightPx: info.height, channels: 1, bitonal: false, dpi: null };
}
