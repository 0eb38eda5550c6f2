import type { Page } from 'playwright-core';

type Snap = (name: string) => Promise<void>;

/** Two calls noted by keyboard, the list of calls, and the one search with what it finds. */
export async function takeCalls(page: Page, snap: Snap): Promise<void> {
  for (const [text, wanted] of [
    ['Undrar när fakturan för kontorsstolarna betalas.', false],
    ['Har fått en påminnelse fast de har betalat. Jag kollar med kollegan och ringer tillbaka.', true],
  ] as const) {
    await page.keyboard.press('Control+Shift+C');
    await page.getByRole('textbox', { name: 'Vad samtalet gällde' }).fill(text);
    await page.getByRole('textbox', { name: 'Vem som ringde' }).fill(wanted ? 'Eva på Exempelbygg' : '');
    if (wanted) await page.getByRole('combobox', { name: 'Återkoppling' }).selectOption('yes');
    await page.waitForTimeout(1_500);
    if (wanted) await snap('call-panel');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: 'Notera samtal' }).waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'Samtal', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Samtal', level: 1 }).waitFor();
  await snap('calls');
  await page.keyboard.press('Control+K');
  const box = page.getByRole('dialog', { name: 'Sök' }).getByRole('combobox');
  await box.fill('påminnelse');
  await page.getByRole('dialog', { name: 'Sök' }).getByRole('option').first().waitFor();
  await snap('search-call');
  await box.fill('exempel');
  await page.waitForTimeout(1_000);
  await snap('search');
  await page.emulateMedia({ forcedColors: 'active' });
  await snap('search-forced');
  await page.emulateMedia({ forcedColors: 'none' });
  await box.fill('hylla:3');
  await snap('search-fault');
  await page.keyboard.press('Escape');
}
