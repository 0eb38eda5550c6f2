import type { Page } from 'playwright-core';
import { sitDown } from './register-pictures.ts';

type Snap = (name: string) => Promise<void>;

async function openPerson(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Behörigheter/ }).click();
  await page.getByRole('tab', { name: 'Personer' }).click();
  await page.getByRole('row', { name: new RegExp(name) }).click();
  await page.getByRole('heading', { name }).waitFor();
}

async function giveRole(page: Page, name: string, role: string, reason: string): Promise<void> {
  await openPerson(page, name);
  await page.getByRole('button', { name: 'Ge roll' }).click();
  await page.getByRole('combobox', { name: 'Roll' }).selectOption(role);
  await page.getByRole('textbox', { name: /^Varför/ }).fill(reason);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('textbox', { name: /^Varför/ }).waitFor({ state: 'detached' });
}

/** David, who is the only administrator, gives the first other one alone; what he asks for after that waits for her. */
export async function askForRoles(page: Page): Promise<void> {
  await sitDown(page, 'David Holm');
  await giveRole(page, 'Anna Berg', 'Administratör', 'Två ska kunna besluta om roller');
  await giveRole(page, 'Bo Lind', 'Verifieringshandläggare', 'Hjälper till under semestern');
}

/** Who has which roles, what waits and what was settled; the control service in Settings, and a warning list. */
export async function takeAccess(page: Page, snap: Snap): Promise<void> {
  await sitDown(page, 'David Holm');
  await openPerson(page, 'Bo Lind');
  await snap('access-people');
  await page.getByRole('button', { name: 'Ge roll' }).click();
  await page.getByRole('textbox', { name: /^Varför/ }).waitFor();
  await snap('access-give');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /^Avgjorda/ }).click();
  await page.getByText(/var ensam administratör/).waitFor();
  await snap('access-decided');

  await sitDown(page, 'Anna Berg');
  await page.getByRole('button', { name: /^Behörigheter/ }).click();
  await page.getByRole('tab', { name: /^Väntar på beslut/ }).click();
  await page.getByText(/^Om du godkänner/).waitFor();
  await snap('access-decide');

  await sitDown(page, 'David Holm');
  await page.getByRole('button', { name: 'Inställningar' }).click();
  const service = page.getByRole('region', { name: 'Kontrolltjänst' });
  await service.getByRole('combobox', { name: 'Frågar den här datorn?' }).selectOption('yes');
  await service.scrollIntoViewIfNeeded();
  await snap('control-service');
  await page.getByRole('button', { name: /^Kontroller/ }).click();
  await page.getByRole('button', { name: 'Läs in varningslista' }).click();
  await page.getByRole('textbox', { name: 'Listans namn' }).fill('Varningslistan');
  await page.getByRole('textbox', { name: 'Vem ger ut den?' }).fill('Svensk Handel');
  const rows = [
    'Namn;Organisationsnummer;Bankgiro',
    'Katalogbolaget AB;556677-8899;',
    'Företagssök i Norden;;123',
    'Domänvakten AB;;',
  ];
  const buffer = Buffer.from(rows.join('\n'));
  await page.locator('input[type=file]').last().setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer });
  await page.getByText(/^Så här blir det/).waitFor();
  await snap('warning-list');
  await page.keyboard.press('Escape');
}
