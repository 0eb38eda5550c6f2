import { describe, expect, test } from 'vitest';
import { articleQueries } from '../../src/main/engine/queries/articles.ts';
import { customerQueries } from '../../src/main/engine/queries/customers.ts';
import { registerSearch } from '../../src/main/engine/queries/register-search.ts';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { ore } from '../../src/shared/base/money.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { everyUnit } from '../../src/shared/domain/access/index.ts';
import type { Article } from '../../src/shared/domain/articles/index.ts';
import type { Customer } from '../../src/shared/domain/customers/index.ts';
import { anEngine, sitDown } from '../make/engine.ts';
import { anna, bo } from '../make/invoices.ts';
import { aFolder, aWorkspaceFile } from '../make/workspace.ts';

const noon = Date.UTC(2026, 10, 25, 11);
const today = '2026-11-25' as Day;
const all = { after: null, limit: 10, scopes: ['reg:customers', 'reg:articles', everyUnit] };
const customerId = (n: number) => asId<'customer'>(`0190c110-0000-7000-8000-00000000000${n}`);
const articleId = (n: number) => asId<'article'>(`0190a110-0000-7000-8000-00000000000${n}`);
const nothingElse = { rev: 1, otherNames: [], addresses: [], externalIds: [] };
const home = { kind: 'visiting', street: 'Storgatan 1', postcode: '411 01', city: 'Göteborg' } as const;

const customers: readonly Customer[] = [
  { ...nothingElse, id: customerId(1), name: 'Örgryte förskola', organisationNumber: '5566778899' },
  {
    ...nothingElse,
    id: customerId(2),
    name: 'Tolvan Tolvansson',
    personalNumber: '191212121212',
    addresses: [home],
    protectedBy: bo,
  },
  { ...nothingElse, id: customerId(3), name: 'Tolvmans Åkeri', unitId: '2', personalNumber: '191212121212' },
  { ...nothingElse, id: customerId(4), name: 'Ängsblomman', unitId: '1', organisationNumber: '5566778899' },
];
const anArticle = (n: number, name: string, more: Partial<Article> = {}): Article => ({
  ...{ id: articleId(n), rev: 1, number: `100${n}`, name, unit: 'tim', requestedBy: 'Kultur' },
  ...more,
});
const aPrice = (n: number, fromDay: string, priceOre: number, turn = 1) => ({
  ...{
    id: asId<'articlePrice'>(uuid()),
    rev: 1,
    articleId: articleId(n),
    fromDay: fromDay as Day,
    priceOre: ore(priceOre),
    turn,
  },
  ...{ vatCode: 'standard' as const, account: '3110', requestedBy: 'Kultur' },
});

