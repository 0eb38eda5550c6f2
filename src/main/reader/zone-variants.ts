import type { Zone } from '../../shared/contract/reader.ts';
import type { Raster } from './raster.ts';
import type { Cut } from './zone-cell.ts';

/** Taller than wide by this much, and its print may run up or down. */
const tall = 1.5;

/** Other ways to cut a zone out that was read poorly. */
export function variantsOf({ box: [x0, y0, x1, y1] }: Zone, { widthPx, heightPx }: Raster): readonly Cut[] {
  const upOrDown = Math.abs(y1 - y0) * heightPx > tall * Math.abs(x1 - x0) * widthPx;
  return [
    { larger: 1.6 },
    { blackAndWhite: true },
    { inverted: true },
    ...(upOrDown ? ([{ turned: 90 }, { turned: 270 }] as const) : []),
  ];
}
