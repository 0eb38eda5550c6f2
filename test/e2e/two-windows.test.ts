import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SpoilingProxy, startProxy } from '../faults/proxy.ts';
import { anInvoicePdf } from '../make/documents.ts';
import { aClerk, type Truth } from './demo/clerk.ts';
import { type LaunchedApp, launchApp, root } from './launch.ts';
import { type DemonstrationServer, startDemonstrationServer } from './server.ts';

/**
 * Two real windows and a server with PostgreSQL. Each workstation reaches the server through a proxy of its own, so that its
 * network can be cut. Pictures of what the clerks see are left in `out/two-windows`.
 */
const pictures = join(root, 'out', 'two-windows');
const demonstration = join(root, 'resources', 'demonstration');
const energy = '04-energi.pdf';

type Desk = { readonly workspace: string; readonly proxy: SpoilingProxy; readonly launched: LaunchedApp };

let folder: string;
let server: DemonstrationServer;
let anna: Desk;
let david: Desk;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fakturist-two-'));
  await chmod(folder, 0o711); // as root, PostgreSQL runs as another user
  await mkdir(pictures, { recursive: true });
  server = await startDemonstrationServer(join(folder, 'server'));
  anna = await sitDown('anna', 0);
  david = await sitDown('david', 1);
});

afterAll(async () => {
  for (const desk of [anna, david]) await desk?.launched.close().catch(() => {});
  for (const desk of [anna, david]) await desk?.proxy.stop();
  await server?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** A new computer: its window is opened, it joins the server, and somebody signs in. */
async function sitDown(login: string, place: number): Promise<Desk> {
  const proxy = await startProxy(server.address);
  const workspace = join(folder, login);
  const launched = await launchApp({ workspace, userData: join(folder, `${login}-settings`) });
  const { page } = launched;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: /Anslut den här datorn/ }).click();
  await page.getByLabel('Serverns adress').fill(proxy.address);
  await page.getByLabel('Engångskod').fill(server.codes[place] ?? '');
  await page.getByLabel('Datorns namn').fill(`Skanning ${place + 1}`);
  await page.getByRole('button', { name: 'Anslut', exact: true }).click();
  await page.getByLabel('Inloggningsnamn').fill(login);
  await page.getByLabel('Lösenord').fill(server.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Korg' }).waitFor({ timeout: 60_000 });
  await status(page, /Synkad/);
  return { workspace, proxy, launched };
}

async function shows(read: () => Promise<string | null>, says: RegExp): Promise<void> {
  const stopAt = performance.now() + 60_000;
  let last: string | null = null;
  while (performance.now() < stopAt) {
    last = await read();
    if (says.test(last ?? '')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited for ${says} and saw: ${last}`);
}
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });
const status = (page: Page, says: RegExp) => shows(() => page.getByTitle(/Ctrl\+Shift\+S/).textContent(), says);
const counts = (page: Page, name: RegExp, says: RegExp) => shows(() => tab(page, name).textContent(), says);
const picture = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });

/** The network is back, and the clerk does not wait until the program tries again by itself. */
async function backOnline({ proxy, launched: { page } }: Desk): Promise<void> {
  proxy.spoil(null);
  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('button', { name: 'Försök igen nu' }).click();
  await page.keyboard.press('Escape');
}

/** Lays a document in the watched folder and verifies what comes of it. */
async function takeInAndVerify(
  { workspace, launched: { page } }: Desk,
  lay: (inbox: string) => Promise<void>,
  truths: readonly Truth[],
) {
  await lay(join(workspace, 'inbox'));
  await counts(page, /^Att verifiera/, /1/);
  const clerk = aClerk(page);
  await page.locator('[role=row][data-row="0"]').focus(); // what is next of all may be of another kind
  await clerk.press('Enter');
  const verified = await clerk.verifyOpen(truths);
  await clerk.press('Escape');
  return verified;
}

async function truthOf(file: string): Promise<readonly Truth[]> {
  const all = JSON.parse(await readFile(join(demonstration, 'truth.json'), 'utf8')) as Record<
    string,
    { documents: { fields: Truth }[] }
  >;
  return all[file]?.documents.map(({ fields }) => fields) ?? [];
}

test('the same file at two desks without a network: one stands, and the other clerk sees why and keeps the work', async () => {
  const truths = await truthOf(energy);
  const lay = (inbox: string) => cp(join(demonstration, 'documents', energy), join(inbox, energy));
  for (const { proxy } of [anna, david]) proxy.spoil('part');
  for (const desk of [anna, david]) {
    await takeInAndVerify(desk, lay, truths);
    await counts(desk.launched.page, /^Verifierade/, /1/);
    await status(desk.launched.page, /Arbetar lokalt, \d+ ändringar väntar/);
  }
  await picture(anna.launched.page, '1-works-alone');

  await backOnline(anna);
  await status(anna.launched.page, /Synkad/);
  await backOnline(david);
  const { page } = david.launched;
  await status(page, /1 nekad att ta hand om/);
  await counts(page, /^Verifierade/, /1/); // Anna's
  await picture(page, '2-refused');

  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('heading', { name: 'Nekat av servern' }).waitFor();
  await picture(page, '3-outbox');
  await page.getByRole('button', { name: /^Visa/ }).first().click();
  await page.getByRole('heading', { name: /^Nekat:/ }).waitFor();
  await picture(page, '4-conflict');
  const compared = await page.getByRole('main').textContent();
  expect(compared).toContain(String(truths[0]?.invoiceNumber)); // his own work, beside what stands

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('history made at one desk is seen at the other', async () => {
  const { page } = david.launched;
  await tab(page, /^Verifierade/).click();
  await page.getByRole('row').nth(1).click();
  await page.keyboard.press('Enter');
  await shows(() => page.getByRole('main').textContent(), /Anna Berg/);
  await picture(page, '5-history-from-the-other-desk');
  await page.keyboard.press('Escape');
});

test('the same paper scanned twice: the second verification is refused, and the draft is still there', async () => {
  const truth: Truth = {
    supplierName: 'Exempelbolaget AB',
    organisationNumber: '5566778899',
    vatNumber: 'SE556677889901',
    invoiceNumber: '77001',
    invoiceDate: '2026-11-02',
    dueDate: '2026-12-02',
    ocrReference: '10023489',
    bankgiro: '9912346',
    netMinor: 100_000,
    vatMinor: 25_000,
    totalMinor: 125_000,
    currency: 'SEK',
    buyerReference: 'Karin Ek',
  };
  for (const { proxy } of [anna, david]) proxy.spoil('part');
  for (const [place, desk] of [anna, david].entries()) {
    const bytes = await anInvoicePdf({ number: '77001', subject: `scan ${place}` });
    await tab(desk.launched.page, /^Att verifiera/).click();
    await takeInAndVerify(desk, (inbox) => writeFile(join(inbox, `skanning-${place}.pdf`), bytes), [truth]);
    await counts(desk.launched.page, /^Att verifiera/, /0/);
  }
  await backOnline(anna);
  await status(anna.launched.page, /Synkad/);
  await backOnline(david);
  for (const { page } of [anna.launched, david.launched]) {
    await counts(page, /^Att verifiera/, /1/); // David's draft, with all that he typed
    await counts(page, /^Verifierade/, /2/);
  }
  await picture(david.launched.page, '6-draft-is-still-there');
});
