import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aClerk } from './demo/clerk.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { aMixedBatch, type BatchDocument, type MixedBatch, separatorText } from './mixed-batch.ts';

/** A mixed batch of 30 pages in the real window: taken in, split, read behind while the first document is being verified. */
const fileName = 'blandad-bunt.pdf';
let folder: string;
let launched: LaunchedApp;
let batch: MixedBatch;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fakturist-batch-'));
  await mkdir(join(folder, 'workspace', 'inbox'), { recursive: true });
  batch = await aMixedBatch();
  launched = await launchApp({
    workspace: join(folder, 'workspace'),
    userData: join(folder, 'user-data'),
    demonstration: true,
    args: ['--without-documents'],
  });
  await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 900));
});

afterEach(async () => {
  await launched.close().catch(() => {});
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const row = (page: Page) => page.getByRole('row', { name: new RegExp(fileName) });
const field = (page: Page, name: string) => page.locator(`#field-${name}`);
const why = (page: Page) => page.getByRole('region', { name: /^Varför/ });

/** Opens a document from the sheet, by its first page. */
async function open(page: Page, { pages: [first] }: BatchDocument): Promise<void> {
  await page
    .getByRole('gridcell', { name: /^Sida \d+/ })
    .first()
    .waitFor();
  await page.keyboard.press('Control+Home');
  for (let at = 1; at < (first ?? 1); at += 1) await page.keyboard.press('ArrowRight');
  await page.getByRole('gridcell', { name: new RegExp(`^Sida ${first}\\b`), selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await field(page, 'invoiceNumber').waitFor();
}

test('a mixed batch is read, split and counted while its first document is verified; its fields are filled from the picture', async () => {
  const { page } = launched;
  const clerk = aClerk(page);
  const [first, second] = batch.documents;
  const scanned = batch.documents.at(-1);
  if (first === undefined || second === undefined || scanned === undefined) throw new Error('The batch has documents.');
  await page.getByText('Anna Berg').first().waitFor();
  await clerk.press('Enter');
  await page.getByRole('button', { name: 'Inkommet' }).click();
  await writeFile(join(folder, 'workspace', 'inbox', fileName), batch.bytes);

  // It is taken in with its progress in words, and the first document can be opened long before the last is read.
  await expect.poll(() => row(page).textContent(), { timeout: 30_000 }).toMatch(/Läser: \d+ av 30 sidor.*\d+ hittills/);
  await page.getByRole('progressbar', { name: /Läser: \d+ av 30 sidor/ }).waitFor();
  await row(page).click();
  await open(page, first);
  const verified = await clerk.verifyOpen([first.fields]);
  expect(verified.rightAsRead).toBe(verified.fieldsOnPaper);
  expect(verified.wrongThoughSafe).toEqual([]);
  expect(await page.getByRole('region', { name: 'Status' }).textContent()).toMatch(/Läser blandad-bunt\.pdf, \d+ av 30 sidor/);

  // When all is read the counters agree with what was laid in.
  await clerk.press('Escape');
  const appendices = batch.documents.flatMap(({ appendixPages }) => appendixPages).length;
  const invoicePages = batch.pageCount - appendices - batch.dropped.length;
  await page
    .getByText(`30 sidor = ${invoicePages} fakturasidor + ${appendices} bilagesida + ${batch.dropped.length} borttagna`)
    .waitFor({ timeout: 60_000 });
  await page.getByText(`${batch.documents.length} dokument`).waitFor();
  await clerk.press('Control+Home'); // to the first separator sheet; what its barcode says is told beside it
  await page.getByText(new RegExp(`: ${separatorText}$`)).waitFor();
  await open(page, second);
  await reasonsAreTrue(page, await millimetresToNumber());
  await pointAtWord(page);
  await clerk.press('Escape');
  await open(page, scanned);
  await drawAroundNumber(page, scanned);
});

/** How far right of 'Fakturanummer:' the maker of that page put the number, in millimetres. */
async function millimetresToNumber(): Promise<number> {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica);
  return ((450 - 340 - font.widthOfTextAtSize('Fakturanummer:', 10)) * 25.4) / 72;
}

/** F2 tells where the number stands and how the sum adds up, by what is printed. */
async function reasonsAreTrue(page: Page, mm: number): Promise<void> {
  await field(page, 'invoiceNumber').focus();
  await page.keyboard.press('F2');
  const told = await why(page).textContent();
  const [, distance] = /Står (\d+) mm till höger om ”Fakturanummer”/.exec(told ?? '') ?? [];
  expect(Math.abs(Number(distance) - mm)).toBeLessThanOrEqual(1);
  await page.keyboard.press('Escape');
  await field(page, 'totalMinor').focus();
  await page.keyboard.press('F2');
  expect((await why(page).textContent())?.replaceAll('\u00a0', ' ')).toContain('1 000,00 + 250,00 = 1 250,00');
  await page.keyboard.press('Escape');
}

/** F4: letters find a word, Shift takes the next one too, Enter fills the field. */
async function pointAtWord(page: Page): Promise<void> {
  await field(page, 'purchaseOrderNumber').focus();
  await page.keyboard.press('F4');
  await page.locator('[data-box=point]').waitFor();
  await page.keyboard.type('konsult');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await page.locator('[data-box=point]').textContent()).toBe('Konsulttimmar november');
  await page.keyboard.press('Enter');
  expect(await field(page, 'purchaseOrderNumber').inputValue()).toBe('Konsulttimmar november');
  expect(await page.locator('[data-box=point]').count()).toBe(0);
}

/** A rectangle around the number on a scanned page gives the number for another field, with the page zoomed and scrolled. */
async function drawAroundNumber(page: Page, { fields }: BatchDocument): Promise<void> {
  await field(page, 'invoiceNumber').focus();
  const shares = await page.locator('[data-box=focus]').evaluate((box) => {
    const [word, sheet] = [box.getBoundingClientRect(), box.parentElement?.getBoundingClientRect() ?? new DOMRect()];
    return {
      left: (word.left - sheet.left) / sheet.width,
      right: (word.right - sheet.left) / sheet.width,
      top: (word.top - sheet.top) / sheet.height,
      bottom: (word.bottom - sheet.top) / sheet.height,
    };
  });
  await field(page, 'purchaseOrderNumber').focus();
  const pane = page.getByRole('region', { name: /^Fakturans bild/ });
  await pane.hover();
  await page.keyboard.down('Control');
  for (let turns = 0; turns < 3; turns += 1) await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  const sheet = await pane.evaluate(async (element, { left, top }) => {
    await new Promise((resolve) => setTimeout(resolve, 400)); // the page has its new size, and follows its field no more
    element.scrollTo({ left: left * element.scrollWidth - 200, top: top * element.scrollHeight - 200 });
    const { x, y, width, height } = element.querySelector('[data-box]')?.parentElement?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, shares);
  const at = (across: number, down: number) => [sheet.x + across * sheet.width, sheet.y + down * sheet.height] as const;
  await page.mouse.move(...at(shares.left, shares.top));
  await page.mouse.down();
  await page.mouse.move(...at((shares.left + shares.right) / 2, (shares.top + shares.bottom) / 2), { steps: 4 });
  await page.mouse.move(...at(shares.right, shares.bottom), { steps: 4 });
  await page.locator('[data-box=zone]').waitFor();
  const startedAtMs = performance.now();
  await page.mouse.up();
  await expect
    .poll(() => field(page, 'purchaseOrderNumber').inputValue(), { interval: 20, timeout: 5_000 })
    .toBe(String(fields.invoiceNumber));
  console.info(`A rectangle was read in ${Math.round(performance.now() - startedAtMs)} ms.`);
}
