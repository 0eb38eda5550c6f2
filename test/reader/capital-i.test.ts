import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withCapitalI } from '../../src/main/reader/capital-i.ts';
import { type Recogniser, startRecogniser } from '../../src/main/reader/recognise.ts';
import { photograph } from '../make/documents/photograph.ts';
import { ocrDataPath } from './reader-under-test.ts';

let recogniser: Recogniser;
beforeAll(async () => {
  recogniser = await startRecogniser(ocrDataPath);
});
afterAll(() => recogniser.stop());

/** One line of print at 200 dpi, and the words that OCR makes of it. */
async function printed(text: string, font: StandardFonts) {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([300, 80]);
  page.drawText(text, { x: 30, y: 40, size: 12, font: await pdf.embedFont(font) });
  const [photo] = await photograph(await pdf.save(), 200);
  if (photo === undefined) throw new Error('a file has a page');
  const raster = {
    pixels: photo.pixels,
    widthPx: photo.width,
    heightPx: photo.height,
    channels: 1,
    bitonal: false,
    dpi: 200,
  } as const;
  return { raster, words: await recogniser.recognise(raster, { layout: 'block' }) };
}

const fonts = [StandardFonts.Helvetica, StandardFonts.HelveticaBold, StandardFonts.TimesRoman, StandardFonts.Courier];

test.each(fonts)('in %s a capital I before figures is no one, and a one is no capital', async (font) => {
  for (const code of ['I2468979', 'IO-68455', '12468979', '10-68455', '1 250,75']) {
    const { raster, words } = await printed(code, font);
    const [first] = words;
    if (first === undefined) throw new Error('nothing was read');
    // Whatever OCR made of the first sign.
    const asOne = { ...first, text: first.text.replace(/^[Il|]O?(?=[\d-])/, (sign) => (sign.length > 1 ? '10' : '1')) };
    const [closer] = await withCapitalI([asOne], raster, first.box);
    expect(closer?.text).toBe(code.split(' ')[0]);
  }
});
