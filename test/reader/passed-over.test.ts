import { afterAll, beforeAll, expect, test } from 'vitest';
import { toOcrPicture } from '../../src/main/reader/ocr-picture.ts';
import { findPassedOver, readPassedOver } from '../../src/main/reader/passed-over.ts';
import { greyOf } from '../../src/main/reader/raster.ts';
import { type Recogniser, startRecogniser } from '../../src/main/reader/recognise.ts';
import { aScan } from './make-pages.ts';
import { ocrDataPath } from './reader-under-test.ts';

let recogniser: Recogniser;
beforeAll(async () => {
  recogniser = await startRecogniser(ocrDataPath);
});
afterAll(() => recogniser.stop());

async function aPageRead() {
  const scan = await aScan();
  const picture = await toOcrPicture(scan);
  return { page: await greyOf(scan), picture, words: await recogniser.recognise(picture, { layout: 'page' }) };
}

test('of a page that was read whole nothing was passed over', async () => {
  const { picture, words } = await aPageRead();
  expect(findPassedOver(picture, words)).toEqual([]);
});

test('lines that OCR passed over are read by themselves, where they stand', async () => {
  const { page, picture, words } = await aPageRead();
  const passedOver = words.filter(({ line }) => line === 1 || line === 4);
  const rest = words.filter((word) => !passedOver.includes(word));
  const found = await readPassedOver(picture, page, rest, recogniser);
  expect(found.map(({ text }) => text).sort()).toEqual(passedOver.map(({ text }) => text).sort());
  for (const { text, box } of passedOver) {
    const again = found.find((word) => word.text === text);
    for (const [place, side] of box.entries()) expect(again?.box[place]).toBeCloseTo(side, 2);
  }
});

test('a picture of many small things is no print', () => {
  const [widthPx, heightPx] = [1_200, 1_200];
  const pixels = new Uint8Array(widthPx * heightPx).fill(255);
  for (let row = 20; row + 20 < heightPx; row += 18)
    for (let column = 20; column + 12 < widthPx; column += 20)
      for (let line = row; line < row + 14; line += 1) pixels.fill(0, line * widthPx + column, line * widthPx + column + 8);
  expect(findPassedOver({ pixels, widthPx, heightPx, channels: 1, bitonal: false, dpi: 200 }, [])).toEqual([]);
});
