import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBlobs } from '../../src/main/engine/blobs.ts';
import { fillSearch } from '../../src/main/engine/queries/search/fill-search.ts';
import { findInvoices } from '../../src/main/engine/queries/search/find-invoices.ts';
import { openSearchFile, startOver } from '../../src/main/engine/queries/search/search-file.ts';
import { startInvoiceSearch } from '../../src/main/engine/queries/search/start-search.ts';
import { sqliteLogStore } from '../../src/main/engine/store/sqlite-store.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { everyUnit } from '../../src/shared/domain/access/index.ts';
import type { Fields } from '../../src/shared/domain/invoice-fields/index.ts';
import { docsOn, readSearch, shelfOf } from '../../src/shared/domain/search/index.ts';
import { aField, aScannedInvoice, someFields } from '../make/invoices.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

const today = '2026-11-25' as Day;
const idOf = (n: number) => asId<'supplierInvoice'>(`0190dddd-0000-7000-8000-${String(n).padStart(12, '0')}`);

/** A workspace with its search, filled when it is asked. */
async function aSearch() {
  const file = aWorkspaceFile();
  const blobs = await openBlobs(file.folder);
  const store = sqliteLogStore(file.writer);
  const start = () =>
    startInvoiceSearch({
      folder: file.folder,
      driver: { open: Database },
      rowsPath: () => file.reader.name,
      blobs,
      changed: () => {},
    });
  let job = start();
  const wordsBlob = (line: string) =>
    blobs.put(
      new TextEncoder().encode(
        JSON.stringify({
          page: 1,
          widthPx: 10,
          heightPx: 10,
          textSource: 'ocr',
          words: line.split(' ').map((text) => ({ text, line: 1, box: [0, 0, 1, 1], confidence: 1 })),
        }),
      ),
    );
  async function put(n: number, fields: Partial<Fields>, { page = '', unitId = 'main', rev = 1, supplierId = 'none' } = {}) {
    const invoice = aScannedInvoice({ id: idOf(n), fileId: asId(`file-${n}`), fields: someFields(fields) });
    const wordsSha256 = await wordsBlob(page);
    const pages = invoice.pages.map((one) => ({ ...one, wordsSha256 }));
    await store.transaction((tx) =>
      tx.put('supplierInvoice', { ...invoice, rev, unitId, pages, supplierId: asId<'supplier'>(supplierId) }),
    );
  }
  return {
    file,
    put,
    protect: (id: string, rev: number, protectedBy?: string) =>
      store.transaction((tx) =>
        tx.put('supplier', {
          id: asId(id),
          rev,
          name: 'Skyddad',
          ...(protectedBy && { protectedBy: protectedBy as never }),
        } as never),
      ),
    remove: (n: number) => file.writer.prepare('DELETE FROM supplier_invoices WHERE id = ?').run(idOf(n)),
    job: () => job,
    restart: async () => {
      await job.stop();
      job = start();
    },
    find: async (text: string, { scopes = [everyUnit], mayFindPersons = false } = {}) => {
      await job.level();
      const search = readSearch(text, today);
      if (!search.ok) throw new Error(search.error.code);
      const { hits } = findInvoices(file.reader, job.reader()).find({
        search: search.value,
        limit: 10,
        scopes,
        mayFindPersons,
        today,
      });
      return hits.map(({ id, foundBy }) => `${Number(id.slice(-12))} ${foundBy?.field ?? foundBy?.kind}`);
    },
    async [Symbol.asyncDispose]() {
      await job.stop();
      file[Symbol.dispose]();
    },
  };
}

async function aFilledSearch() {
  const search = await aSearch();
  await search.put(
    1,
    {
      supplierName: aField('Åkessons Åkeri Aktiebolag'),
      invoiceNumber: aField('F-2026-00123'),
      ocrReference: aField('1234567897'),
      bankgiro: aField('50501055'),
      organisationNumber: aField('5560360793'),
      totalMinor: aField(123_450),
      netMinor: aField(98_760),
    },
    { page: 'Höj- och sänkbara skrivbord El-material café' },
  );
  await search.put(
    2,
    {
      supplierName: aField('Café Öresund HB'),
      invoiceNumber: aField('900817'),
      totalMinor: aField(-5_000),
      iban: aField('SE4550000000058398257466'),
    },
    { page: 'kaffe 800101-9812' },
  );
  await search.put(
    3,
    { supplierName: aField('Bengtssons El'), invoiceNumber: aField('77'), organisationNumber: aField('8001019812') },
    { unitId: 'other', page: 'kabel' },
  );
  return search;
}

