import sharp, { type Sharp } from 'sharp';
import type { Box } from '../../shared/base/page.ts';

/** A page as pixels in memory: rows from the top, one byte a channel, no padding, no alpha. */
export type Raster = {
  readonly pixels: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** 1 is grey, 3 is red, green, blue. */
  readonly channels: 1 | 3;
  /** The source had black and white only (a fax, a black-and-white scan). */
  readonly bitonal: boolean;
  /** Pixels per inch, where the file tells; else null. */
  readonly dpi: number | null;
};

/** The longest side that a page image gets: A4 at 300 dpi and a little more. Larger scans are reduced to it. */
export const longestSidePx = 3600;

export const longSide = (raster: { readonly widthPx: number; readonly heightPx: number }): number =>
  Math.max(raster.widthPx, raster.heightPx);

/** A sharp pipeline that begins at the pixels of a raster. */
export const fromRaster = ({ pixels, widthPx, heightPx, channels }: Raster): Sharp =>
  sharp(pixels, { raw: { width: widthPx, height: heightPx, channels } });

/** The pixels at the end of a pipeline, as grey or as colour. */
export async function toRaster(pipeline: Sharp, about: Pick<Raster, 'channels' | 'bitonal' | 'dpi'>): Promise<Raster> {
  const { data, info } = await pipeline
    .toColourspace(about.channels === 1 ? 'b-w' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  // A pipeline may give three equal channels for grey, and one for colour: say so rather than read it askew.
  if (info.channels !== about.channels) throw new Error(`expected ${about.channels} channels, got ${info.channels}`);
  return { ...about, pixels: data, widthPx: info.width, heightPx: info.height };
}

const greys = new WeakMap<Raster, Promise<Raster>>();

/** The grey channel of a raster, made once; the raster itself where it is grey already. */
export function greyOf(raster: Raster): Promise<Raster> {
  if (raster.channels === 1) return Promise.resolve(raster);
  const known = greys.get(raster);
  if (known !== undefined) return known;
  const grey = toRaster(fromRaster(raster), { ...aboutOf(raster), channels: 1 });
  greys.set(raster, grey);
  return grey;
}

export const aboutOf = ({ channels, bitonal, dpi }: Raster): Pick<Raster, 'channels' | 'bitonal' | 'dpi'> => ({
  channels,
  bitonal,
  dpi,
});

/** A part of a raster, at least one pixel. It keeps the whole page's resolution. */
export function crop(raster: Raster, [x0, y0, x1, y1]: Box): Promise<Raster> {
  const left = Math.min(raster.widthPx - 1, Math.floor(x0 * raster.widthPx));
  const top = Math.min(raster.heightPx - 1, Math.floor(y0 * raster.heightPx));
  const width = Math.max(1, Math.floor(x1 * raster.widthPx) - left);
  const height = Math.max(1, Math.floor(y1 * raster.heightPx) - top);
  return toRaster(fromRaster(raster).extract({ left, top, width, height }), aboutOf(raster));
}
