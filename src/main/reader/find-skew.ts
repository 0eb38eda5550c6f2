import { measurePaper, onWhite, type PaperLevel } from './paper-level.ts';
import { fromRaster, greyOf, type Raster, toRaster } from './raster.ts';

/** Lines are looked for between these, in degrees either way. */
const largestSkew = 7;
const coarseStep = 0.25;
const fineStep = 0.02;
const reducedWidthPx = 1000;
/** How much darker a pixel must be than the one below it, to count as the foot of something printed (of 255). */
const footContrast = 100;
/** How far the right angle must stand out from the mean of all: printed pages give 1.5 to 8, photographs about 1.2. */
const leastPeak = 1.4;
const mostPoints = 120_000;
/** More points than this add time and no exactness. */
const enoughPoints = 25_000;
const leastPoints = 200;
/** Print that runs up or down the page gathers so much better along columns than along rows. */
const sidewaysLead = 1.25;
/** A longer stretch of feet beside each other belongs to a rule of a form, which runs along rows and columns alike. */
const longestFootPx = 24;

/** A page at a glance: small and grey, on white paper without the scanner's dark rims; and how light its paper was. */
export type Glance = { readonly small: Raster; readonly level: PaperLevel };

export async function glanceAt(raster: Raster): Promise<Glance> {
  const grey = await greyOf(raster);
  const reduced = grey.widthPx <= reducedWidthPx ? grey : await reduce(grey);
  const level = measurePaper(reduced);
  return { small: onWhite(reduced, level, 0), level };
}

const reduce = (grey: Raster): Promise<Raster> =>
  toRaster(fromRaster(grey).resize({ width: reducedWidthPx, kernel: 'linear' }), { channels: 1, bitonal: false, dpi: null });

/**
 * How far the printed lines lean, in degrees: above zero they fall to the right (the page lies turned clockwise).
 *
 * The feet of letters and rules are projected along each angle; along the right one they gather in the fewest rows.
 * Zero when no angle stands out: a blank page, a photograph.
 */
export function findSkew(small: Raster): number {
  const feet = findFeet(small, { sideways: false, withRules: true });
  if (feet.count < leastPoints) return 0;
  const { peak, degrees } = gatherings(feet);
  if (peak < leastPeak || Math.abs(degrees) >= largestSkew) return 0;

  const fine = range(degrees - coarseStep, degrees + coarseStep, fineStep).map((degrees) => ({
    degrees,
    score: gathering(feet, degrees),
  }));
  return fine.reduce((best, one) => (one.score > best.score ? one : best)).degrees;
}

/** Whether the printed lines run up or down the page. */
export function liesSideways(small: Raster): boolean {
  const along = findFeet(small, { sideways: false, withRules: false });
  const across = findFeet(small, { sideways: true, withRules: false });
  if (across.count < leastPoints) return false;
  const peak = along.count < leastPoints ? 1 : gatherings(along).peak;
  return gatherings(across).peak > sidewaysLead * peak;
}

/** How far the best angle stands out from the mean of all, and which it is. */
function gatherings(feet: Feet): { readonly peak: number; readonly degrees: number } {
  const coarse = range(-largestSkew, largestSkew, coarseStep).map((degrees) => ({ degrees, score: gathering(feet, degrees) }));
  const mean = coarse.reduce((sum, { score }) => sum + score, 0) / coarse.length;
  const best = coarse.reduce((best, one) => (one.score > best.score ? one : best));
  return { peak: best.score / mean, degrees: best.degrees };
}

/** The points where something printed ends downwards (sideways: to the right), in pixels of the reduced page. */
type Feet = { readonly x: Float32Array; readonly y: Float32Array; readonly count: number; readonly rows: number };

function findFeet(
  { pixels, widthPx, heightPx }: Raster,
  { sideways, withRules }: { readonly sideways: boolean; readonly withRules: boolean },
): Feet {
  const x = new Float32Array(mostPoints);
  const y = new Float32Array(mostPoints);
  const [lines, length, across, step] = sideways ? [widthPx, heightPx, 1, widthPx] : [heightPx, widthPx, widthPx, 1];
  // The rim shows the scanner's lid and shadow, which lie straight however the paper lies.
  const rimLines = Math.round(lines * 0.02);
  const rimLength = Math.round(length * 0.02);
  let count = 0;
  for (let line = rimLines; line < lines - 1 - rimLines && count < mostPoints; line += 1) {
    let run = 0;
    for (let place = rimLength; place < length - rimLength && count < mostPoints; place += 1) {
      const at = line * across + place * step;
      const isFoot = (pixels[at + across] ?? 0) - (pixels[at] ?? 0) >= footContrast;
      run = isFoot ? run + 1 : 0;
      if (!withRules && run > longestFootPx) count -= run === longestFootPx + 1 ? longestFootPx : 0;
      if (!isFoot || (!withRules && run > longestFootPx)) continue;
      x[count] = place;
      // Whole pixels would gather best at exactly zero degrees; an even spread over the pixel takes that pull away.
      y[count] = line + ((count * 0.618_033_988_75) % 1);
      count += 1;
    }
  }
  return { x, y, count, rows: lines };
}

/** How closely the points gather in rows when the page is sheared by `degrees`: the sum of the squared row counts. */
function gathering({ x, y, count, rows }: Feet, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = Math.ceil(3 * reducedWidthPx * Math.tan((largestSkew * Math.PI) / 180)) + 2;
  const rowCounts = new Uint32Array(rows + 2 * margin);
  const step = Math.ceil(count / enoughPoints);
  for (let i = 0; i < count; i += step) {
    const row = Math.floor((y[i] ?? 0) - (x[i] ?? 0) * slope) + margin;
    rowCounts[row] = (rowCounts[row] ?? 0) + 1;
  }
  let sum = 0;
  for (const n of rowCounts) sum += n * n;
  return sum;
}

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
