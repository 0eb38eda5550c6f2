import sharp from 'sharp';
import type { GreyPage } from './photograph.ts';

const raw = ({ pixels, width, height }: GreyPage) => sharp(pixels, { raw: { width, height, channels: 1 } });
const pixelsPerMm = (dpi: number): number => dpi / 25.4;

export const asJpeg = (page: GreyPage, dpi: number, quality: number): Promise<Buffer> =>
  raw(page).withMetadata({ density: dpi }).jpeg({ quality, mozjpeg: true }).toBuffer();

/** Four greys only: noise makes a full PNG several megabytes. */
export const asPng = (page: GreyPage, dpi: number): Promise<Buffer> =>
  raw(page).withMetadata({ density: dpi }).png({ palette: true, colours: 4, dither: 0, compressionLevel: 9 }).toBuffer();

/** Black-and-white pages in one TIFF, as an office scanner saves them (CCITT group 4). All pages have the first one's size. */
export async function asTiff(pages: readonly GreyPage[], dpi: number): Promise<Buffer> {
  const [first] = pages;
  if (!first) throw new Error('A TIFF has at least one page');
  const tall = Buffer.concat(pages.map((page) => Buffer.from(page.pixels)));
  return sharp(tall, { raw: { width: first.width, height: first.height * pages.length, channels: 1, pageHeight: first.height } })
    .threshold(150)
    .toColourspace('b-w')
    .tiff({ bitdepth: 1, compression: 'ccittfax4', xres: pixelsPerMm(dpi), yres: pixelsPerMm(dpi) })
    .toBuffer();
}
