import type { Page } from 'playwright-core';
import { hindrances } from './axe.ts';

/**
 * Goes to every screen of the menu, in both languages, with the search, the calendars and an invoice besides, and has axe look at each. Gives
 * which were looked at, and what hinders there: "Korg: color-contrast: <span …>". Colours are the same in both languages: they are looked at
 * once, and the queue also in the system's own.
 */
export async function lookAtEveryScreen(
  page: Page,
): Promise<{ readonly looked: readonly string[]; readonly found: readonly string[] }> {
  const looked: string[] = [];
  const found: string[] = [];
  const look = async (contrast: boolean, also = '') => {
    await page.waitForTimeout(30); // what has been asked for is there
    const where = `${await page.locator('main h1').first().textContent()}${also}`;
    looked.push(where);
    found.push(...(await hindrances(page, { contrast })).map((one) => `${where}: ${one}`));
  };
  const goTo = async (place: number) => {
    await page.locator('nav button').nth(place).click();
    await page.locator(`nav button[aria-current=page]`).nth(0).waitFor();
    await page.locator('main h1').first().waitFor();
  };
  const screens = await page.locator('nav button').count();
  for (const [language, contrast] of [
    ['Svenska', true],
    ['English', false],
  ] as const) {
    await page.getByRole('button', { name: /^(Språk|Language)$/ }).click();
    await page.getByRole('menuitemradio', { name: language }).click();
    for (let place = 1; place < screens; place += 1) {
      await goTo(place); // the first button folds the menu
      await look(contrast);
      const row = page.locator('main [role=row][data-row="0"]');
      if (/^(Korg|Basket)/.test(looked.at(-1) ?? '') && (await row.count()) > 0) {
        if (contrast) {
          await page.emulateMedia({ forcedColors: 'active' });
          await look(false, ' (forced colours)');
          await page.emulateMedia({ forcedColors: 'none' });
        }
        await row.click();
        await page.locator('#field-invoiceNumber').waitFor();
        await look(contrast, ' (the station)');
      }
    }
    await page.getByRole('button', { name: /^(Kalendrar|Calendars)/ }).click(); // the settings are the last of the menu
    await look(contrast);
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.type('7001234');
    await dialog.getByRole('option').first().waitFor();
    await look(contrast, ' (the search)');
    await page.keyboard.press('Escape');
  }
  return { looked, found };
}
