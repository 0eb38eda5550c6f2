import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleAsOf, customerAsOf, registerHistory } from '../../src/main/engine/queries/register-history.ts';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import { addDays, type Day, dayInSweden } from '../../src/shared/base/day.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { type ArticlePrice, newestPriceFirst, priceOn } from '../../src/shared/domain/articles/index.ts';
import { startSequencer } from '../../src/shared/run/sequencer.ts';
import { anna, bo } from '../make/invoices.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

/** As for suppliers: what stood at each midnight of random lives is kept aside, and the replay of the events has to say the same. */
const firstMorning = Date.UTC(2026, 9, 23, 6); // over the night when the clocks go back
const hour = 3_600_000;
const customers = [1, 2].map((n) => asId<'customer'>(`0190c110-0000-7000-8000-00000000000${n}`));
const articles = [1, 2].map((n) => asId<'article'>(`0190a110-0000-7000-8000-00000000000${n}`));

type Step = { readonly what: (typeof kinds)[number]; readonly which: number; readonly n: number; readonly hours: number };
const kinds = ['facts', 'protect', 'lift', 'reveal', 'end-customer', 'price', 'price', 'end-article', 'rename'] as const;
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...kinds),
  which: fc.nat(1),
  n: fc.nat(99),
  hours: fc.nat(20),
});

async function openLife() {
  const file = aWorkspaceFile();
  const store = sqliteStore(file.reader);
  let nowMs = firstMorning;
  const sequencer = startSequencer({ store: sqliteLogStore(file.writer), clock: () => nowMs });
  const done = new Set<string>();
  const today = (): Day => dayInSweden(nowMs);
  const tell = async (kind: string, actor: PersonId, name: string, input: object): Promise<void> => {
    const id = asId<'command'>(uuid());
    const envelope = { id, name, input, actor, version: 1, device: 'this', dseq: null, leaseToken: null, issuedAtMs: nowMs };
    if ((await sequencer.execute(envelope)).outcome.kind === 'accepted') done.add(kind);
  };

  const who = (id: PersonId, name: string, roles: readonly string[]) => ({
    ...{ id, name, initials: name, human: true, grants: roles.map((role) => ({ id: uuid(), role })) },
  });
  const people = [who(anna, 'A', ['administrator', 'register-keeper']), who(bo, 'B', ['register-keeper'])];
  await tell('found', anna, 'access/found-workspace', { people });

  const price = (n: number) => ({
    ...{ priceId: uuid(), fromDay: addDays(today(), (n % 9) - 4), priceOre: n * 100, vatCode: 'standard', account: '3110' },
  });
  async function register(which: number): Promise<void> {
    const facts = { otherNames: [], organisationNumber: null, addresses: [], eInvoiceAddress: null, externalIds: [] };
    const customer = { customerId: customers[which], name: 'Ett', personalNumber: null, isProtected: false, unitId: null };
    await tell('customer', anna, 'customers/register', { ...facts, ...customer });
    const article = { articleId: articles[which], number: `10${which}`, name: 'Hyra', unit: 'st', unitId: null };
    await tell('article', anna, 'articles/register', { ...article, requestedBy: 'Kultur', price: price(1) });
  }

  async function go({ what, which, n }: Step): Promise<void> {
    const [customerId, articleId] = [customers[which], articles[which]];
    const endedOn = n % 2 === 0 ? today() : null;
    const reason = 'enligt beslut';
    const place = { kind: 'invoice', street: `Gatan ${n}`, postcode: '411 01', city: 'Ort' };
    switch (what) {
      case 'facts': {
        const personalNumber = n % 2 === 0 ? null : ['191212121212', '196408233234'][which];
        const facts = { name: `Ett ${n}`, addresses: n % 3 === 0 ? [] : [place], personalNumber };
        return tell(what, anna, 'customers/change-facts', { customerId, facts, protect: false });
      }
      case 'protect':
        return tell(what, anna, 'customers/change-facts', { customerId, facts: {}, protect: true });
      case 'lift':
        return tell(what, bo, 'customers/lift-protection', { customerId, reason });
      case 'reveal':
        return tell(what, bo, 'customers/reveal-personal-number', { customerId, reason });
      case 'end-customer':
        return tell(what, bo, 'customers/end', { customerId, endedOn });
      case 'price':
        return tell(what, anna, 'articles/set-price', { articleId, requestedBy: 'Kultur', ...price(n) });
      case 'rename':
        return tell(what, anna, 'articles/rename', { articleId, name: `Hyra ${n}`, requestedBy: 'Kultur' });
      case 'end-article':
        return tell(what, anna, 'articles/end', { articleId, endedOn });
    }
  }

  const pricesOf = async (id: (typeof articles)[number]): Promise<readonly ArticlePrice[]> =>
    [...(await store.find('articlePrice', 'byArticle', [id]))].sort(newestPriceFirst);
  const keep = async () => ({
    customers: await Promise.all(customers.map((id) => store.get('customer', id))),
    articles: await Promise.all(
      articles.map(async (id) => {
        const article = await store.get('article', id);
        return article === undefined ? undefined : { article, prices: await pricesOf(id) };
      }),
    ),
  });
  const wait = (hours: number): void => {
    nowMs += hours * hour;
  };
  return { file, done, today, register, go, keep, wait };
}

