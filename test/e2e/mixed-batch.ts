import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import type { DropReason } from '../../src/shared/domain/extraction/index.ts';
import type { FieldName, FieldValue } from '../../src/shared/domain/invoice-fields/index.ts';
import { anInvoicePdf } from '../make/documents.ts';
import { drawCode } from '../make/papers/codes.ts';
import { makePaper } from '../make/papers/make-paper.ts';
import { root } from './launch.ts';

export type BatchDocument = {
  /** Pages of the batch, 1 first; the appendices too. */
  readonly pages: readonly number[];
  readonly appendixPages: readonly number[];
  readonly fields: { readonly [Name in FieldName]?: FieldValue | null };
};
export type MixedBatch = {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  readonly documents: readonly BatchDocument[];
  readonly dropped: readonly { readonly page: number; readonly why: DropReason }[];
};

export const separatorText = 'SKILJE-4711';
const a4 = [595.28, 841.89] as const;
/** Papers of several suppliers; a long one has two pages. */
const digitalSeeds = [41, 44, 47, 52, 55, 58, 63, 66, 69, 74, 77, 80];
/** Scans of the demonstration; two of the same supplier are not laid after each other. */
const scans = [
  '01-kontorsvaror.jpg',
  '09-girotalong.jpg',
  '02-stadning-tva-sidor.tif',
  '05-kreditfaktura.jpg',
  '08-okand-leverantor.jpg',
];

/**
 * A stack of 30 pages as a clerk lays it in the feeder: separator sheets, invoices of one and two pages from several suppliers, an
 * appendix, blank back sides. The last third was scanned, so that its reading takes a while.
 */
export async function aMixedBatch(pageCount = 30, scannedCount = 8): Promise<MixedBatch> {
  const batch = await PDFDocument.create();
  const documents: BatchDocument[] = [];
  const dropped: { page: number; why: DropReason }[] = [];
  const next = (): number => batch.getPageCount() + 1;
  const drop = (why: DropReason) => dropped.push({ page: next(), why });
  const add = async (pdf: Uint8Array, about: Omit<BatchDocument, 'pages' | 'appendixPages'>, appendices = 0) => {
    const source = await PDFDocument.load(pdf);
    const first = next();
    for (const page of await batch.copyPages(source, source.getPageIndices())) batch.addPage(page);
    const pages = source.getPageIndices().map((index) => first + index);
    documents.push({ ...about, pages, appendixPages: appendices === 0 ? [] : pages.slice(-appendices) });
  };
  const blank = () => {
    drop('blank');
    batch.addPage([...a4]);
  };

  drop('separator');
  await addSeparator(batch);
  await add(await demonstrated('04-energi.pdf'), { fields: await truthOf('04-energi.pdf') });
  blank();
  await add(await anInvoicePdf({ number: '10045' }), { fields: { invoiceNumber: '10045', totalMinor: 125_000 } });
  const withAppendix = await anInvoicePdf({ number: '10046', reference: 'Olle By', pages: 2 });
  await add(withAppendix, { fields: { invoiceNumber: '10046', buyerReference: 'Olle By' } }, 1);

  const endOfDigital = pageCount - scannedCount - 2;
  for (const [place, seed] of digitalSeeds.entries()) {
    const { pdf, truth } = await makePaper(seed, { type: 'invoice', lineCount: place % 3 === 0 ? 36 : 4 });
    if (next() - 1 + truth.pages.length <= endOfDigital) await add(pdf, truth);
  }
  while (next() - 1 < endOfDigital) blank();

  drop('separator');
  await addSeparator(batch);
  blank();
  for (const name of scans) {
    const first = next();
    for (const jpeg of await picturesIn(name))
      batch.addPage([...a4]).drawImage(await batch.embedJpg(jpeg), { x: 0, y: 0, width: a4[0], height: a4[1] });
    const pages = Array.from({ length: next() - first }, (_, place) => first + place);
    documents.push({ pages, appendixPages: [], fields: await truthOf(name) });
  }
  while (next() <= pageCount) blank();
  return { bytes: await batch.save(), pageCount: batch.getPageCount(), documents, dropped };
}

/** A sheet that says that it parts two documents, with a barcode of the scanner's own. */
async function addSeparator(batch: PDFDocument): Promise<void> {
  const font = await batch.embedFont(StandardFonts.HelveticaBold);
  const code = await batch.embedPng(await drawCode(separatorText, 'Code128'));
  const page = batch.addPage([...a4]);
  page.drawText('SKILJEBLAD', { x: 120, y: 520, size: 48, font });
  page.drawImage(code, { x: 150, y: 380, width: 300, height: 80 });
}

/** The pages of a scan, as a scanner puts them in a PDF. */
async function picturesIn(name: string): Promise<readonly Uint8Array[]> {
  const bytes = await demonstrated(name);
  const { pages = 1 } = await sharp(bytes).metadata();
  return Promise.all(Array.from({ length: pages }, (_, page) => sharp(bytes, { page }).jpeg({ quality: 85 }).toBuffer()));
}

const demonstration = join(root, 'resources', 'demonstration');
const demonstrated = (name: string) => readFile(join(demonstration, 'documents', name));

async function truthOf(name: string): Promise<BatchDocument['fields']> {
  const truth = JSON.parse(await readFile(join(demonstration, 'truth.json'), 'utf8')) as Record<
    string,
    { documents: { fields: BatchDocument['fields'] }[] }
  >;
  return truth[name]?.documents[0]?.fields ?? {};
}
