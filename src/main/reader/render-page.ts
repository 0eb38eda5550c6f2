import type { PDFiumDocument } from '@hyzyla/pdfium';
import { longestSidePx, type Raster } from './raster.ts';
import { ReadError } from './read-error.ts';

const pointsPerInch = 72;
/** Channels may differ by this much (of 255) and the page still be grey: smoothing of letters tints their rims. */
const tint = 12;

/**
 * Draws one page on white, its own rotation honoured.
 *
 * @param page counts from 1
 * @param dpi wanted; a page too large for it is drawn at fewer
 */
export async function renderPage(document: PDFiumDocument, page: number, dpi: number): Promise<Raster> {
  const pdfPage = document.getPage(page - 1);
  const { originalWidth, originalHeight } = pdfPage.getOriginalSize();
  if (!(originalWidth > 0 && originalHeight > 0)) throw new ReadError('damaged', `page ${page} cannot be opened`);

  const scale = Math.min(dpi / pointsPerInch, longestSidePx / Math.max(originalWidth, originalHeight));
  const { data, width, height } = await pdfPage.render({
    width: Math.max(1, Math.round(originalWidth * scale)),
    height: Math.max(1, Math.round(originalHeight * scale)),
    scale: 1,
    render: 'bitmap',
  });
  return {
    ...dropAlpha(data),
    widthPx: width,
    heightPx: height,
    bitonal: false,
    dpi: Math.max(1, Math.round(scale * pointsPerInch)),
  };
}

/** Red, green, blue, alpha on white → one channel where the page is grey throughout, else three. */
function dropAlpha(rgba: Uint8Array): Pick<Raster, 'pixels' | 'channels'> {
  const count = rgba.length / 4;
  const grey = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const red = rgba[4 * i] ?? 0;
    const green = rgba[4 * i + 1] ?? 0;
    const blue = rgba[4 * i + 2] ?? 0;
    if (Math.abs(red - green) > tint || Math.abs(green - blue) > tint || Math.abs(red - blue) > tint) {
      return { pixels: keepColour(rgba), channels: 3 };
    }
    grey[i] = green;
  }
  return { pixels: grey, channels: 1 };
}

function keepColour(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return rgb;
}
