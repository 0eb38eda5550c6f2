import type { Raster } from './raster.ts';

/** What of a grey picture is ink: 1 where a pixel is darker than paper, else 0. As many as pixels. */
export type Ink = { readonly dots: Uint8Array; readonly widthPx: number; readonly heightPx: number };

/** A stretch of rows or columns: `to` is the first after it. */
export type Stretch = { readonly from: number; readonly to: number };

/** The grey value that parts ink from paper best (Otsu): pixels at or below it are ink. */
export function inkThreshold(pixels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
  let sum = 0;
  for (let value = 0; value < 256; value += 1) sum += value * (counts[value] ?? 0);
  let dark = 0;
  let darkSum = 0;
  let best = { threshold: 127, score: -1 };
  for (let value = 0; value < 255; value += 1) {
    dark += counts[value] ?? 0;
    darkSum += value * (counts[value] ?? 0);
    const light = pixels.length - dark;
    if (dark === 0) continue;
    if (light === 0) break;
    const apart = darkSum / dark - (sum - darkSum) / light;
    const score = dark * light * apart * apart;
    if (score > best.score) best = { threshold: value, score };
  }
  return best.threshold;
}

export function findInk({ pixels, widthPx, heightPx }: Raster, threshold: number): Ink {
  const dots = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) dots[at] = (pixels[at] ?? 255) <= threshold ? 1 : 0;
  return { dots, widthPx, heightPx };
}

/** How many dots of ink each row has. */
export function inkOfRows({ dots, widthPx, heightPx }: Ink): Uint32Array {
  const rows = new Uint32Array(heightPx);
  for (let row = 0, at = 0; row < heightPx; row += 1) {
    let count = 0;
    for (const end = at + widthPx; at < end; at += 1) count += dots[at] ?? 0;
    rows[row] = count;
  }
  return rows;
}

/** How many dots of ink each column has. */
export function inkOfColumns({ dots, widthPx, heightPx }: Ink): Uint32Array {
  const columns = new Uint32Array(widthPx);
  for (let row = 0, at = 0; row < heightPx; row += 1)
    for (let column = 0; column < widthPx; column += 1, at += 1) columns[column] = (columns[column] ?? 0) + (dots[at] ?? 0);
  return columns;
}

/** Stretches that have at least `least` of something; ones that are parted by no more than `gap` are one. */
export function stretchesOf(counts: Uint32Array, { least, gap }: { readonly least: number; readonly gap: number }): Stretch[] {
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at < counts.length; at += 1) {
    if ((counts[at] ?? 0) < least) continue;
    const last = found.at(-1);
    if (last !== undefined && at - last.to <= gap) last.to = at + 1;
    else found.push({ from: at, to: at + 1 });
  }
  return found;
}
