import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { ore } from '../../src/shared/base/money.ts';
import type { Engine } from '../../src/shared/contract/engine.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { until } from '../make/engine.ts';
import { askEverything, everyQuestion, type Known } from '../make/every-question.ts';
import { aJointServer, password } from '../make/joint-server.ts';
import { aFolder } from '../make/workspace.ts';
import { aWorkstation, synced, takeInInvoice } from '../make/workstation.ts';

/**
 * Clients (förvaltningar) of one installation: whoever works for the south is told nothing that is the main client's, by any query there is,
 * on a computer of their own or at the one where the other client's people sit; and both use the registers that are shared.
 */
const erik = asId<'person'>('0190aaaa-0000-7000-8000-000000000005');
const others = [['erik', erik, 'Erik Sund', ['verification-clerk', 'register-keeper'], 'south']] as const;

type Desk = Awaited<ReturnType<typeof aWorkstation>>;
const price = () => ({
  ...{ priceId: asId<'articlePrice'>(uuid()), fromDay: '2026-01-01' as Day, priceOre: ore(12_500) },
  ...{ vatCode: 'standard' as const, account: '3110' },
});

/** Puts a customer and an article in a client's register, or in the shared one, under a name that is found nowhere else. */
async function keep(page: Engine, unitId: string | null, mark: string) {
  const customerId = asId<'customer'>(uuid());
  const facts = { organisationNumber: null, personalNumber: null, addresses: [], eInvoiceAddress: null, isProtected: false };
  const externalIds = [{ system: 'ekonomi', id: `K-${mark}` }];
  const customer = { customerId, name: `Kund ${mark}`, otherNames: [], externalIds, unitId, ...facts };
  expect(await page.execute('customers/register', customer)).toMatchObject({ ok: true });
  const articleId = asId<'article'>(uuid());
  const article = {
    articleId,
    number: `A-${mark}`,
    name: `Artikel ${mark}`,
    unit: 'st',
    unitId,
    requestedBy: mark,
    price: price(),
  };
  expect(await page.execute('articles/register', article)).toMatchObject({ ok: true });
  return { customerId, articleId };
}

async function workOfClient(desk: Desk, unitId: string, mark: string): Promise<Known> {
  const ids = await keep(desk.page, unitId, mark);
  const invoiceId = await takeInInvoice(desk.engine, { number: `F${mark}`, unitId, bytes: `fil ${mark}` });
  const card = await desk.page.query('supplier-invoices/card', { invoiceId });
  const fileId = card?.invoice.fileId ?? '';
  const sha256 = card?.invoice.pages[0]?.wordsSha256 ?? '';
  const [newest] = await desk.page.query('registers/history', {
    register: 'customer',
    id: ids.customerId,
    before: null,
    limit: 1,
  });
  const texts = [mark, `Kund ${mark}`, `K-${mark}`, `A-${mark}`, `F${mark}`, 'Kund', 'Artikel'];
  return { ...ids, invoiceId, fileId, texts, sha256, commandId: newest?.commandId ?? '' };
}

/** Which questions are answered with a word of it. */
async function tellsOf(page: Engine, mark: string, known: Known): Promise<readonly string[]> {
  const { today } = await page.query('session/read', {});
  const answers = await askEverything(page, everyQuestion(known, today));
  return [...answers].flatMap(([name, told]) => (told.some((text) => text.toLowerCase().includes(mark)) ? [name] : []));
}

/** Files that hold a word, as it would stand in a table or a blob. */
function filesWith(folder: string, word: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => {
    const full = join(folder, path);
    return statSync(full).isFile() && readFileSync(full).includes(word);
  });
}

test('nothing of one client is told to another, by any query; shared rows are told to both', async () => {
  await using server = await aJointServer({ others });
  using here = aFolder();
  using there = aFolder();
  await using main = await aWorkstation(server, here.path, 'anna');
  await using south = await aWorkstation(server, there.path, 'erik', 'Disk 2');
  const ours = await workOfClient(main, 'main', 'norrfjärd');
  const theirs = await workOfClient(south, 'south', 'söderås');
  const shared = await keep(main.page, null, 'gemensam');
  await until(async () => (await south.page.query('customers/card', { customerId: shared.customerId })) !== null);
  await synced(main.page);
  await synced(south.page);

  const bothSides = [
    [main.page, 'söderås', theirs, 'norrfjärd', ours],
    [south.page, 'norrfjärd', ours, 'söderås', theirs],
  ] as const;
  for (const [page, foreignMark, foreign, ownMark, own] of bothSides) {
    expect(await tellsOf(page, foreignMark, foreign)).toEqual([]);
    expect(await tellsOf(page, ownMark, own)).toEqual(
      expect.arrayContaining([
        ...['customers/list', 'customers/card', 'articles/list', 'articles/card', 'registers/search', 'registers/history'],
        ...['registers/as-of', 'queue/list', 'supplier-invoices/card', 'supplier-invoices/words'],
      ]),
    );
    const known = { ...own, ...shared, texts: ['gemensam'] };
    expect(await tellsOf(page, 'gemensam', known)).toEqual(
      expect.arrayContaining(['customers/list', 'articles/list', 'registers/search', 'registers/history', 'registers/as-of']),
    );
  }
  expect(filesWith(there.path, 'norrfjärd')).toEqual([]);
  expect(filesWith(here.path, 'söderås')).toEqual([]);
  expect(filesWith(here.path, 'norrfjärd').length).toBeGreaterThan(0);

  // A crafted command about a row of another client: it is not even said to be there.
  const reason = 'jag är bara nyfiken';
  const { customerId, articleId } = ours as never as typeof shared;
  const crafted = [
    south.page.execute('customers/reveal-personal-number', { customerId, reason }),
    south.page.execute('customers/change-facts', { customerId, facts: { name: 'Min' }, protect: false }),
    south.page.execute('articles/end', { articleId, endedOn: null }),
    south.page.execute('articles/set-price', { articleId, ...price(), requestedBy: 'jag' }),
  ];
  for (const answer of await Promise.all(crafted)) expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
  const mapping = { register: 'customers', system: 'ekonomi', columns: [] };
  const exported = south.page.task('exchange/export', { mapping: mapping as never, kind: 'csv', unitId: 'main' });
  await expect(exported).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|malformed/) });
}, 120_000);

test('at one and the same computer, each is told of the own client only, from the moment of signing in', async () => {
  await using server = await aJointServer({ others });
  using folder = aFolder();
  await using desk = await aWorkstation(server, folder.path, 'anna');
  const ours = await workOfClient(desk, 'main', 'norrfjärd');
  await synced(desk.page);
  await desk.page.task('session/lock', {});
  await desk.page.task('session/sign-in', { login: 'erik', password });
  // Words and pictures are asked for by the SHA-256 of their own bytes, which stands nowhere but in the rows that name them.
  const byHash = ['supplier-invoices/words'];
  expect(await tellsOf(desk.page, 'norrfjärd', ours)).toEqual(byHash);
  await synced(desk.page);
  expect(await tellsOf(desk.page, 'norrfjärd', ours)).toEqual(byHash);
  await desk.page.task('session/lock', {});
  await desk.page.task('session/sign-in', { login: 'anna', password });
  await until(async () => (await tellsOf(desk.page, 'norrfjärd', ours)).includes('customers/card'));
}, 120_000);
