/**
 * `npm run demo`: drives the built program in a real window. Sample scans are dropped into the watched folder, read, verified by
 * keyboard alone, and a copy is made. Leaves summary.json, pictures and the PDF in out/demo. Runs under Node 24.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { launchApp, root } from '../launch.ts';
import { aClerk, type Truth, type VerifiedInvoice } from './clerk.ts';
import { countPointerEvents } from './pointer-events.ts';

const folder = join(root, 'out', 'demo');
const workspace = join(folder, 'workspace');
const documents = join(root, 'resources', 'demonstration', 'documents');
const truthFile = JSON.parse(await readFile(join(root, 'resources', 'demonstration', 'truth.json'), 'utf8')) as Record<
  string,
  { documents: { documentType: string; fields: Truth }[] }
>;
const truths = Object.values(truthFile).flatMap((file) => file.documents.map(({ fields }) => fields));

await rm(folder, { recursive: true, force: true });
await mkdir(join(workspace, 'inbox'), { recursive: true });
const { app, page, startMs, close } = await launchApp({
  workspace,
  demonstration: true,
  saveCopiesTo: folder,
  args: ['--without-documents'],
});
await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
const pointerEvents = await countPointerEvents(page);
const picture = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) });
const clerk = aClerk(page);

console.info(`The window was there after ${Math.round(startMs)} ms. Choosing Anna Berg …`);
await page.getByText('Anna Berg').waitFor();
await clerk.press('Enter');
await page.getByRole('heading', { name: 'Korg' }).waitFor();
await picture('1-empty-queue');

const names = await readdir(documents);
const takenAtMs = performance.now();
for (const name of names) await cp(join(documents, name), join(workspace, 'inbox', name));
console.info(`Dropped ${names.length} files into the watched folder …`);
await untilSorted(names.length);
const readMs = Math.round(performance.now() - takenAtMs);
console.info(`All were read or refused after ${(readMs / 1_000).toFixed(1)} s.`);
await clerk.press('Control+Shift+n');
await page.waitForTimeout(400);
await picture('2-queue');

const verified: VerifiedInvoice[] = [];
await page.locator('[role=row][data-row="0"]').focus();
await clerk.press('Enter');
for (let left = await waiting(); left > 0; left = await waiting()) {
  if (verified.length === 0) {
    await page.locator('#field-invoiceNumber').waitFor();
    await page.waitForTimeout(600);
    await picture('3-verification');
  }
  const done = await clerk.verifyOpen(truths);
  verified.push(done);
  console.info(
    `Verified ${done.supplier} ${done.number}: ${done.rightAsRead} of ${done.fieldsOnPaper} fields were read right, ${done.stops} stops, ${done.keys} keys.`,
  );
}

await clerk.press('Escape');
await page.getByRole('heading', { name: 'Korg' }).waitFor();
await openView('Verifierade');
await picture('4-verified');
await clerk.press('Enter');
await page.waitForTimeout(600);
await clerk.press('Control+Shift+K');
const copy = await until(async () => (await readdir(folder)).find((name) => name.endsWith('.pdf')));
await page.waitForTimeout(600);
await picture('5-card');
console.info(`Made ${copy}.`);

const database = new Database(join(workspace, 'workspace.db'), { readonly: true });
const files = database.prepare('SELECT name, state, reason, page_count AS pages FROM source_files ORDER BY name').all() as {
  name: string;
  state: string;
  reason: string | null;
  pages: number | null;
}[];
const inQueues = database.prepare('SELECT queue, count(*) AS count FROM supplier_invoices GROUP BY queue').all();
database.close();

const right = verified.reduce((sum, { rightAsRead }) => sum + rightAsRead, 0);
const onPaper = verified.reduce((sum, { fieldsOnPaper }) => sum + fieldsOnPaper, 0);
const summary = {
  startMs: Math.round(startMs),
  takenInAndReadMs: readMs,
  files,
  rejected: files.filter(({ state }) => state === 'rejected').map(({ name, reason }) => ({ name, reason })),
  inQueues,
  verified,
  fieldsRightAsRead: `${right} of ${onPaper} (${((100 * right) / onPaper).toFixed(1)} %)`,
  wrongThoughSafe: verified.flatMap(({ wrongThoughSafe }) => wrongThoughSafe),
  keys: clerk.keys(),
  pointerEvents: await pointerEvents(),
  copy,
};
await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
await close();
await rm(workspace, { recursive: true, force: true });
console.info(
  `\n${summary.fieldsRightAsRead} of the fields were right as read; ${summary.pointerEvents} pointer events. The demonstration is in out/demo.`,
);
process.exit(verified.length >= 5 && summary.pointerEvents === 0 ? 0 : 1);

/** Every file has left the watched folder: it lies in taken-in/ or rejected/ beside it. */
async function untilSorted(count: number): Promise<void> {
  const inbox = join(workspace, 'inbox');
  const inFolder = (name: string) => readdir(join(inbox, name)).catch(() => []);
  await until(async () => (await inFolder('taken-in')).length + (await inFolder('rejected')).length === count, 300);
}

/** How many invoices wait to be verified, as the window says. */
async function waiting(): Promise<number> {
  const open = new Database(join(workspace, 'workspace.db'), { readonly: true });
  const count = open.prepare("SELECT count(*) FROM supplier_invoices WHERE queue = 'to-verify'").pluck().get() as number;
  open.close();
  return count;
}

async function openView(name: string): Promise<void> {
  const isOpen = () => page.getByRole('tab', { name, selected: true }).count();
  for (let tries = 0; tries < 6 && (await isOpen()) === 0; tries += 1) {
    await clerk.press('Control+PageDown');
    await page.waitForTimeout(300);
  }
}

async function until<T>(look: () => Promise<T | undefined | false>, seconds = 60): Promise<T> {
  const stopAt = performance.now() + seconds * 1_000;
  while (performance.now() < stopAt) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await picture('failed');
  throw new Error(`waited ${seconds} s in vain`);
}
