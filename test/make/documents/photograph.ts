import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import type { Chance } from './seeded.ts';

/** One page of grey pixels, 0 black … 255 white. */
export type GreyPage = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** The pages of a PDF as a scanner would see them, without any fault. */
export async function photograph(pdf: Uint8Array, dpi: number): Promise<readonly GreyPage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages: GreyPage[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: dpi / 72, render: 'bitmap' });
    const grey = await sharp(data, { raw: { width, height, channels: 4 } })
      .flatten({ background: '#fff' })
      .greyscale()
      .raw()
      .toBuffer();
    pages.push({ width, height, pixels: new Uint8Array(grey) });
  }
  document.destroy();
  library.destroy();
  return pages;
}

export type Wear = {
  /** Degrees clockwise. */
  readonly skew: number;
  /** 0 sharp … 2 badly out of focus. */
  readonly blur: number;
  /** The standard deviation of the noise, in grey steps. */
  readonly noise: number;
  /** Black specks per million pixels. */
  readonly specks: number;
  /** What black and white are read as. */
  readonly black: number;
  readonly white: number;
};

export const clean: Wear = { skew: 0, blur: 0.4, noise: 2, specks: 0, black: 28, white: 250 };

/** The page as a worn scanner gives it: skewed, soft, noisy, greyed. */
export async function wear(page: GreyPage, how: Wear, chance: Chance): Promise<GreyPage> {
  let image = sharp(page.pixels, { raw: { width: page.width, height: page.height, channels: 1 } });
  if (how.skew !== 0) image = image.rotate(how.skew, { background: '#fff' });
  const turned = await image.raw().toBuffer({ resolveWithObject: true });
  let cut = sharp(turned.data, {
    raw: { width: turned.info.width, height: turned.info.height, channels: turned.info.channels },
  }).extract({
    left: Math.floor((turned.info.width - page.width) / 2),
    top: Math.floor((turned.info.height - page.height) / 2),
    width: page.width,
    height: page.height,
  });
  if (how.blur >= 0.3) cut = cut.blur(how.blur);
  const grey = await cut.extractChannel(0).raw().toBuffer();
  const span = (how.white - how.black) / 255;
  const pixels = Uint8Array.from(grey, (value) => {
    const normal = how.noise === 0 ? 0 : (chance.next() + chance.next() + chance.next() - 1.5) * 2 * how.noise;
    return Math.min(Math.max(how.black + value * span + normal, 0), 255);
  });
  for (let left = Math.round((pixels.length * how.specks) / 1e6); left > 0; left -= 1) {
    const at = chance.whole(0, pixels.length - page.width - 2);
    for (const near of [at, at + 1, at + page.width]) pixels[near] = 60;
  }
  return { ...page, pixels };
}
