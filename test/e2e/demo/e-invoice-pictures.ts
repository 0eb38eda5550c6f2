import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { wholeInvoice } from '../../make/e-invoices/whole-invoice.ts';

type Snap = (name: string) => Promise<void>;

/** A right e-invoice and two faulty ones, as they come in by the watched folder. */
export async function layOutEInvoices(workspace: string): Promise<void> {
  const numbered = (number: string) => wholeInvoice().replace('>F-1001<', `>${number}<`);
  const texts = {
    'peppol.xml': numbered('F-2001'),
    'fel-summa.xml': numbered('F-2002').replace('>1801.00<', '>1810.00<').replace('>1000.00<', '>1050.00<'),
    'fel-moms.xml': numbered('F-2003').replace('SE556677889901', 'SE5566778899').replace('>362.50<', '>360.00<'),
    'avhuggen.xml': numbered('F-2004').slice(0, 3_000),
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(workspace, 'inbox', name), text);
}

/** The view of faulty e-invoices, one with its page and what it breaks, its attachments, and the figures of faults when it has gone back. */
export async function takeEInvoices(page: Page, snap: Snap): Promise<void> {
  await page.getByText('F-2003').first().waitFor({ timeout: 60_000 });
  await page.keyboard.press('Control+f');
  await page.keyboard.type('e-faktura:felaktig');
  await page.keyboard.press('Enter');
  await page.getByText('F-2001').first().waitFor({ state: 'detached' });
  await snap('faulty-e-invoices');
  await page.locator('[role=row][data-row="0"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'E-fakturan' }).waitFor();
  await snap('e-invoice');
  await page.keyboard.press('Control+i');
  await snap('attachments');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F7');
  await page.waitForTimeout(2_000);
  await snap('returned');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Översikt' }).first().click();
  await page.getByRole('button', { name: 'Fel på fakturor' }).click();
  await page.getByText('Varför').first().waitFor();
  await snap('faults');
}
