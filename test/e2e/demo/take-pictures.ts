/**
 * `npm run pictures`: every screen at 1366×768 and 1920×1080, light, dark and in big type, into out/pictures; with `-- --keep`
 * the ones that the README shows are kept in docs/pictures, with `-- 1366-light` only those of that size and look are taken.
 * `-- --registers` takes only the registers' own, `-- --home` only Idag, the register queue and the overview, `-- --calls` only calls
 * and the search, `-- --e-invoices` only e-invoices and their faults, and none of these reads documents first.
 * Runs under Node 24.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchApp, root } from '../launch.ts';
import { aMixedBatch } from '../mixed-batch.ts';
import { askForRoles, takeAccess } from './access-pictures.ts';
import { takeCalls } from './call-pictures.ts';
import { aClerk, type Truth } from './clerk.ts';
import { takeCustomersAndArticles } from './customer-and-article-pictures.ts';
import { layOutEInvoices, takeEInvoices } from './e-invoice-pictures.ts';
import { prepareHome, takeHome } from './home-pictures.ts';
import { askForChanges, takeRegisters } from './register-pictures.ts';
import { prepareRegisterWork, takeRegisterWork } from './register-work-pictures.ts';

const sizes = [
  [1366, 768],
  [1920, 1080],
] as const;
const looks = {
  light: { theme: 'light', density: 'normal' },
  dark: { theme: 'dark', density: 'normal' },
  big: { theme: 'light', density: 'big' },
} as const;
const kept = {
  'verification.png': '1366-light-station',
  'queue.png': '1366-light-queue',
  'contact-sheet.png': '1366-light-sheet',
  'pending-change.png': '1366-light-pending-change',
};
const only = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const onlyHome = process.argv.includes('--home');
const onlyCalls = process.argv.includes('--calls');
const onlyEInvoices = process.argv.includes('--e-invoices');
const onlyRegisters = onlyEInvoices || onlyHome || onlyCalls || process.argv.includes('--registers');
const batchName = 'blandad-bunt.pdf';

const folder = join(root, 'out', 'pictures');
const workspace = await mkdtemp(join(tmpdir(), 'fakturist-pictures-'));
const userData = join(workspace, 'user-data');
if (!onlyRegisters) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

if (onlyRegisters) await layOutNothing();
else await readTheDemonstration();
await prepareRegisters();
// Pictures change what they show: each size and look begins with the same.
const prepared = join(workspace, 'prepared');
await cp(join(workspace, 'workspace'), prepared, { recursive: true });
for (const [name, look] of Object.entries(looks))
  for (const size of sizes) {
    const prefix = `${size[0]}-${name}`;
    if (only.length > 0 && !only.includes(prefix)) continue;
    await rm(join(workspace, 'workspace'), { recursive: true, force: true, maxRetries: 5 });
    await cp(prepared, join(workspace, 'workspace'), { recursive: true });
    await takeAll(prefix, size, look);
  }
if (process.argv.includes('--keep')) {
  await mkdir(join(root, 'docs', 'pictures'), { recursive: true });
  for (const [name, from] of Object.entries(kept)) await cp(join(folder, `${from}.png`), join(root, 'docs', 'pictures', name));
}
await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
console.info(`The pictures are in ${folder}.`);
process.exit(0);

function start() {
  return launchApp({ workspace: join(workspace, 'workspace'), userData, demonstration: true, saveCopiesTo: workspace });
}

/** Registers without documents: the demonstration lays out no file that has been there. */
async function layOutNothing(): Promise<void> {
  const been = join(workspace, 'workspace', 'inbox', 'taken-in');
  await mkdir(been, { recursive: true });
  for (const name of await readdir(join(root, 'resources', 'demonstration', 'documents'))) await writeFile(join(been, name), '');
}

