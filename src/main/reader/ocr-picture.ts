import { fromRaster, greyOf, longestSidePx, longSide, type Raster, toRaster } from './raster.ts';

/** Letters are read well at this resolution, and in three quarters of the time that 300 takes. */
const ocrDpi = 200;
const a4LongSideInches = 11.7;
const largestEnlargement = 3;

/** A page as the OCR engine reads it best: grey, at about 200 dpi. A page that does not tell its resolution is taken for A4. */
export async function toOcrPicture(raster: Raster): Promise<Raster> {
  const grey = await greyOf(raster);
  const dpi = grey.dpi ?? longSide(grey) / a4LongSideInches;
  const factor = Math.min(ocrDpi / dpi, largestEnlargement, (1.2 * longestSidePx) / longSide(grey));
  if (Math.abs(factor - 1) < 0.1) return grey;
  const width = Math.max(1, Math.round(grey.widthPx * factor));
  return toRaster(fromRaster(grey).resize({ width, kernel: 'cubic' }), { channels: 1, bitonal: false, dpi: ocrDpi });
}
