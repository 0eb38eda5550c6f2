import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { type GreyPage, photograph } from '../documents/photograph.ts';
import { asJpeg } from '../documents/save-page.ts';
import { type Degradation, type Scanned, scan, scannerOf, type Turn, turnPage } from './degrade.ts';
import { drawPaper } from './draw-paper.ts';
import { paperFacts, type Wanted } from './paper-facts.ts';
import { type PaperTruth, paperTruth } from './paper-truth.ts';

export type MadePaper = { readonly pdf: Uint8Array; readonly truth: PaperTruth };
export type MadeFile = { readonly fileName: string; readonly bytes: Uint8Array; readonly truth: PaperTruth };

/** A paper as it was born: its PDF, and what a perfect reading gives. Another `layoutSeed` draws the same facts in other clothes. */
export async function makePaper(
  seed: number,
  { layoutSeed = seed, ...wanted }: Wanted & { readonly layoutSeed?: number } = {},
): Promise<MadePaper> {
  const facts = paperFacts(seed, wanted);
  const { pdf, pageCount, printed } = await drawPaper(facts, layoutSeed);
  return { pdf, truth: paperTruth(facts, printed, pageCount) };
}

/** The same paper as a file from a scanner: JPEG for one page, else TIFF or a PDF of pictures. */
export async function makeFile(
  seed: number,
  degradation: Degradation,
  wanted: Wanted & { readonly layoutSeed?: number; readonly turn?: Turn } = {},
): Promise<MadeFile> {
  const { turn = 0, ...rest } = wanted;
  const { pdf, truth } = await makePaper(seed, rest);
  if (degradation === 'digital') return { fileName: `${seed}.pdf`, bytes: pdf, truth };
  const scanner = scannerOf(seed, degradation);
  const pages = await photograph(pdf, scanner.dpi);
  const scanned: GreyPage[] = [];
  for (const [at, page] of pages.entries())
    scanned.push(await turnPage(await scan(page, scanner, pages[at + 1] ?? pages[0]), turn));
  const saved = await saveScan(scanned, { degradation, dpi: scanner.dpi, quality: scanner.quality });
  return { fileName: `${seed}.${saved.ending}`, bytes: saved.bytes, truth };
}

type How = { readonly degradation: Scanned; readonly dpi: number; readonly quality: number };
type Saved = { readonly ending: 'jpg' | 'png' | 'tif' | 'pdf'; readonly bytes: Uint8Array };

export async function saveScan(pages: readonly GreyPage[], { degradation, dpi, quality }: How): Promise<Saved> {
  if (degradation === 'fax') return { ending: 'tif', bytes: await asFax(pages) };
  const [only] = pages;
  if (only !== undefined && pages.length === 1) return { ending: 'jpg', bytes: await asJpeg(only, dpi, quality) };
  return { ending: 'pdf', bytes: await asPictures(pages, dpi, quality) };
}

/** One PDF page for each picture, as a scanner with an automatic feeder saves them. */
export async function asPictures(pages: readonly GreyPage[], dpi: number, quality: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const fixed = new Date('2026-11-01T00:00:00Z');
  document.setCreationDate(fixed);
  document.setModificationDate(fixed);
  for (const page of pages) {
    const [width, height] = [(page.width * 72) / dpi, (page.height * 72) / dpi];
    document
      .addPage([width, height])
      .drawImage(await document.embedJpg(await asJpeg(page, dpi, quality)), { x: 0, y: 0, width, height });
  }
  return document.save();
}

/** CCITT group 4 with 204 × 196 dots an inch; all pages are given the first one's size. */
async function asFax(pages: readonly GreyPage[]): Promise<Uint8Array> {
  const [first] = pages;
  if (!first) throw new Error('A fax has at least one page');
  const width = Math.round((first.width * 204) / 200);
  const height = Math.round((first.height * 196) / 200);
  const tall: Buffer[] = [];
  for (const page of pages)
    tall.push(
      await sharp(page.pixels, { raw: { width: page.width, height: page.height, channels: 1 } })
        .resize(width, height, { fit: 'fill', kernel: 'nearest' })
        .extractChannel(0)
        .raw()
        .toBuffer(),
    );
  return sharp(Buffer.concat(tall), { raw: { width, height: height * pages.length, channels: 1, pageHeight: height } })
    .threshold(128)
    .toColourspace('b-w')
    .tiff({ bitdepth: 1, compression: 'ccittfax4', xres: 204 / 25.4, yres: 196 / 25.4 })
    .toBuffer();
}
