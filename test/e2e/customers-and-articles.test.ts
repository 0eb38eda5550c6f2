import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countPointerEvents } from './demo/pointer-events.ts';
import { type LaunchedApp, launchApp } from './launch.ts';

/** Who keeps the registers of customers and articles works in the real window without a mouse, on the demonstration's registers. */
let folder: string;
let launched: LaunchedApp;
let pointerEvents: () => Promise<number>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fakturist-registers-'));
  await mkdir(join(folder, 'workspace', 'inbox'), { recursive: true });
  launched = await launchApp({
    workspace: join(folder, 'workspace'),
    userData: join(folder, 'user-data'),
    demonstration: true,
    saveCopiesTo: folder,
    args: ['--without-documents'],
  });
  pointerEvents = await countPointerEvents(launched.page);
  const { page } = launched;
  await page.getByText('Bo Lind').first().waitFor();
  await pressUntil(page, 'ArrowDown', /Bo Lind/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Registerkö' }).waitFor();
});

afterEach(async () => {
  expect(await pointerEvents()).toBe(0);
  await launched.close().catch(() => {});
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.activeElement?.getAttribute('role') ?? ''} ${document.activeElement?.textContent ?? ''}`);

/** Presses a key until the focus stands on what says this. */
async function pressUntil(page: Page, key: string, what: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (what.test(await focused(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${what}; the focus is on ${await focused(page)}`);
}

/** Through the menu to a register, and to a row that is searched for. */
async function openRow(page: Page, screen: string, typed: string, row: RegExp): Promise<void> {
  await pressUntil(page, 'Tab', new RegExp(`^ ${screen}$`));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: screen }).waitFor();
  await page.getByRole('searchbox').waitFor();
  await page.keyboard.type(typed);
  await expect.poll(() => page.getByRole('row').count()).toBe(2); // the headings, and the one
  await pressUntil(page, 'Tab', row);
  await page.keyboard.press('Enter');
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const history = (page: Page) => page.getByRole('region', { name: 'Historik' });

test('a customer is found though its name is misspelt, opened, changed, and its history says so', async () => {
  const { page } = launched;
  await openRow(page, 'Kunder', 'samordnigsförbund', /^row .*Låtsasby Samordningsförbund/);
  await page.getByRole('heading', { level: 2, name: 'Låtsasby Samordningsförbund' }).waitFor();
  expect(await page.getByText('555920-1123').count()).toBeGreaterThan(0);

  await page.keyboard.press('F2');
  await field(page, 'Namn').waitFor();
  await page.keyboard.type('Låtsasby Finsamförbund'); // over the name, which is marked
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Låtsasby Finsamförbund' }).waitFor();
  await history(page).getByText('Namn: Låtsasby Finsamförbund').waitFor();

  await page.keyboard.press('Control+h');
  await page.keyboard.type('idag');
  await page.getByText(/^Så här stod det i registret/).waitFor();
});

test('a personal number is shown to who says why, and an article gets a new price from a day', async () => {
  const { page } = launched;
  await openRow(page, 'Kunder', '19640823-3234', /^row .*Provia Testström/);
  await page.getByText('19640823-••••').first().waitFor();
  expect(await page.getByText('19640823-3234').count()).toBe(0);
  await page.keyboard.press('F4');
  await field(page, 'Varför behöver du se dem?').waitFor();
  await page.keyboard.type('Ska lämna inkassokrav');
  await page.keyboard.press('Enter');
  await page.getByText('19640823-3234').first().waitFor();
  await history(page).getByText('Ska lämna inkassokrav').waitFor();

  await openRow(page, 'Artiklar', 'TJ-210', /^row .*Lönespecifikation/);
  await page.getByRole('heading', { level: 2, name: 'Lönespecifikation' }).waitFor();
  await page.keyboard.press('F4');
  await field(page, 'Pris utan moms').waitFor();
  await page.keyboard.type('99,50');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('+30');
  for (const _ of ['VAT code', 'account', 'who asked']) await page.keyboard.press('Tab');
  await page.keyboard.type('Lönekontoret, mejl');
  await page.keyboard.press('Enter');
  const prices = page.getByRole('table', { name: 'Priser' });
  await prices.getByRole('row', { name: /99,50 25 % 3110 Lönekontoret, mejl Kommer$/ }).waitFor();
  await prices.getByRole('row', { name: /96,50 25 % 3110 .* Gäller$/ }).waitFor();
  await history(page)
    .getByText(/^99,50.kr per st från/)
    .waitFor();
});
