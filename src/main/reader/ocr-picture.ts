import { measurePaper, onWhite } from './paper-level.ts';
import { fromRaster, greyOf, longestSidePx, longSide, type Raster, toRaster } from './raster.ts';

/** As many fields of 80 generated papers came out right at this resolution as at 240, and recognition took nine tenths of the time. */
const ocrDpi = 205;
const a4LongSideInches = 11.7;
const largestEnlargement = 3;
/** Black and white only: its ragged edges are smoothed, and what a fax has thinned is made heavier. */
const bitonal = { blurPx: 0.8, darker: 0.35 };

/**
 * A page as the OCR engine reads it best: black on white, at about 200 dpi. A page that does not tell its resolution is taken
 * for A4.
 */
export async function toOcrPicture(raster: Raster): Promise<Raster> {
  const grey = await greyOf(raster);
  const dpi = grey.dpi ?? longSide(grey) / a4LongSideInches;
  const wanted = Math.min(ocrDpi / dpi, largestEnlargement, (1.2 * longestSidePx) / longSide(grey));
  const factor = Math.abs(wanted - 1) < 0.05 ? 1 : wanted;
  const pipeline = fromRaster(grey);
  if (grey.bitonal) pipeline.blur(bitonal.blurPx);
  if (factor !== 1) pipeline.resize({ width: Math.max(1, Math.round(grey.widthPx * factor)), kernel: 'cubic' });
  const sized = grey.bitonal || factor !== 1 ? await toRaster(pipeline, { channels: 1, bitonal: false, dpi: ocrDpi }) : grey;
  return onWhite(sized, measurePaper(sized), grey.bitonal ? bitonal.darker : 0);
}
