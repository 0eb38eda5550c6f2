import type { Page } from 'playwright-core';
import { sitDown } from './register-pictures.ts';

type Snap = (name: string) => Promise<void>;

async function openRow(page: Page, screen: string, search: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${screen}`) }).click();
  await page.getByRole('searchbox').fill(search);
  await page.getByRole('row', { name: new RegExp(search) }).click();
  await page.getByRole('heading', { name: 'Historik' }).waitFor();
}

/** The registers of customers and articles: lists, cards, what is protected and shown for a reason, forms, and a day gone by. */
export async function takeCustomersAndArticles(page: Page, snap: Snap): Promise<void> {
  const { keyboard } = page;
  await sitDown(page, 'David Holm');
  await page.getByRole('button', { name: /^Kunder/ }).click();
  await page.getByRole('row', { name: /Kulturhus/ }).waitFor();
  await snap('customers');
  await openRow(page, 'Kunder', 'Kulturhus');
  await snap('customer-card');
  await keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Namn', exact: true }).waitFor();
  await snap('customer-facts');
  await keyboard.press('Escape');
  await openRow(page, 'Kunder', 'Tolvan');
  await snap('customer-protected');
  await keyboard.press('F4');
  await page.getByRole('textbox', { name: 'Varför behöver du se dem?' }).fill('Ska skicka faktura till förmedlingen');
  await snap('customer-reveal');
  await keyboard.press('Enter');
  await page.getByText('19121212-1212').waitFor();
  await snap('customer-revealed');
  await page.emulateMedia({ media: 'print' });
  await snap('customer-card-print');
  await page.emulateMedia({ media: null });
  await page.getByRole('searchbox').fill('Tolvan Svensson');
  await keyboard.press('Control+n');
  await page.getByRole('textbox', { name: 'Namn', exact: true }).waitFor();
  await snap('new-customer');
  await keyboard.press('Escape');

  await page.getByRole('button', { name: /^Artiklar/ }).click();
  await page.getByRole('row', { name: /LOK-100/ }).waitFor();
  await snap('articles');
  await openRow(page, 'Artiklar', 'LOK-100');
  await snap('article-card');
  await keyboard.press('F4');
  await page.getByRole('textbox', { name: 'Pris utan moms' }).fill('510');
  await snap('new-price');
  await keyboard.press('Escape');
  await page.getByRole('searchbox').fill('Lokalvård');
  await keyboard.press('Control+n');
  await page.getByRole('textbox', { name: 'Benämning' }).waitFor();
  await snap('new-article');
  await keyboard.press('Escape');
}
