import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { openFile } from '../../src/main/reader/open-file.ts';
import type { Raster } from '../../src/main/reader/raster.ts';

/** What stands on the made page, line for line, from the top. */
export const printedLines = [
  'Återvinning i Väst AB',
  'Fakturanummer 20417',
  'Förfallodatum 2026-12-02',
  'Sophämtning för oktober månad',
  'Behållare och kärl, utkörning',
  'Öresavrundning 0,25',
  'Att betala 1 250,75 SEK',
] as const;

/** Points from the left of the page to the first letter, and from the top to the first baseline; between baselines. */
export const printedAt = { left: 60, top: 80, apart: 40, size: 16 } as const;

/** A born-digital page of 420 × 420 points with the printed lines on it; each page of the file is the same. */
export async function aPdf({ pages = 1, rotate = 0 } = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let count = 0; count < pages; count += 1) {
    const page = pdf.addPage([420, 420]);
    page.setRotation(degrees(rotate));
    printedLines.forEach((line, place) => {
      page.drawText(line, {
        x: printedAt.left,
        y: 420 - printedAt.top - place * printedAt.apart,
        size: printedAt.size,
        font,
      });
    });
  }
  return pdf.save();
}

/** The made page as a scanner would give it, straight. */
export async function aScan(): Promise<Raster> {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  const path = join(folder, 'page.pdf');
  await writeFile(path, await aPdf());
  const file = await openFile(path);
  const { raster } = await file.openPage(1);
  await file.close();
  await rm(folder, { recursive: true });
  return raster;
}

/** A sharp pipeline that begins at a scan. */
export const from = ({ pixels, widthPx, heightPx, channels }: Raster): Sharp =>
  sharp(pixels, { raw: { width: widthPx, height: heightPx, channels } }).toColourspace('b-w');

/** One TIFF file of several pages, each from a scan of the same size. */
export async function aTiffOf(pages: readonly Raster[]): Promise<Buffer> {
  const [first] = pages;
  if (first === undefined) throw new Error('a TIFF has a page');
  const stacked = Buffer.concat(pages.map((page) => page.pixels));
  return sharp(stacked, {
    raw: { width: first.widthPx, height: first.heightPx * pages.length, channels: 1, pageHeight: first.heightPx },
  })
    .toColourspace('b-w')
    .tiff({ compression: 'lzw' })
    .toBuffer();
}
