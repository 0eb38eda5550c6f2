import { findSkew, liesSideways } from './find-skew.ts';
import { aboutOf, fromRaster, type Raster, toRaster } from './raster.ts';

/** A lesser lean than this is left: turning costs sharpness. */
const leastSkewDegrees = 0.15;

/** A page, and by how many degrees clockwise it was turned to stand so. */
export type Turned = { readonly raster: Raster; readonly turnedDegrees: number };

/**
 * Turns a page so that its printed lines lie level: by a quarter when they run up or down, then by the lean. Which end is up
 * only reading can tell. The page grows by the corners, filled with white.
 *
 * @param small of the same page
 */
export async function straighten(raster: Raster, small: Raster): Promise<Turned> {
  const quarter = liesSideways(small) ? 90 : 0;
  const skew = findSkew(quarter === 0 ? small : await turn(small, quarter));
  const lean = Math.abs(skew) <= leastSkewDegrees ? 0 : -skew;
  // One turn for both: each turn by less than a quarter costs sharpness.
  if (quarter + lean === 0) return { raster, turnedDegrees: 0 };
  return { raster: await turn(raster, quarter + lean), turnedDegrees: quarter + lean };
}

/** Turns a page clockwise; quarter turns lose nothing. */
export const turn = (raster: Raster, degrees: number): Promise<Raster> =>
  toRaster(fromRaster(raster).rotate(degrees, { background: '#ffffff' }), aboutOf(raster));