test('customers and articles as of any day are what they were that day', async () => {
  const everDone = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 40 }), async (steps) => {
      const life = await openLife();
      using _ = life.file;
      const midnights = new Map<Day, Awaited<ReturnType<typeof life.keep>>>();
      midnights.set(addDays(life.today(), -1), await life.keep());
      await life.register(0);
      for (const [place, one] of steps.entries()) {
        const day = life.today();
        const then = await life.keep();
        life.wait(one.hours);
        for (let passed = day; passed < life.today(); passed = addDays(passed, 1)) midnights.set(passed, then);
        if (place === 20) await life.register(1);
        await life.go(one);
      }
      midnights.set(life.today(), await life.keep());

      const [customerThen, articleThen] = [customerAsOf(life.file.reader), articleAsOf(life.file.reader)];
      for (const [day, kept] of midnights) {
        expect(
          customers.map((id) => customerThen(id, day) ?? undefined),
          day,
        ).toEqual(kept.customers);
        expect(
          articles.map((id) => articleThen(id, day) ?? undefined),
          day,
        ).toEqual(kept.articles);
      }
      for (const kind of life.done) everDone.add(kind);
    }),
    { numRuns: 15 },
  );
  expect([...everDone]).toEqual(expect.arrayContaining(['customer', 'article', ...kinds]));
}, 120_000);

test('what was believed of a price is told as of then, though the price has been mended since', async () => {
  const life = await openLife();
  using _ = life.file;
  await life.register(0);
  const set = { what: 'price', which: 0, hours: 0 } as const;
  await life.go({ ...set, n: 40 }); // from today on
  const first = life.today();
  life.wait(48);
  await life.go({ ...set, n: 56 }); // two days before that day: from the same one
  const [id] = articles;
  const believed = (day: Day) => priceOn(articleAsOf(life.file.reader)(id ?? asId(''), day)?.prices ?? [], first)?.priceOre;
  expect([believed(first), believed(life.today())]).toEqual([4_000, 5_600]);
  const history = registerHistory(life.file.reader, 'article')(id ?? '', null, 10);
  expect(history.map(({ actorName, type, subject }) => `${actorName} ${type} ${subject}`)).toEqual([
    'A article-price-set articlePrice',
    'A article-price-set articlePrice',
    'A article-price-set articlePrice',
    'A article-registered article',
  ]);
  expect(registerHistory(life.file.reader, 'article')(id ?? '', history[2]?.eventId ?? null, 10)).toEqual(history.slice(3));
});
