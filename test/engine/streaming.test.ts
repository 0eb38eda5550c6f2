import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { assert } from '../../src/shared/base/assert.ts';
import type { SourceFileId } from '../../src/shared/base/ids.ts';
import type { Engine, FilePages, Notice } from '../../src/shared/contract/engine.ts';
import { anEngine, sitDown, until } from '../make/engine.ts';
import {
  attachScriptedReader,
  blankPage,
  invoicePage,
  type Script,
  type ScriptedPage,
  separatorPage,
} from '../make/scripted-reader.ts';
import { aFolder } from '../make/workspace.ts';

/** Three invoices, of one, two and one page; an empty back and a separator sheet between them. */
const batch: readonly ScriptedPage[] = [
  invoicePage('10045'),
  blankPage,
  invoicePage('10046', 'Sida 1 av 2'),
  { lines: ['Sida 2 av 2', 'Fakturanummer: 10046', 'Rader fortsätter'] },
  separatorPage,
  invoicePage('10047'),
];
const aScript = (): Script => ({ asked: [], answered: [], zones: 0 });
const someBytes = (text: string) => new TextEncoder().encode(text);

async function sheetOf(page: Engine, fileId: SourceFileId): Promise<FilePages> {
  const sheet = await page.query('intake/pages', { fileId });
  assert(sheet !== null, 'there is such a file');
  return sheet;
}
const rolesOf = ({ pages }: FilePages) =>
  pages.map(({ role, invoice, why }) => [role, invoice?.number ?? why].filter((part) => part !== null).join(' '));
const pagesShown = async (page: Engine, fileId: SourceFileId) =>
  (await sheetOf(page, fileId)).pages.filter(({ image }) => image !== null).length;
const fileRow = async (page: Engine) => (await page.query('intake/files', { limit: 1 }))[0];
const readInFull = (page: Engine) => until(async () => (await fileRow(page))?.state === 'read');

/** Holds pages back until they are let through. */
function heldBack(from: number) {
  const opened = Promise.withResolvers<void>();
  const gate = (page: number) => (page < from ? setTimeout(100) : opened.promise);
  return { gate, open: () => opened.resolve() };
}

test('the first invoice can be verified before the last page is read; the counts agree, and a dropped page comes back', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  const { page, engine } = seat;
  await sitDown(page);
  const script = aScript();
  const { gate, open } = heldBack(5);
  attachScriptedReader(engine, batch, script, gate);
  const { fileId } = await page.task('intake/take-in', { name: 'bunt.pdf', bytes: someBytes('a batch') });

  await until(async () => (await fileRow(page))?.registeredCount === 1);
  await until(async () => (await pagesShown(page, fileId)) === 4);
  expect(rolesOf(await sheetOf(page, fileId))).toEqual([
    'invoice 10045',
    'waiting', // empty, but it is said of no page before the file is read
    'waiting',
    ...['waiting', 'waiting', 'waiting'],
  ]);
  expect((await sheetOf(page, fileId)).pages.map(({ image }) => image !== null)).toEqual([true, true, true, true, false, false]);
  expect(await page.query('intake/status', {})).toMatchObject({
    reading: [{ fileId, pagesRead: 4, pageCount: 6, registeredCount: 1 }],
  });
  const first = (await sheetOf(page, fileId)).pages[0]?.invoice;
  assert(first !== null && first !== undefined, 'it is registered');
  const input = {
    invoiceId: first.id,
    field: 'buyerReference',
    value: 'Karin',
    raw: '',
    page: null,
    box: null,
    seen: null,
  } as const;
  expect(await page.execute('supplier-invoices/correct-field', input)).toMatchObject({ ok: true });

  open();
  await readInFull(page);
  expect(await fileRow(page)).toMatchObject({
    ...{ pageCount: 6, documentCount: 3, invoicePageCount: 4, appendixPageCount: 0, droppedPageCount: 2, registeredCount: 3 },
  });
  const read = ['invoice 10045', 'dropped blank', 'invoice 10046', 'invoice 10046', 'dropped separator', 'invoice 10047'];
  const sheet = await sheetOf(page, fileId);
  expect(rolesOf(sheet)).toEqual(read);
  expect(sheet.pages[1]?.flags).toEqual(['blank']);
  expect(sheet.pages[4]?.codes).toMatchObject([{ text: 'PATCHT' }]);
  expect([...script.answered].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  for (const { image } of sheet.pages) expect(existsSync(engine.parts.blobs.pathOf(image?.sha256 ?? ''))).toBe(true);
  await until(async () => readdirSync(join(folder.path, 'read-pages')).length === 0);

  expect(await page.execute('intake/restore-page', { fileId, page: 2 })).toMatchObject({ ok: true });
  const restored = await sheetOf(page, fileId);
  expect(rolesOf(restored)[1]).toBe('appendix 10045');
  expect(restored.pages[1]).toMatchObject({ broughtBack: true, why: 'blank' });
  expect(await fileRow(page)).toMatchObject({ invoicePageCount: 4, appendixPageCount: 1, droppedPageCount: 1 });
  const history = await page.query('supplier-invoices/history', { invoiceId: first.id, limit: 1 });
  expect(history[0]?.event.type).toBe('page-added');
  expect(await page.execute('intake/drop-page', { fileId, page: 2 })).toMatchObject({ ok: true });
  expect(rolesOf(await sheetOf(page, fileId))).toEqual(read);
});