describe('one search, asked in many ways', () => {
  let search: Awaited<ReturnType<typeof aFilledSearch>> | undefined;
  beforeAll(async () => {
    search = await aFilledSearch();
  });
  afterAll(() => search?.[Symbol.asyncDispose]());

  test.each([
    ['F-2026-00123', ['1 invoiceNumber']],
    ['f2026001', ['1 invoiceNumber']],
    ['00123', ['1 invoiceNumber']],
    ['nr:77', ['3 invoiceNumber']],
    ['1234 5678 97', ['1 ocrReference']],
    ['ocr:12345', ['1 ocrReference']],
    ['5050-1055', ['1 bankgiro']],
    ['SE45 5000 0000 0583 9825 7466', ['2 iban']],
    ['556036-0793', ['1 organisationNumber']],
    ['SE556036079301', []],
    ['1 234,50', ['1 totalMinor']],
    ['1234.50 kr', ['1 totalMinor']],
    ['belopp:987,60', ['1 netMinor']],
    ['belopp:50', ['2 totalMinor']],
    ['-50', ['2 totalMinor', '1 bankgiro']],
    ['åke', ['1 supplierName']],
    ['ake', []],
    ['cafe öre', ['2 supplierName']],
    ['åkeri åkesson', ['1 supplierName']],
    ['åkeri 1234,50', ['1 totalMinor']],
    ['skrivbord', ['1 page']],
    ['text:café', ['1 page']],
    ['elmaterial', ['1 page']],
    ['lev: skrivbord', ['1 page']],
    ['åkesons', ['1 like']],
    ['900871', ['2 like']],
    ['9OO817', ['2 like']],
    ['800101-9812', []],
    ['8001019812', []],
    ['800101', []],
    ['zzzz', []],
  ])('%j finds %j', async (text, expected) => {
    expect(await search?.find(text)).toEqual(expected);
  });
});

test('a person is found whole, by those who may', async () => {
  await using search = await aFilledSearch();
  expect(await search.find('8001019812', { mayFindPersons: true })).toEqual(['3 organisationNumber']);
  expect(await search.find('19800101-9812', { mayFindPersons: true })).toEqual(['3 organisationNumber']);
  expect(await search.find('800101981', { mayFindPersons: true })).toEqual([]);
});

test('of another unit nothing is found, by whatever way', async () => {
  await using search = await aFilledSearch();
  for (const text of ['77', 'bengtssons', 'kabel', 'bengtsons'])
    expect([
      text,
      await search.find(text, { scopes: ['unit:main'] }),
      await search.find(text, { scopes: ['unit:other'] }),
    ]).toEqual([text, [], [expect.stringMatching(/^3/)]]);
  expect(await search.find('kabel', { scopes: [] })).toEqual([]);
});

test('it follows what changes, what goes, and what was there before it, through restarts', async () => {
  await using search = await aFilledSearch();
  expect(await search.find('900817')).toEqual(['2 invoiceNumber']);
  await search.put(2, { supplierName: aField('Café Öresund HB'), invoiceNumber: aField('900818') }, { page: 'kaffe te', rev: 2 });
  expect(await search.find('nr:900817')).toEqual(['2 like']);
  expect(await search.find('900818')).toEqual(['2 invoiceNumber']);
  expect(await search.find('te')).toEqual(['2 page']);
  search.remove(1);
  await search.restart();
  expect(await search.find('skrivbord')).toEqual([]);
  expect(await search.find('åkessons')).toEqual([]);
  search.file.writer.exec("UPDATE searched_source SET source = 'another line of changes'");
  await search.restart();
  expect(await search.find('kaffe')).toEqual(['2 page']);
  expect(await search.find('kabel')).toEqual(['3 page']);
});

test('the pages of a protected identity lead nowhere, from the moment that it is protected', async () => {
  await using search = await aSearch();
  const supplierId = '0190eeee-0000-7000-8000-000000000001';
  await search.protect(supplierId, 1);
  await search.put(5, { supplierName: aField('Skyddad'), invoiceNumber: aField('4711') }, { page: 'Hemlig gata', supplierId });
  expect(await search.find('hemlig')).toEqual(['5 page']);
  await search.protect(supplierId, 2, 'protected-identity');
  expect(await search.find('hemlig')).toEqual([]);
  expect(await search.find('4711')).toEqual(['5 invoiceNumber']);
  await search.protect(supplierId, 3);
  expect(await search.find('hemlig')).toEqual(['5 page']);
});

test('pages are looked through from the newest shelf to the oldest, and no further than is asked for', async () => {
  await using search = await aSearch();
  for (const n of [1, 2, 3, 4])
    await search.put(n, { supplierName: aField('Exempel AB') }, { page: n === 1 ? 'fraktsedel' : 'fraktavgift' });
  await search.job().stop();
  const file = openSearchFile(search.file.folder, { open: Database });
  startOver(file.writer, 'a test', 1e9);
  file.writer.prepare('UPDATE level SET lowest = ?').run(docsOn(shelfOf(1e12)).from + 2); // two on this shelf, two on the one before
  const filling = fillSearch(search.file.reader, file.writer, await openBlobs(search.file.folder));
  while (await filling.step()) {}
  const { find } = findInvoices(search.file.reader, file.reader);
  const asked = (text: string, limit: number, scopes = [everyUnit]) => {
    const read = readSearch(text, today);
    if (!read.ok) throw new Error(read.error.code);
    const { hits, more, cut } = find({ search: read.value, limit, scopes, mayFindPersons: false, today });
    return [hits.map(({ id }) => Number(id.slice(-12))), more, cut];
  };
  expect(asked('frakt', 10)).toEqual([[4, 3, 2, 1], false, false]);
  expect(asked('frakt', 10, ['unit:main'])).toEqual([[4, 3, 2, 1], false, false]);
  expect(asked('frakt', 3)).toEqual([[4, 3, 2], true, false]);
  expect(asked('fraktsedel', 10)).toEqual([[1], false, false]);
  expect(asked('namn:exempel frakts', 10)).toEqual([[1], false, false]);
  file.close();
});
