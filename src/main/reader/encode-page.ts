import type { ReadPage } from '../../shared/contract/reader.ts';
import { fromRaster, type Raster } from './raster.ts';

/** The page image to keep: PNG for black and white, else JPEG, grey where the page is grey. */
export async function encodePage(raster: Raster): Promise<Pick<ReadPage, 'image' | 'imageType' | 'dpi'>> {
  const pipeline = fromRaster(raster).toColourspace(raster.channels === 1 ? 'b-w' : 'srgb');
  if (raster.dpi !== null) pipeline.withDensity(raster.dpi);
  return raster.bitonal
    ? { image: await pipeline.threshold(128).png({ compressionLevel: 6 }).toBuffer(), imageType: 'image/png', dpi: raster.dpi }
    : { image: await pipeline.jpeg({ quality: 80 }).toBuffer(), imageType: 'image/jpeg', dpi: raster.dpi };
}
