import { expect, test } from 'vitest';
import { glanceAt } from '../../src/main/reader/find-skew.ts';
import { pictureHash } from '../../src/main/reader/picture-hash.ts';
import type { Raster } from '../../src/main/reader/raster.ts';
import { straighten } from '../../src/main/reader/straighten.ts';
import { bitsApart } from '../../src/shared/domain/supplier-control/index.ts';
import { photograph } from '../make/documents/photograph.ts';
import { scan, scannerOf } from '../make/papers/degrade.ts';
import { makePaper } from '../make/papers/make-paper.ts';

/** The first page of a paper through one scanner or another, upright as the reader makes it. */
async function scanned(pdf: Uint8Array, scannerSeed: number): Promise<Raster> {
  const scanner = scannerOf(scannerSeed, 'office');
  const [first] = await photograph(pdf, scanner.dpi);
  if (first === undefined) throw new Error('a paper has a page');
  const { pixels, width, height } = await scan(first, scanner);
  const raster: Raster = { pixels, widthPx: width, heightPx: height, channels: 1, bitonal: false, dpi: scanner.dpi };
  return (await straighten(raster, (await glanceAt(raster)).small)).raster;
}

const hashed = async (pdf: Uint8Array, scannerSeed: number): Promise<string> =>
  (await pictureHash(await scanned(pdf, scannerSeed))) ?? 'nothing printed';

test('a paper that is scanned again is nearer to itself than to any other paper', async () => {
  const papers = await Promise.all([1, 2, 3].map(async (seed) => (await makePaper(seed)).pdf));
  const first = await Promise.all(papers.map((pdf) => hashed(pdf, 11)));
  const again = await Promise.all(papers.map((pdf) => hashed(pdf, 12)));
  for (const [place, hash] of first.entries()) {
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    const apart = again.map((other) => bitsApart(hash, other));
    expect(apart[place], String(apart)).toBeLessThanOrEqual(8);
    for (const [other, bits] of apart.entries()) if (other !== place) expect(bits, String(apart)).toBeGreaterThan(12);
  }
});

test('white margins say nothing, and a page with nothing on it has no hash', async () => {
  const page = (widthPx: number, heightPx: number, print: (x: number, y: number) => boolean): Raster => ({
    ...{ widthPx, heightPx, channels: 1, bitonal: false, dpi: 200 },
    pixels: Uint8Array.from({ length: widthPx * heightPx }, (_, at) =>
      print(at % widthPx, Math.floor(at / widthPx)) ? 20 : 255,
    ),
  });
  const marks = (x: number, y: number) => x >= 0 && y >= 0 && x < 200 && y < 300 && (x * 7 + y * 3) % 50 < (x + y) % 31;
  const near = await pictureHash(page(260, 360, (x, y) => marks(x - 30, y - 30)));
  const far = await pictureHash(page(260, 360, (x, y) => marks(x - 55, y - 10)));
  expect(near).not.toBeNull();
  expect(bitsApart(near ?? '', far ?? '')).toBeLessThanOrEqual(4);
  expect(await pictureHash(page(260, 360, () => false))).toBeNull();
});
