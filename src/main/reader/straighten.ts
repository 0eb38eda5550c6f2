import { findSkew } from './find-skew.ts';
import { aboutOf, fromRaster, type Raster, toRaster } from './raster.ts';

/** A lesser lean than this is left: turning costs sharpness. */
const leastSkewDegrees = 0.15;

/** A page, and by how many degrees clockwise it was turned to stand so. */
export type Turned = { readonly raster: Raster; readonly turnedDegrees: number };

/** Turns a page so that its printed lines lie level. The page grows by the corners, filled with white. */
export async function straighten(raster: Raster): Promise<Turned> {
  const skew = await findSkew(raster);
  if (Math.abs(skew) <= leastSkewDegrees) return { raster, turnedDegrees: 0 };
  return { raster: await turn(raster, -skew), turnedDegrees: -skew };
}

/** Turns a page clockwise; quarter turns lose nothing. */
export const turn = (raster: Raster, degrees: number): Promise<Raster> =>
  toRaster(fromRaster(raster).rotate(degrees, { background: '#ffffff' }), aboutOf(raster));
