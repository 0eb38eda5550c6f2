import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import type { Engine, Notice } from '../../src/shared/contract/engine.ts';
import { anInvoicePdf } from '../make/documents.ts';
import { hybridPdf } from '../make/e-invoices/hybrid-pdf.ts';
import { wholeCii } from '../make/e-invoices/whole-cii.ts';
import { wholeInvoice } from '../make/e-invoices/whole-invoice.ts';
import { anEngine, sitDown, until } from '../make/engine.ts';
import { aFolder } from '../make/workspace.ts';

const list = async (page: Engine) =>
  (await page.query('queue/list', { queue: 'all', sort: 'received', descending: false, after: null, limit: 100 })).rows;

test('a file in the watched folder becomes a registered invoice, once, and is moved aside', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  await sitDown(seat.page);
  seat.startReader();
  const inbox = join(folder.path, 'inbox');
  await writeFile(join(inbox, 'faktura.pdf'), await anInvoicePdf());
  await writeFile(join(inbox, 'samma igen.pdf'), await anInvoicePdf({ subject: 'again' }));

  const rows = await until(async () => {
    const found = await list(seat.page);
    return found.length === 2 && found;
  });
  expect(rows[0]).toMatchObject({
    supplierName: 'Exempelbolaget AB',
    number: '10045',
    totalMinor: 125_000,
    dueDay: '2026-12-02',
    queue: 'to-verify',
  });
  await until(async () => readdirSync(join(inbox, 'taken-in')).length === 2);
  expect(existsSync(join(inbox, 'faktura.pdf'))).toBe(false);

  const card = await seat.page.query('supplier-invoices/card', { invoiceId: rows[0]?.id ?? '' });
  expect(card?.findings.map(({ code }) => code)).toContain('same-invoice'); // two files, one invoice
  expect(card?.file?.name).toMatch(/pdf$/);
});

test('a bad file is rejected with its reason and the rest of the batch goes on', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  await sitDown(seat.page);
  const notices: Notice[] = [];
  seat.page.onNotice((notice) => notices.push(notice));
  const inbox = join(folder.path, 'inbox');
  writeFileSync(join(inbox, '1 tom.pdf'), '');
  writeFileSync(join(inbox, '2 text.jpg'), 'this is no picture');
  writeFileSync(join(inbox, '3 faktura.pdf'), await anInvoicePdf());
  writeFileSync(join(inbox, '4 avhuggen.pdf'), (await anInvoicePdf()).slice(0, 400));
  seat.startReader();

  await until(async () => (await list(seat.page)).length === 1);
  const files = await until(async () => {
    const found = await seat.page.query('intake/files', { limit: 10 });
    return found.length === 4 && found.every(({ state }) => state !== 'received') && found;
  });
  const reasons = Object.fromEntries(files.map(({ name, state, reason }) => [name, reason ?? state]));
  expect(reasons).toEqual({
    '1 tom.pdf': 'empty-file',
    '2 text.jpg': 'unknown-type',
    '3 faktura.pdf': 'read',
    '4 avhuggen.pdf': 'damaged',
  });
  await until(async () => readdirSync(join(inbox, 'rejected')).length === 3);
  expect(readdirSync(join(inbox, 'rejected')).sort()).toEqual(['1 tom.pdf', '2 text.jpg', '4 avhuggen.pdf']);
  expect(notices.filter((notice) => notice.kind === 'problem').map(({ problem }) => problem.code)).toContain('file-rejected');
});