async function aRegister() {
  const file = aWorkspaceFile();
  await sqliteLogStore(file.writer).transaction(async (rows) => {
    for (const customer of customers) await rows.put('customer', customer);
    for (const article of [anArticle(1, 'Lokalhyra'), anArticle(2, 'Lokalstäd'), anArticle(3, 'Matlåda', { unitId: '2' })])
      await rows.put('article', article);
    for (const price of [aPrice(1, '2026-01-01', 100), aPrice(1, '2026-07-01', 120), aPrice(1, '2026-07-01', 125, 2)])
      await rows.put('articlePrice', price);
    await rows.put('articlePrice', aPrice(2, '2027-01-01', 300));
    await rows.put('event', {
      ...{ id: asId<'event'>('e:0'), rev: 1, commandId: asId<'command'>('e'), place: 0, subject: 'customer' },
      ...{
        subjectId: customerId(2),
        type: 'personal-number-revealed',
        event: {},
        actor: anna,
        atMs: noon,
        scope: 'reg:customers',
      },
    });
  });
  const store = sqliteStore(file.reader);
  const search = registerSearch(file.reader);
  return {
    customers: customerQueries(file.reader, store, search),
    articles: articleQueries(file.reader, store, search),
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
}

describe('the list of customers', () => {
  test.each([
    ['', all.scopes, ['Tolvan Tolvansson', 'Tolvmans Åkeri', 'Ängsblomman', 'Örgryte förskola']],
    ['tolv', all.scopes, ['Tolvan Tolvansson', 'Tolvmans Åkeri']],
    ['', ['reg:customers', 'unit:1'], ['Tolvan Tolvansson', 'Ängsblomman', 'Örgryte förskola']],
    ['', ['unit:2'], ['Tolvmans Åkeri']],
    ['', [], []],
    ['556677-8899', all.scopes, ['Ängsblomman', 'Örgryte förskola']],
    ['121212+1212', all.scopes, ['Tolvan Tolvansson', 'Tolvmans Åkeri']],
    ['121212+1212', ['unit:2'], ['Tolvmans Åkeri']],
    ['556677-8899', ['unit:2'], []],
    ['xyzzy', all.scopes, []],
    ['tolvanson', all.scopes, ['Tolvan Tolvansson']],
    ['tolvanson', ['unit:2'], []],
  ])('%s within %j', async (text, scopes, names) => {
    using register = await aRegister();
    const { rows } = await register.customers.list({ ...all, text, scopes }, today);
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(JSON.stringify(rows)).not.toMatch(/1212-?1212\b/);
    expect(JSON.stringify(rows)).not.toContain('Storgatan'); // a protected identity has no address
  });

  test('goes on where the page before ended, whatever the limit', async () => {
    using register = await aRegister();
    for (const limit of [1, 2, 3, 4]) {
      const seen: string[] = [];
      let page = await register.customers.list({ ...all, limit, text: '' }, today);
      seen.push(...page.rows.map(({ id }) => id));
      while (page.next !== null) {
        page = await register.customers.list({ ...all, limit, text: '', after: page.next }, today);
        seen.push(...page.rows.map(({ id }) => id));
      }
      expect(seen).toEqual([2, 3, 4, 1].map(customerId));
    }
  });
});

test('a number is shown whole to who gave a reason, for five minutes', async () => {
  using register = await aRegister();
  const shown = async (n: number, to: typeof anna, afterMs: number, scopes = all.scopes) =>
    (await register.customers.revealed(customerId(n), to, scopes, noon + afterMs))?.personalNumber ?? null;
  expect(await shown(2, anna, 0)).toBe('19121212-1212');
  expect(await shown(2, anna, 299_999)).toBe('19121212-1212');
  expect(await shown(2, anna, 300_000)).toBeNull();
  expect(await shown(2, bo, 0)).toBeNull();
  expect(await shown(3, anna, 0)).toBeNull(); // the same number, and another customer
  expect(await shown(2, anna, 0, ['unit:2'])).toBeNull();
  expect(await shown(1, anna, 0)).toBeNull();
  expect((await register.customers.revealed(customerId(2), anna, all.scopes, noon))?.addresses).toEqual([home]);
  expect(await register.customers.card(customerId(2), all.scopes)).toMatchObject({
    personalNumber: '19121212-••••',
    addresses: [],
  });
  expect(await register.customers.card(customerId(3), ['unit:1'])).toBeNull();
});

test('articles cost what held on the day, and their card has all that they have cost', async () => {
  using register = await aRegister();
  const list = async (text: string, onDay: string, scopes = all.scopes) =>
    (await register.articles.list({ ...all, text, onDay: onDay as Day, scopes })).rows.map(({ article, price }) => [
      article.name,
      price?.priceOre ?? null,
    ]);
  expect(await list('lokal', '2026-06-30')).toEqual([
    ['Lokalhyra', 100],
    ['Lokalstäd', null],
  ]);
  expect(await list(' 1001', '2026-07-01')).toEqual([['Lokalhyra', 125]]);
  expect(await list('', '2026-07-01', ['unit:2'])).toEqual([['Matlåda', null]]);
  const card = await register.articles.card(articleId(1), all.scopes);
  expect(card?.prices.map(({ priceOre }) => priceOre)).toEqual([125, 120, 100]);
  expect(await register.articles.card(articleId(3), ['reg:articles', 'unit:1'])).toBeNull();
});

test('at the page: a customer is set up, found with the number covered, shown whole for a reason, and its history tells no secret', async () => {
  using folder = aFolder();
  await using desk = await anEngine(folder.path);
  const { page } = desk;
  await sitDown(page);
  const owned = { register: 'customer' as const };
  expect(await page.query('registers/owners', owned)).toEqual({ mayShare: true, unitIds: [] });
  const id = asId<'customer'>(uuid());
  const set = { name: 'Tolvan', otherNames: [], organisationNumber: null, addresses: [home], externalIds: [] };
  const number = { personalNumber: '121212+1212', eInvoiceAddress: '0007:1212121212' };
  const input = { ...set, ...number, customerId: id, isProtected: false, unitId: null };
  expect(await page.execute('customers/register', input)).toMatchObject({ ok: true });
  const listed = { rows: [{ name: 'Tolvan', personalNumber: '19121212-••••' }], next: null };
  expect(await page.query('customers/list', { text: '19121212-1212', after: null, limit: 10 })).toMatchObject(listed);
  const found = await page.query('registers/search', { register: 'customer', text: '19121212-1212', limit: 10 });
  expect(found.hits).toMatchObject([{ id, number: '19121212-••••', city: 'Göteborg' }]);
  expect(await page.query('customers/revealed', { customerId: id })).toBeNull();
  const reason = 'Ska lämna inkassokrav';
  expect(await page.execute('customers/reveal-personal-number', { customerId: id, reason })).toMatchObject({ ok: true });
  const revealed = { personalNumber: '19121212-1212', addresses: [home], eInvoiceAddress: '0007:1212121212' };
  expect(await page.query('customers/revealed', { customerId: id })).toMatchObject(revealed);

  const row = { register: 'customer', id } as const;
  const { today: day } = await page.query('session/read', {});
  const told = async () => [
    await page.query('registers/history', { ...row, before: null, limit: 10 }),
    await page.query('registers/as-of', { ...row, day }),
  ];
  expect(JSON.stringify(await told())).toContain('Storgatan');
  const protect = { customerId: id, facts: { name: 'Tolvan T' }, protect: true };
  expect(await page.execute('customers/change-facts', protect)).toMatchObject({ ok: true });
  expect(await told()).toMatchObject([
    [{ type: 'identity-protected' }, { type: 'customer-facts-changed' }, { event: { reason } }, { type: 'customer-registered' }],
    { register: 'customer', customer: { name: 'Tolvan T', personalNumber: '19121212-••••', isProtected: true } },
  ]);
  expect(JSON.stringify(await told())).not.toMatch(/1212-?1212\b|Storgatan/);
  const northern = { ...input, ...{ customerId: asId<'customer'>(uuid()), unitId: 'north', personalNumber: null } };
  expect(await page.execute('customers/register', northern)).toMatchObject({ ok: true });
  expect(await page.query('registers/owners', owned)).toEqual({ mayShare: true, unitIds: ['north'] });
  expect(await page.query('registers/history', { ...row, id: uuid(), before: null, limit: 10 })).toEqual([]);
  expect(await page.query('registers/as-of', { ...row, id: uuid(), day })).toBeNull();
  await page.task('session/lock', {});
  for (const refused of [page.query('customers/card', { customerId: id }), page.query('registers/as-of', { ...row, day })])
    await expect(refused).rejects.toMatchObject({ code: 'no-person' });
});