async function prepareRegisters(): Promise<void> {
  const { page, close } = await start();
  await page.getByText('David Holm').first().waitFor();
  await askForChanges(page);
  await askForRoles(page);
  await close();
  await prepareRegisterWork(join(workspace, 'workspace'));
  if (onlyHome) await prepareHome(join(workspace, 'workspace'));
}

async function readTheDemonstration(): Promise<void> {
  const { page, close } = await start();
  const count = (await readdir(join(root, 'resources', 'demonstration', 'documents'))).length + 1;
  await writeFile(join(workspace, 'workspace', 'inbox', batchName), (await aMixedBatch()).bytes);
  const inFolder = (name: string) => readdir(join(workspace, 'workspace', 'inbox', name)).catch(() => []);
  for (let seconds = 0; seconds < 200; seconds += 1) {
    if ((await inFolder('taken-in')).length + (await inFolder('rejected')).length === count) break;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  await verifySome(page);
  await close();
}

/** Something to show in the queue of what is done, and in a history. */
async function verifySome(page: Page): Promise<void> {
  const truthFile = JSON.parse(await readFile(join(root, 'resources', 'demonstration', 'truth.json'), 'utf8')) as Record<
    string,
    { documents: { fields: Truth }[] }
  >;
  const truths = Object.values(truthFile).flatMap((file) => file.documents.map(({ fields }) => fields));
  await page.getByText('David Holm').first().click();
  await page.getByRole('heading', { name: 'Korg' }).waitFor();
  await page.waitForTimeout(1_000);
  const clerk = aClerk(page);
  await page.locator('[role=row][data-row="0"]').focus();
  await clerk.press('Enter');
  for (let done = 0; done < 3; done += 1) await clerk.verifyOpen(truths);
  await teach(page);
}

async function takeAll(
  prefix: string,
  [width, height]: readonly [number, number],
  look: (typeof looks)[keyof typeof looks],
): Promise<void> {
  const { app, page, close } = await start();
  await app.evaluate(({ BrowserWindow }, [wide, high]) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, high), [
    width,
    height,
  ] as const);
  const snap = async (name: string) => {
    await page.waitForTimeout(500);
    const areShown = () => [...document.images].every(({ complete, loading }) => complete || loading === 'lazy');
    await page.waitForFunction(areShown, undefined, { timeout: 5_000 }).catch(() => {});
    await page.screenshot({ path: join(folder, `${prefix}-${name}.png`) });
  };
  const go = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const sitDown = async () => {
    await page.getByText('David Holm').first().click();
    await page.getByRole('heading', { name: 'Korg' }).waitFor();
  };
  await page.getByText('David Holm').first().waitFor();
  await page.evaluate((chosen) => {
    for (const name of Object.keys(localStorage)) if (name.includes('preferences')) localStorage.removeItem(name);
    localStorage.setItem('fakturist.preferences', JSON.stringify({ language: 'sv', railCollapsed: false, ...chosen }));
  }, look);
  await page.reload();
  await page.getByText('David Holm').first().waitFor();
  if (onlyCalls) {
    await sitDown();
    await takeCalls(page, snap);
    await close();
    return;
  }
  if (onlyEInvoices) {
    await sitDown();
    await layOutEInvoices(join(workspace, 'workspace'));
    await takeEInvoices(page, snap);
    await close();
    return;
  }
  if (onlyHome) {
    await sitDown();
    await takeHome(page, snap);
    await close();
    return;
  }
  if (onlyRegisters) {
    await sitDown();
    await takeAccess(page, snap);
    await takeCustomersAndArticles(page, snap);
    await takeRegisters(page, snap);
    await takeRegisterWork(page, snap);
    await close();
    return;
  }
  await snap('choose');
  await sitDown();
  await page.getByRole('tab', { name: /^Att verifiera/ }).click();
  await snap('queue');
  await page.locator('[role=row][data-row="0"]').focus();
  for (const key of ['Space', 'Shift+ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await snap('queue-chosen');
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Välj bort' }).click();
  await page.getByRole('button', { name: 'Kolumner …' }).click();
  await snap('columns');
  await page.keyboard.press('Escape');
  await page.locator('[role=row][data-row="1"]').click();
  await page.locator('#field-invoiceNumber').waitFor();
  await snap('station');
  await page.keyboard.press('F2');
  await snap('why');
  await page.keyboard.press('Escape');
  await pointAndDraw(page, snap);
  await teach(page);
  await snap('learned-line');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('F8');
  await snap('park');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+h');
  await snap('history');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Korg' }).waitFor();
  await page.getByRole('tab', { name: /^Påminnelser/ }).click();
  await page.locator('[role=row][data-row="0"]').click();
  await snap('notice');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /^Verifierade/ }).click();
  await page.locator('[role=row][data-row="0"]').click();
  await page.getByRole('button', { name: /^Kopia/ }).waitFor();
  await snap('card');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await snap('keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+S');
  await snap('outbox');
  await page.keyboard.press('Escape');
  await go('Inkommet');
  await snap('intake');
  await page.getByRole('row', { name: new RegExp(batchName) }).click();
  await page.getByRole('gridcell', { name: /^Sida 1,/ }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(2_500); // small pictures of large pages
  await snap('sheet');
  await page.keyboard.press('ArrowRight');
  await snap('sheet-dropped');
  await go('Leverantörer');
  await page.locator('[role=row][data-row="1"]').click();
  await snap('suppliers');
  const learned = page.getByRole('list', { name: 'Lärda platser' });
  for (let row = 0; row < 6 && (await learned.count()) === 0; row += 1) {
    await page.locator(`[role=row][data-row="${row}"]`).click();
    await page.waitForTimeout(400);
  }
  await snap('learned');
  await go('Inställningar');
  await snap('settings');
  await page.getByRole('button', { name: /^Kalendrar och/ }).click();
  await page.getByRole('heading', { name: 'Närmaste ovanliga dagar' }).waitFor();
  await snap('calendars');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Anslut', exact: true }).scrollIntoViewIfNeeded();
  await snap('join');
  await takeAccess(page, snap);
  await takeCustomersAndArticles(page, snap);
  await takeRegisters(page, snap);
  await takeRegisterWork(page, snap);
  await takeCalls(page, snap);
  await close();
}

/** The picture in use: a word pointed at, a rectangle half drawn, and what F2 says of a field in doubt. */
async function pointAndDraw(page: Page, snap: (name: string) => Promise<void>): Promise<void> {
  const number = page.locator('#field-invoiceNumber');
  await number.focus();
  await page.keyboard.press('F4');
  await page.keyboard.press('ArrowRight');
  await snap('point');
  await page.keyboard.press('Escape');
  const word = await page.locator('[data-box=focus]').boundingBox();
  if (word !== null) {
    await page.mouse.move(word.x - 14, word.y - 8);
    await page.mouse.down();
    await page.mouse.move(word.x + word.width / 2, word.y + word.height, { steps: 3 });
    await page.mouse.move(word.x + word.width + 16, word.y + word.height + 8, { steps: 3 });
    await snap('rectangle');
    await page.keyboard.press('Escape');
    await page.mouse.up();
  }
  await number.focus();
  await page.keyboard.press('F2');
  await snap('why-number');
  await page.keyboard.press('Escape');
  await page.locator('#field-totalMinor').focus();
  await page.keyboard.press('F2');
  await snap('why-total');
  await page.keyboard.press('Escape');
}

/** Corrects a field by pointing at the word after it, and waits until the program says what that taught it. */
async function teach(page: Page): Promise<void> {
  await page.locator('#field-buyerReference').focus();
  await page.keyboard.press('F4');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page
    .getByText(/^Lärde mig/)
    .waitFor({ timeout: 8_000 })
    .catch(() => {}); // the supplier is not in the register
}