test('e-invoices and hybrid PDFs come into the same queue as scans; the same invoice by another channel is seen', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  await sitDown(seat.page);
  const inbox = join(folder.path, 'inbox');
  await writeFile(join(inbox, 'peppol.xml'), wholeInvoice());
  await writeFile(join(inbox, 'bomb.xml'), '<!DOCTYPE Invoice [<!ENTITY a "b">]><Invoice>&a;</Invoice>');
  await writeFile(join(inbox, 'annat.xml'), '<Order/>');
  await until(async () => (await list(seat.page)).length === 1); // no reader is needed for XML
  seat.startReader();
  const renamed = wholeCii().replace('>R-7<', '>F-1001<').replaceAll('1875.00', '1801.00');
  await writeFile(join(inbox, 'hybrid.pdf'), await hybridPdf({ name: 'factur-x.xml', text: renamed }));
  const rows = await until(async () => {
    const found = await list(seat.page);
    return found.length === 2 && found;
  });
  expect(rows.map(({ number, supplierName, totalMinor }) => [number, supplierName, totalMinor])).toEqual(
    Array(2).fill(['F-1001', 'Säljaren AB', 180_100]),
  );
  const card = await seat.page.query('supplier-invoices/card', { invoiceId: rows[0]?.id ?? '' });
  expect(card?.invoice.pages).toEqual([]);
  const page = await seat.page.query('e-invoices/page', { invoiceId: card?.invoice.id ?? asId('') });
  expect(page).toMatchObject({ syntax: 'ubl-invoice', profile: 'peppol-bis-billing-3', leftOver: [] });
  expect(card?.invoice.fields.invoiceNumber).toMatchObject({
    state: 'safe',
    source: '/Invoice/ID',
    evidence: [{ kind: 'file' }],
  });
  expect(card?.findings.map(({ code }) => code)).toContain('same-invoice');
  const files = await seat.page.query('intake/files', { limit: 10 });
  const ends = Object.fromEntries(files.map(({ name, state, reason }) => [name, reason ?? state]));
  expect(ends).toEqual({
    'peppol.xml': 'read',
    'hybrid.pdf': 'read',
    'bomb.xml': 'document-type',
    'annat.xml': 'not-an-e-invoice',
  });
});

test('the same bytes again are the same file: no second invoice', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  await sitDown(seat.page);
  seat.startReader();
  const bytes = await anInvoicePdf();
  const first = await seat.page.task('intake/take-in', { name: 'a.pdf', bytes });
  await until(async () => (await list(seat.page)).length === 1);
  const again = await seat.page.task('intake/take-in', { name: 'b.pdf', bytes });
  expect(again).toEqual({ fileId: first.fileId, alreadyReceived: true });
  await writeFile(join(folder.path, 'inbox', 'c.pdf'), bytes);
  await until(async () => existsSync(join(folder.path, 'inbox', 'taken-in', 'c.pdf')));
  expect(await list(seat.page)).toHaveLength(1);
});

test('a reader that is killed in the middle of a file costs that file nothing', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  await sitDown(seat.page);
  const first = seat.startReader();
  await seat.page.task('intake/take-in', { name: 'a.pdf', bytes: await anInvoicePdf() });
  first.kill();
  seat.startReader();
  await until(async () => (await list(seat.page)).length === 1);
});

test('what was received before a stop is read after the next start', async () => {
  using folder = aFolder();
  {
    await using seat = await anEngine(folder.path);
    await sitDown(seat.page);
    await seat.page.task('intake/take-in', { name: 'a.pdf', bytes: await anInvoicePdf() }); // no reader: it waits
  }
  await using seat = await anEngine(folder.path);
  const { people } = await seat.page.query('session/read', {});
  await seat.page.task('session/choose-person', { personId: people[0]?.id ?? '' });
  seat.startReader();
  await until(async () => (await list(seat.page)).length === 1);
});

test('a file that is still being written is taken when it is whole', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  await sitDown(seat.page);
  seat.startReader();
  const bytes = await anInvoicePdf();
  const path = join(folder.path, 'inbox', 'sakta.pdf');
  await mkdir(join(folder.path, 'inbox'), { recursive: true });
  for (let part = 1; part <= 4; part += 1) {
    writeFileSync(path, bytes.slice(0, Math.round((bytes.length * part) / 4)));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await until(async () => (await list(seat.page)).length === 1);
  const files = await seat.page.query('intake/files', { limit: 10 });
  expect(files.map(({ state }) => state)).toEqual(['read']);
});

test('a file that goes away before it is taken is no fault', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  await sitDown(seat.page);
  const inbox = join(folder.path, 'inbox');
  await writeFile(join(inbox, 'kort.pdf'), await anInvoicePdf());
  await rename(join(inbox, 'kort.pdf'), join(folder.path, 'kort.pdf'));
  await writeFile(join(inbox, 'kvar.pdf'), await anInvoicePdf());
  seat.startReader();
  await until(async () => (await list(seat.page)).length === 1);
  expect(await seat.page.query('intake/files', { limit: 10 })).toHaveLength(1);
});
