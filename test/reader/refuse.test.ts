import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLimits } from '../../src/shared/contract/reader.ts';
import { aPdf } from './make-pages.ts';
import { outcomeOf, type ReaderUnderTest, startReaderUnderTest } from './reader-under-test.ts';

let reader: ReaderUnderTest;
beforeAll(async () => {
  reader = await startReaderUnderTest();
});
afterAll(() => reader.stop());

const noise = () =>
  sharp({
    create: { width: 200, height: 200, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  });
const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length / 2);

/** A PNG of a few bytes whose header says that it is this large. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.from([...Buffer.from('IHDR'), 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 4);
  header.writeUInt32BE(height, 8);
  const chunk = (content: Buffer) => {
    const frame = Buffer.alloc(8 + content.length);
    frame.writeUInt32BE(content.length - 4, 0);
    content.copy(frame, 4);
    frame.writeUInt32BE(crc32(content), 4 + content.length);
    return frame;
  };
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk(header), chunk(Buffer.from('IDAT')), chunk(Buffer.from('IEND'))]);
}

async function pdfWithPages(count: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < count; page += 1) pdf.addPage([10, 10]);
  return pdf.save();
}

test.each([
  ['no bytes', 'empty-file', () => Buffer.alloc(0)],
  ['a text file', 'unknown-type', () => Buffer.from('Faktura 10045\nAtt betala 1 250,00\n')],
  ['a text file that calls itself a PDF', 'damaged', () => Buffer.from('%PDF-1.7\nFaktura')],
  ['a GIF', 'unknown-type', () => Buffer.from('GIF89a\u0001\u0000\u0001\u0000')],
  ['a JPEG that ends early', 'damaged', async () => half(await noise().jpeg().toBuffer())],
  ['a PNG that ends early', 'damaged', async () => half(await noise().png().toBuffer())],
  ['a TIFF that ends early', 'damaged', async () => half(await noise().tiff({ compression: 'lzw' }).toBuffer())],
  ['a PDF that ends early', 'damaged', async () => (await aPdf()).subarray(0, 300)],
  ['a PNG header that declares too many pixels', 'too-large', () => pngOf(20_000, 10_001)],
  ['a PDF with a page too many', 'too-many-pages', () => pdfWithPages(readLimits.pages + 1)],
] as const)('%s is refused: %s', async (_, code, make) => {
  expect(outcomeOf(await reader.read(await make()))).toBe(code);
});

test('a file that is gone', async () => {
  expect(outcomeOf(await reader.readPath('/nowhere/faktura.pdf'))).toBe('file-gone');
});

test('a page of five metres is drawn small', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage([14_400, 300]);
  const { pages } = await reader.read(await pdf.save());
  expect(pages[0]?.words).toMatchObject({ widthPx: 3600, heightPx: 75 });
});

// Files that nobody here made; they lie beside the repository on some machines only.
const foreign = fileURLToPath(new URL('../../../shared/data', import.meta.url));
test.each([
  ['paperless-ngx/password-is-test.pdf', 'password-protected'],
  ['pdfjs-hard-pdfs/issue21579.pdf', 'password-protected'],
  ['pdfjs-hard-pdfs/bug_jpx.pdf', 'damaged'],
  ['pdfjs-hard-pdfs/poppler-395-0-fuzzed.pdf', 'damaged'],
  ['pdfjs-hard-pdfs/poppler-85140-0.pdf', 'done'],
  ['pdfjs-hard-pdfs/bad-PageLabels.pdf', 'done'],
  ['pillow-bad-images/truncated_image.png', 'damaged'],
  ['pillow-bad-images/broken_data_stream.png', 'damaged'],
  ['pillow-bad-images/multipage_multiple_frame_loop.tiff', 'done'],
  ['pillow-bad-images/crash-0e16d3bfb83be87356d026d66919deaefca44dac.tif', 'damaged'],
  ['pillow-bad-images/decompression_bomb.gif', 'unknown-type'],
  ['ocrmypdf/invalid.pdf', 'damaged'],
] as const)('%s: %s', async (name, outcome) => {
  const path = join(foreign, name);
  if (!existsSync(path)) return console.info(`skipped, not on this machine: ${name}`);
  expect(outcomeOf(await reader.readPath(path))).toBe(outcome);
});