test('no page is read twice, whether a reader or the engine goes in the middle', async () => {
  using folder = aFolder();
  const script = aScript();
  const name = 'bunt.pdf';
  {
    await using seat = await anEngine(folder.path);
    await sitDown(seat.page);
    attachScriptedReader(seat.engine, batch, script, async (page) => (page === 2 ? 'die' : undefined));
    const { fileId } = await seat.page.task('intake/take-in', { name, bytes: someBytes('a batch') });
    await until(async () => script.asked.includes(2) && seat.engine.readers.ready() === 0);
    const { gate } = heldBack(5);
    attachScriptedReader(seat.engine, batch, script, gate);
    await until(async () => (await fileRow(seat.page))?.registeredCount === 1 && (await pagesShown(seat.page, fileId)) === 4);
  } // the engine stops with page 5 in hand
  mkdirSync(join(folder.path, 'read-pages', 'f'.repeat(64)), { recursive: true }); // what a crash left of a file that is not here
  await using seat = await anEngine(folder.path);
  const { people } = await seat.page.query('session/read', {});
  await seat.page.task('session/choose-person', { personId: people[0]?.id ?? '' });
  attachScriptedReader(seat.engine, batch, script);
  await readInFull(seat.page);
  await until(async () => readdirSync(join(folder.path, 'read-pages')).length === 0);
  expect([...script.answered].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  expect([...script.asked].sort()).toEqual([1, 2, 2, 3, 4, 5, 5, 6]); // two were in hand when something died
  expect(await fileRow(seat.page)).toMatchObject({
    documentCount: 3,
    invoicePageCount: 4,
    droppedPageCount: 2,
    registeredCount: 3,
  });
});

test('a page that takes reader after reader with it waits behind the others and fails its file, and a new try reads only that page', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  const { page, engine } = seat;
  await sitDown(page);
  const script = aScript();
  const notices: Notice[] = [];
  page.onNotice((notice) => notices.push(notice));
  const { fileId } = await page.task('intake/take-in', { name: 'elak.pdf', bytes: someBytes('an evil batch') });
  for (let reader = 1; reader <= 5; reader += 1) {
    attachScriptedReader(engine, batch, script, async (number) => (number === 4 ? 'die' : undefined));
    await until(async () => script.asked.filter((number) => number === 4).length === reader && engine.readers.ready() === 0);
  }
  await until(async () => (await fileRow(page))?.state === 'rejected');
  expect(await fileRow(page)).toMatchObject({ reason: 'reader-crashed', registeredCount: 1 });
  const lost = notices.filter((notice) => notice.kind === 'problem' && notice.problem.code === 'reader-restarted');
  expect(lost).toHaveLength(4);

  const again = aScript();
  attachScriptedReader(engine, batch, again);
  expect(await page.execute('intake/try-again', { fileId })).toMatchObject({ ok: true });
  await readInFull(page);
  expect([...again.asked].sort()).toEqual([4]);
  expect(await fileRow(page)).toMatchObject({ documentCount: 3, invoicePageCount: 4, droppedPageCount: 2, registeredCount: 3 });
});

test('what somebody looks at is read first, and several readers share the pages of one file', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  const { page, engine } = seat;
  await sitDown(page);
  const long = Array.from({ length: 40 }, (_, place) => invoicePage(String(20_000 + place)));
  const script = aScript();
  const readBy = [0, 0];
  await page.task('intake/take-in', { name: 'lång.pdf', bytes: someBytes('a long batch') });
  const { fileId } = await page.task('intake/take-in', { name: 'sedd.pdf', bytes: someBytes('another long batch') });
  await page.task('intake/prefer', { fileId, page: 30 });
  for (const reader of [0, 1])
    attachScriptedReader(engine, long, script, () => {
      readBy[reader] = (readBy[reader] ?? 0) + 1;
      return setTimeout(5);
    });
  await until(async () => (await page.query('intake/files', { limit: 5 })).every(({ state }) => state === 'read'));
  expect(script.asked).toHaveLength(80);
  expect(Math.min(...readBy)).toBeGreaterThan(20);
  expect(script.asked.indexOf(30)).toBeLessThan(8); // the readers begin where they can until the file is opened
  expect((await page.query('queue/counts', {})).all.count).toBe(80);
});

test('places in doubt on a picture are read again, once, and the second reading is kept with the words', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  const { page, engine } = seat;
  await sitDown(page);
  const script = aScript();
  attachScriptedReader(engine, [{ ...invoicePage('10045'), isScan: true }, invoicePage('10046')], script);
  const { fileId } = await page.task('intake/take-in', { name: 'bunt.tif', bytes: someBytes('two pages') });
  await readInFull(page);
  expect(script.zones).toBe(1); // all places of a page together; the other page carries its text
  const { invoiceId, wordsSha256 } = await wordsOf(page, fileId, 1);
  const words = await page.query('supplier-invoices/words', { wordsSha256 });
  expect(words?.again.length).toBeGreaterThan(0);
  expect(words?.again.every(({ text }) => text === 'again')).toBe(true);
  const card = await page.query('supplier-invoices/card', { invoiceId });
  expect(words?.again.map(({ box }) => box)).toContainEqual(card?.invoice.fields.invoiceNumber.box);
});

async function wordsOf(page: Engine, fileId: SourceFileId, number: number) {
  const invoiceId = (await sheetOf(page, fileId)).pages[number - 1]?.invoice?.id;
  assert(invoiceId !== undefined, 'it is registered');
  const card = await page.query('supplier-invoices/card', { invoiceId });
  return { invoiceId, wordsSha256: card?.invoice.pages[0]?.wordsSha256 ?? '' };
}
