import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { childrenOf } from './children.ts';
import { aClerk, type Truth } from './demo/clerk.ts';
import { countPointerEvents } from './demo/pointer-events.ts';
import { type LaunchedApp, launchApp, root } from './launch.ts';

/** A clerk's work in the real window, without a mouse, on the demonstration's PDF: no OCR, so that it is quick. */
const file = '04-energi.pdf';
const demonstration = join(root, 'resources', 'demonstration');

let folder: string;
let launched: LaunchedApp;
const start = () =>
  launchApp({
    workspace: join(folder, 'workspace'),
    userData: join(folder, 'user-data'),
    demonstration: true,
    saveCopiesTo: folder,
    args: ['--without-documents'],
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fakturist-keys-'));
  await mkdir(join(folder, 'workspace', 'inbox'), { recursive: true });
  await cp(join(demonstration, 'documents', file), join(folder, 'workspace', 'inbox', file));
  launched = await start();
});

afterEach(async () => {
  await launched.close().catch(() => {});
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function sitDown({ page }: LaunchedApp): Promise<void> {
  await page.getByText('Anna Berg').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Korg' }).waitFor();
}

const tab = ({ page }: LaunchedApp, name: RegExp) => page.getByRole('tab', { name });

/** How many wait to be verified, as the rail says on every screen. */
const waiting = ({ page }: LaunchedApp) => page.getByRole('button', { name: /^Korg/ }).textContent();

test('an invoice is verified, the verification undone and done again, and a copy is made', async () => {
  const { page } = launched;
  const pointerEvents = await countPointerEvents(page);
  const truth = JSON.parse(await readFile(join(demonstration, 'truth.json'), 'utf8')) as Record<
    string,
    { documents: { fields: Truth }[] }
  >;
  await sitDown(launched);
  await expect.poll(() => tab(launched, /^Att verifiera/).textContent(), { timeout: 30_000 }).toMatch(/1/);

  const clerk = aClerk(page);
  await clerk.press('Control+Enter');
  const done = await clerk.verifyOpen(truth[file]?.documents.map(({ fields }) => fields) ?? []);
  expect(done.rightAsRead).toBe(done.fieldsOnPaper);
  expect(done.wrongThoughSafe).toEqual([]);
  await clerk.press('Escape');
  await expect.poll(() => tab(launched, /^Verifierade/).textContent()).toMatch(/1/);

  await clerk.press('Control+z');
  await page.locator('#field-invoiceNumber').waitFor(); // it is opened again, to be seen
  await expect.poll(() => waiting(launched)).toMatch(/1/);
  await clerk.press('Control+y');
  await expect.poll(() => waiting(launched)).toMatch(/0/);
  await clerk.press('Escape');
  await expect.poll(() => tab(launched, /^Verifierade/).textContent()).toMatch(/1/);

  for (
    let view = 0;
    view < 6 && (await page.getByRole('tab', { name: /^Verifierade/, selected: true }).count()) === 0;
    view += 1
  ) {
    await clerk.press('Control+PageDown');
    await page.waitForTimeout(200);
  }
  await page.getByRole('row', { name: /7001234567/ }).waitFor();
  await clerk.press('Enter');
  await page.getByText('Verifierad av Anna Berg').waitFor();
  await clerk.press('Control+Shift+K');
  const pagesOfCopy = async () => {
    const copy = (await readdir(folder)).find((name) => name.endsWith('.pdf'));
    if (copy === undefined) return 0;
    const pdf = await PDFDocument.load(await readFile(join(folder, copy))).catch(() => undefined); // still being written
    return pdf?.getPageCount() ?? 0;
  };
  await expect.poll(pagesOfCopy, { timeout: 20_000 }).toBe(2);
  expect(await pointerEvents()).toBe(0);
});

test('a correction survives a restart, and can still be undone after it', async () => {
  await sitDown(launched);
  await expect.poll(() => tab(launched, /^Att verifiera/).textContent(), { timeout: 30_000 }).toMatch(/1/);
  await launched.page.keyboard.press('Control+Enter');
  const number = () => launched.page.locator('#field-invoiceNumber');
  await expect.poll(() => number().evaluate((input) => document.activeElement === input), { timeout: 10_000 }).toBe(true);
  await launched.page.keyboard.type('7001234568');
  await launched.page.keyboard.press('Enter');
  await expect.poll(() => launched.page.locator('#field-invoiceNumber-state').textContent()).toMatch(/Säker/);

  await launched.close();
  launched = await start();
  await sitDown(launched);
  await launched.page.getByRole('row', { name: /7001234568/ }).waitFor();
  await launched.page.keyboard.press('Control+z');
  await expect.poll(() => number().inputValue(), { timeout: 10_000 }).toBe('7001234567');
});

test('when the engine dies under the clerk, the window comes back to the same person by itself', async () => {
  await sitDown(launched);
  await expect.poll(() => tab(launched, /^Att verifiera/).textContent(), { timeout: 30_000 }).toMatch(/1/);
  const [engine] = await childrenOf(launched, 'engine');
  process.kill(Number(engine), 'SIGKILL');
  await expect
    .poll(async () => (await childrenOf(launched, 'engine')).filter((pid) => pid !== engine).length, { timeout: 20_000 })
    .toBe(1);
  await launched.page.keyboard.press('Control+Enter');
  await launched.page.locator('#field-invoiceNumber').waitFor({ timeout: 20_000 });
  expect(await launched.page.getByText('Anna Berg').count()).toBe(1); // in the bar; the choice of person would show all of them
  expect(await launched.page.getByText('Bo Lind').count()).toBe(0);
});
