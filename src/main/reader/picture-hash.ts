import { findInk, inkOfColumns, inkOfRows, inkThreshold, type Stretch } from './ink.ts';
import { aboutOf, fromRaster, longSide, type Raster, toRaster } from './raster.ts';

/** Small enough that dust and the scanner's grain are gone, large enough that a line of text is ink. */
const smallPx = 400;
const [columns, rows] = [9, 8];

/**
 * A page's picture in 64 bits, as 16 hex digits, by which the same paper scanned again is known (a difference hash): within its white margins
 * the page is 9 × 8 grey fields, and each bit tells whether a field is lighter than the next one to the right. Null where nothing is printed.
 */
export async function pictureHash(raster: Raster): Promise<string | null> {
  const share = Math.min(1, smallPx / longSide(raster));
  const [width, height] = [raster.widthPx, raster.heightPx].map((side) => Math.max(1, Math.round(side * share)));
  const grey = { ...aboutOf(raster), channels: 1 } as const;
  const small = await toRaster(fromRaster(raster).resize({ width, height, fit: 'fill' }), grey);
  const ink = findInk(small, inkThreshold(small.pixels));
  const [across, down] = [printed(inkOfColumns(ink)), printed(inkOfRows(ink))];
  if (across === undefined || down === undefined) return null;
  const box = { left: across.from, top: down.from, width: across.to - across.from, height: down.to - down.from };
  const fields = await toRaster(
    fromRaster(small).extract(box).resize({ width: columns, height: rows, fit: 'fill' }),
    aboutOf(small),
  );
  return hashOf(fields.pixels);
}

/** From the first to the last row (or column) with more than a speck of ink. */
function printed(counts: Uint32Array): Stretch | undefined {
  const from = counts.findIndex((count) => count >= 2);
  return from < 0 ? undefined : { from, to: counts.findLastIndex((count) => count >= 2) + 1 };
}

function hashOf(pixels: Uint8Array): string {
  let bits = '';
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns - 1; column += 1) {
      const at = row * columns + column;
      bits += (pixels[at] ?? 0) > (pixels[at + 1] ?? 0) ? '1' : '0';
    }
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}
