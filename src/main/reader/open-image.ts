import sharp, { type Metadata } from 'sharp';
import { type MediaType, readLimits } from '../../shared/contract/reader.ts';
import type { OpenFile } from './opened.ts';
import { longestSidePx, type Raster, toRaster } from './raster.ts';
import { ReadError } from './read-error.ts';

// Only the three decoders that we answer for: what sniffing lets through cannot wake another one.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadTiffBuffer'] });
sharp.cache(false);

/** Opens a JPEG, PNG or TIFF; only headers are read until a page is asked for. */
export async function openImage(bytes: Uint8Array, mediaType: MediaType): Promise<OpenFile> {
  const { pages } = await readHeader(bytes, 0);
  return {
    mediaType,
    pageCount: pages ?? 1,
    openPage: async (page) => ({ raster: await decodePage(bytes, page - 1), textLayer: undefined }),
    close: async () => {},
  };
}

/** One page, upright by its orientation mark, on white, reduced to the longest side that we keep. */
async function decodePage(bytes: Uint8Array, page: number): Promise<Raster> {
  const header = await readHeader(bytes, page);
  const size = { widthPx: header.width, heightPx: header.height };
  const side = Math.max(header.width, header.height);
  if (header.width * header.height > readLimits.pixelsPerPage) {
    throw new ReadError('too-large', `${size.widthPx} × ${size.heightPx} pixels`);
  }
  // A file that ends early is damaged: half an invoice must not pass for a whole one.
  const pipeline = sharp(bytes, { page, failOn: 'error', limitInputPixels: readLimits.pixelsPerPage })
    .autoOrient()
    .resize({ width: longestSidePx, height: longestSidePx, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' });
  const reduction = Math.min(1, longestSidePx / side);
  const isGrey = header.space === 'b-w' || header.space === 'grey16';
  return toRaster(pipeline, {
    channels: isGrey ? 1 : 3,
    bitonal: header.bitsPerSample === 1 && isGrey,
    dpi: plausibleDpi(header.density, side, reduction),
  });
}

async function readHeader(bytes: Uint8Array, page: number): Promise<Metadata> {
  return sharp(bytes, { page, failOn: 'error', limitInputPixels: false }).metadata();
}

/** The resolution in the file's header, if a page of that size can be on paper: many cameras write 72 whatever they mean. */
function plausibleDpi(density: number | undefined, sidePx: number, reduction: number): number | null {
  if (density === undefined) return null;
  const inches = sidePx / density;
  return inches >= 2 && inches <= 24 ? Math.round(density * reduction) : null;
}
