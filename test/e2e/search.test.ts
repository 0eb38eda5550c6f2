import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countPointerEvents } from './demo/pointer-events.ts';
import { lookAtEveryScreen } from './every-screen.ts';
import { type LaunchedApp, launchApp, root } from './launch.ts';

/** The one search in the real window, without a mouse. */
let folder: string;
let launched: LaunchedApp;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fakturist-search-'));
  const inbox = join(folder, 'workspace', 'inbox');
  await mkdir(inbox, { recursive: true });
  await cp(join(root, 'resources', 'demonstration', 'documents', '04-energi.pdf'), join(inbox, '04-energi.pdf'));
  launched = await launchApp({
    workspace: join(folder, 'workspace'),
    userData: join(folder, 'user-data'),
    demonstration: true,
    args: ['--without-documents'],
  });
});

afterEach(async () => {
  await launched.close().catch(() => {});
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test('an invoice is found by its number and by a word on its page, looked at, and opened', async () => {
  const { page } = launched;
  const pointerEvents = await countPointerEvents(page);
  await page.getByText('Anna Berg').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /7001234567/ }).waitFor({ timeout: 30_000 });

  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Sök' });
  await page.keyboard.type('7001234');
  const hit = dialog.getByRole('option', { name: /7001234567/ });
  await hit.waitFor();
  expect(await hit.locator('mark').first().textContent()).toBe('7001234');
  await dialog.locator('img').waitFor();
  const pictures = process.env.FAKTURIST_SEARCH_PICTURES;
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'search.png') });

  await page.keyboard.press('Control+a');
  await page.keyboard.type('text:energi');
  await dialog.getByRole('option', { name: /text på sidan/ }).waitFor();
  await dialog.locator('blockquote mark').first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('#field-invoiceNumber').inputValue(), { timeout: 10_000 }).toBe('7001234567');

  await page.keyboard.press('Control+k');
  await dialog.getByRole('option', { name: 'text:energi' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(0);
  expect(await pointerEvents()).toBe(0);

  // In the same window: axe, on every screen that there is, for one who has most of them.
  await page.keyboard.press('Control+Shift+L');
  await page.getByText('David Holm').first().click();
  await page.getByRole('navigation').waitFor();
  const { looked, found } = await lookAtEveryScreen(page);
  console.info(`axe: ${looked.length} screens in Swedish and English, ${found.length} hindrances`);
  expect(found).toEqual([]);
  expect(looked.length).toBeGreaterThan(30);
}, 120_000);
