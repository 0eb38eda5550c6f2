import { type GreyPage, photograph } from '../documents/photograph.ts';
import { drawCode } from './codes.ts';
import { type Scanned, scan, scannerOf } from './degrade.ts';
import { drawPaper } from './draw-paper.ts';
import { onSideOf } from './judging-seeds.ts';
import { saveScan } from './make-paper.ts';
import { oddsOf } from './odds.ts';
import { drawOther } from './other-papers.ts';
import { paperFacts } from './paper-facts.ts';
import { newBook } from './sheets.ts';

/** What a batch holds: the pages of each document in order, and the pages that are none's. Pages count from 1. */
export type BatchTruth = {
  readonly documents: readonly {
    readonly pages: readonly number[];
    readonly appendixPages: readonly number[];
    readonly number: string;
  }[];
  readonly dropped: readonly { readonly page: number; readonly why: 'blank' | 'separator' }[];
};
export type MadeBatch = { readonly fileName: string; readonly bytes: Uint8Array; readonly truth: BatchTruth };

/** How the clerk who scanned it laid the papers in the feeder. */
type Habit = { readonly separators: boolean; readonly blankBacks: boolean; readonly strayBlanks: boolean };

/** A pile of papers that went through the scanner together: 2 to 7 documents, some with papers that belong to them. */
export async function makeBatch(seed: number, degradation: Scanned): Promise<MadeBatch> {
  const odds = oddsOf(seed, 'batch');
  const scanner = scannerOf(seed, degradation);
  const habit: Habit = { separators: odds.often(0.35), blankBacks: odds.often(0.15), strayBlanks: odds.often(0.3) };
  const clean: GreyPage[] = [];
  const documents: BatchTruth['documents'][number][] = [];
  const dropped: BatchTruth['dropped'][number][] = [];
  const put = (page: GreyPage): number => clean.push(page);
  const blank = async (): Promise<void> => {
    dropped.push({ page: put(await emptySheet(scanner.dpi)), why: 'blank' });
  };

  const count = odds.whole(2, 7);
  let before: number | undefined;
  for (let place = 0; place < count; place += 1) {
    // Now and then the same supplier twice after each other.
    const supplierSeed: number = before !== undefined && odds.often(0.2) ? before : onSideOf(seed, seed * 31 + place);
    before = supplierSeed;
    const facts = paperFacts(onSideOf(seed, seed * 17 + place), { supplierSeed, lineCount: odds.pick([1, 2, 3, 5, 8, 30, 45]) });
    if (habit.separators && (place > 0 || odds.often(0.5)))
      dropped.push({ page: put(await separatorSheet(scanner.dpi)), why: 'separator' });
    const pages: number[] = [];
    const appendixPages: number[] = [];
    for (const page of await photograph((await drawPaper(facts, supplierSeed)).pdf, scanner.dpi)) {
      pages.push(put(page));
      if (habit.blankBacks) await blank();
    }
    for (let more = odds.often(0.3) ? odds.whole(1, 2) : 0; more > 0; more -= 1) {
      const [page] = await photograph(
        await drawOther(facts, supplierSeed, odds.pick(['delivery note', 'time sheet', 'terms', 'delivery note'] as const)),
        scanner.dpi,
      );
      if (page === undefined) continue;
      const number = put(page);
      pages.push(number);
      appendixPages.push(number);
      if (habit.blankBacks) await blank();
    }
    documents.push({ pages, appendixPages, number: facts.number });
    if (habit.strayBlanks && odds.often(0.3)) await blank();
  }
  const scanned: GreyPage[] = [];
  for (const [at, page] of clean.entries()) scanned.push(await scan(page, scanner, clean[at + 1]));
  const saved = await saveScan(scanned, { degradation, dpi: scanner.dpi, quality: scanner.quality });
  return { fileName: `batch-${seed}.${saved.ending}`, bytes: saved.bytes, truth: { documents, dropped } };
}

async function emptySheet(dpi: number): Promise<GreyPage> {
  const book = await newBook('helvetica');
  book.addSheet();
  return onlyPage(await book.finish(), dpi);
}

/** A sheet that parts documents: a Code 128 with PATCHT, and the word for people. */
async function separatorSheet(dpi: number): Promise<GreyPage> {
  const book = await newBook('helvetica');
  const sheet = book.addSheet();
  await sheet.picture(await drawCode('PATCHT', 'Code128', 4), 45, 60, 120, 40);
  sheet.text(105, 125, 'PATCH T', { size: 30, bold: true, align: 'centre' });
  sheet.text(105, 140, 'Skiljeark – skiljer dokument i bunten', { size: 14, align: 'centre' });
  return onlyPage(await book.finish(), dpi);
}

async function onlyPage(pdf: Uint8Array, dpi: number): Promise<GreyPage> {
  const [page] = await photograph(pdf, dpi);
  if (page === undefined) throw new Error('Nothing was drawn');
  return page;
}
