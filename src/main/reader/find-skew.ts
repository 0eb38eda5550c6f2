import { fromRaster, greyOf, type Raster } from './raster.ts';

/** Lines are looked for between these, in degrees either way. */
const largestSkew = 6;
const coarseStep = 0.25;
const fineStep = 0.02;
const reducedWidthPx = 1000;
/** How much darker a pixel must be than the one below it, to count as the foot of something printed (of 255). */
const footContrast = 40;
/** How far the right angle must stand out from the mean of all: printed pages give 1.5 to 8, photographs about 1.2. */
const leastPeak = 1.4;
/** Points beyond this many add time and no exactness. */
const mostPoints = 120_000;

/**
 * How far the printed lines lean, in degrees: above zero they fall to the right (the page lies turned clockwise).
 *
 * The feet of letters and rules are projected along each angle; along the right one they gather in the fewest rows.
 * Zero when no angle stands out: a blank page, a photograph.
 */
export async function findSkew(raster: Raster): Promise<number> {
  const feet = findFeet(await reduce(raster));
  if (feet.count < 200) return 0;

  const coarse = range(-largestSkew, largestSkew, coarseStep).map((degrees) => ({ degrees, score: gathering(feet, degrees) }));
  const mean = coarse.reduce((sum, { score }) => sum + score, 0) / coarse.length;
  const peak = coarse.reduce((best, one) => (one.score > best.score ? one : best));
  if (peak.score < leastPeak * mean || Math.abs(peak.degrees) >= largestSkew) return 0;

  const fine = range(peak.degrees - coarseStep, peak.degrees + coarseStep, fineStep).map((degrees) => ({
    degrees,
    score: gathering(feet, degrees),
  }));
  return fine.reduce((best, one) => (one.score > best.score ? one : best)).degrees;
}

/** The points where something printed ends downwards, in pixels of the reduced page. */
type Feet = { readonly x: Float32Array; readonly y: Float32Array; readonly count: number; readonly rows: number };

async function reduce(raster: Raster): Promise<Raster> {
  const grey = await greyOf(raster);
  if (grey.widthPx <= reducedWidthPx) return grey;
  const { data, info } = await fromRaster(grey)
    .resize({ width: reducedWidthPx })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { ...grey, pixels: data, widthPx: info.width, heightPx: info.height };
}

function findFeet({ pixels, widthPx, heightPx }: Raster): Feet {
  const x = new Float32Array(mostPoints);
  const y = new Float32Array(mostPoints);
  // The rim shows the scanner's lid and shadow, which lie straight however the paper lies.
  const rimX = Math.round(widthPx * 0.02);
  const rimY = Math.round(heightPx * 0.02);
  let count = 0;
  for (let row = rimY; row < heightPx - 1 - rimY && count < mostPoints; row += 1) {
    for (let column = rimX; column < widthPx - rimX && count < mostPoints; column += 1) {
      const at = row * widthPx + column;
      if ((pixels[at + widthPx] ?? 0) - (pixels[at] ?? 0) < footContrast) continue;
      x[count] = column;
      // Whole pixels would gather best at exactly zero degrees; an even spread over the pixel takes that pull away.
      y[count] = row + ((count * 0.618_033_988_75) % 1);
      count += 1;
    }
  }
  return { x, y, count, rows: heightPx };
}

/** How closely the points gather in rows when the page is sheared by `degrees`: the sum of the squared row counts. */
function gathering({ x, y, count, rows }: Feet, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = Math.ceil(reducedWidthPx * Math.tan((largestSkew * Math.PI) / 180)) + 2;
  const rowCounts = new Uint32Array(rows + 2 * margin);
  for (let i = 0; i < count; i += 1) {
    const row = Math.floor((y[i] ?? 0) - (x[i] ?? 0) * slope) + margin;
    rowCounts[row] = (rowCounts[row] ?? 0) + 1;
  }
  return rowCounts.reduce((sum, n) => sum + n * n, 0);
}

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
