import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { prepareZXingModule, type WriterOptions, writeBarcode } from 'zxing-wasm/writer';

const wasm = fileURLToPath(new URL('../../../node_modules/zxing-wasm/dist/writer/zxing_writer.wasm', import.meta.url));
let ready: Promise<unknown> | undefined;

/** A barcode or square code as a black-and-white PNG, each module so many pixels wide. */
export async function drawCode(text: string, format: NonNullable<WriterOptions['format']>, scale = 6): Promise<Uint8Array> {
  ready ??= readFile(wasm).then((bytes) =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(bytes).buffer }, fireImmediately: true }),
  );
  await ready;
  const { symbol, error } = await writeBarcode(text, { format, ...(format === 'QRCode' && { options: 'ecLevel=M' }) });
  if (error !== '' || symbol === undefined) throw new Error(`No ${format} could be written: ${error}`);
  const { width, height, data } = symbol;
  const tall = height === 1 ? 60 : 1;
  return sharp(Uint8Array.from(data), { raw: { width, height, channels: 1 } })
    .resize(width * scale, height * scale * tall, { kernel: 'nearest', fit: 'fill' })
    .toColourspace('b-w')
    .png()
    .toBuffer();
}
