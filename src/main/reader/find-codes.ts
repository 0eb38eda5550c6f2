import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import type { Box, PageCode } from '../../shared/base/page.ts';
import { aboutOf, fromRaster, type Raster, toRaster } from './raster.ts';

/** Kinds that stand on invoices, separator sheets and labels. Bars that are bent or faint take a harder try than squares. */
const bars = ['Code128', 'Code39', 'ITF', 'EAN13', 'EAN8', 'UPCA', 'Codabar', 'PDF417'] as const;
const squares = ['QRCode', 'DataMatrix', 'Aztec'] as const;
/** Bars are found on a picture of so many pixels across: about 120 dpi, at which even a bent separator sheet is read. */
const reducedWidthPx = 1000;
const mostCodes = 20;
const mostSigns = 5_000;

let loading: Promise<unknown> | undefined;

/** ZXing from its own package's file: nothing is fetched. */
async function load(): Promise<void> {
  loading ??= (async () => {
    const wasmBinary = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
    await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer }, fireImmediately: true });
  })();
  await loading;
}

/**
 * Barcodes and square codes on an upright page, with their text.
 *
 * @param picture in grey
 */
export async function findCodes(picture: Raster): Promise<PageCode[]> {
  await load();
  const reduced =
    picture.widthPx <= reducedWidthPx
      ? picture
      : await toRaster(fromRaster(picture).resize({ width: reducedWidthPx, kernel: 'linear' }), aboutOf(picture));
  return [
    ...(await seek(reduced, { formats: bars, tryHarder: true })),
    // The modules of a payment code are small, and its corners are found at a glance.
    ...(await seek(picture, { formats: squares, tryHarder: false })),
  ];
}

async function seek(
  picture: Raster,
  how: { readonly formats: readonly (typeof bars | typeof squares)[number][]; readonly tryHarder: boolean },
): Promise<PageCode[]> {
  const results = await readBarcodes(toRgba(picture), {
    formats: [...how.formats],
    tryHarder: how.tryHarder,
    tryRotate: true,
    tryInvert: false,
    tryDownscale: false,
    maxNumberOfSymbols: mostCodes,
  });
  return results
    .filter(({ isValid, text }) => isValid && text !== '')
    .map((result) => ({ format: result.format, text: result.text.slice(0, mostSigns), box: boxOf(result, picture) }));
}

function boxOf({ position }: ReadResult, { widthPx, heightPx }: Raster): Box {
  const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
  const share = (value: number, of: number) => Math.min(1, Math.max(0, value / of));
  const xs = corners.map(({ x }) => share(x, widthPx));
  const ys = corners.map(({ y }) => share(y, heightPx));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** As a browser's canvas gives pixels. */
function toRgba({ pixels, widthPx, heightPx }: Raster): {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
  colorSpace: 'srgb';
} {
  const words = new Uint32Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) words[at] = (pixels[at] ?? 255) * 0x01_01_01 + 0xff_00_00_00;
  return { data: new Uint8ClampedArray(words.buffer), width: widthPx, height: heightPx, colorSpace: 'srgb' };
}
