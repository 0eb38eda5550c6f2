import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, parseDay } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import { ore } from '../../../src/shared/base/money.ts';
import {
  type Article,
  type ArticlePrice,
  decideArticleEnd,
  decideArticleName,
  decideArticleRegistration,
  decidePrice,
  evolveArticle,
  evolveArticlePrice,
  isInUse,
  priceOn,
  type RegisterArticle,
  type SetPrice,
  vatCodes,
  vatRateOn,
  vatRates,
} from '../../../src/shared/domain/articles/index.ts';

const day = (text: string): Day => text as Day; // tests write days as they are
const articleId = asId<'article'>('0190a110-0000-7000-8000-000000000001');
const priceId = asId<'articlePrice'>('0190a111-0000-7000-8000-000000000001');
const terms = { priceId, fromDay: day('2026-01-01'), priceOre: ore(12_500), vatCode: 'standard', account: '3110' } as const;
const registration: RegisterArticle = {
  articleId,
  number: ' 1001 ',
  name: ' Lokalhyra ',
  unit: 'tim',
  unitId: null,
  requestedBy: 'Kultur och fritid, mejl 2026-01-02',
  price: terms,
};
const article: Article = { id: articleId, rev: 1, number: '1001', name: 'Lokalhyra', unit: 'tim', requestedBy: 'Kultur' };
const first: ArticlePrice = { ...terms, id: priceId, rev: 1, articleId, requestedBy: 'Kultur', turn: 1 };
const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.error?.code;

describe('articles/register', () => {
  test.each([
    // twins     changes                                          outcome
    [[article], { number: '  ' }, 'number-missing'],
    [[article], { name: '' }, 'name-missing'],
    [[article], { unit: ' ' }, 'unit-missing'],
    [[article], { price: { ...terms, priceOre: ore(-1) } }, 'price-below-zero'],
    [[article], { price: { ...terms, account: '31 10' } }, 'wrong-account'],
    [[article], {}, 'already-registered'],
    [[], { price: { ...terms, priceOre: ore(0) } }, 'ok'],
    [[], {}, 'ok'],
  ] as const)('%#', (twins, changes, outcome) => {
    expect(codeOf(decideArticleRegistration(twins, { ...registration, ...changes }))).toBe(outcome);
  });

  test('gives an article and its first price, both the client’s where it is one client’s', () => {
    const decided = decideArticleRegistration([], { ...registration, unitId: '7' });
    if (!decided.ok) throw new Error(decided.error.code);
    const [registered, priced] = decided.value;
    if (registered?.on !== 'article' || priced?.on !== 'articlePrice') throw new Error('an article and a price');
    const { requestedBy } = registration;
    const made = { id: articleId, rev: 1, number: '1001', name: 'Lokalhyra', unit: 'tim', requestedBy, unitId: '7' };
    expect(evolveArticle(undefined, registered)).toEqual(made);
    const { priceId: id, ...rest } = terms;
    expect(evolveArticlePrice(undefined, priced)).toEqual({ id, rev: 1, articleId, ...rest, requestedBy, unitId: '7', turn: 1 });
  });
});

describe('articles/set-price', () => {
  const wanted: SetPrice = { ...terms, articleId, requestedBy: 'Kultur', fromDay: day('2027-01-01'), priceOre: ore(13_000) };
  const ended = { ...article, endedOn: day('2026-12-31') };
  const facts = (changed: Article | undefined) => ({ article: changed, prices: [first] });
  test.each([
    [undefined, { priceOre: ore(-1) }, 'not-found'],
    [ended, { priceOre: ore(-1) }, 'price-below-zero'],
    [ended, { account: '' }, 'wrong-account'],
    [ended, {}, 'article-ended'],
    [article, { priceOre: first.priceOre }, 'nothing-to-do'],
    [article, { priceOre: first.priceOre, vatCode: 'low' }, 'ok'],
    [article, { priceOre: first.priceOre, account: '3120' }, 'ok'],
    [ended, { fromDay: day('2026-12-31') }, 'ok'], // its last day
    [article, {}, 'ok'],
  ] as const)('%#', (changed, changes, outcome) => {
    expect(codeOf(decidePrice(facts(changed), { ...wanted, ...changes }))).toBe(outcome);
  });

  test('whatever prices are set in whatever order, each says what holds from its day, and nothing before it', () => {
    const begin = day('2026-01-01');
    const step = fc.record({
      from: fc.integer({ min: -40, max: 40 }),
      priceOre: fc.nat(5),
      vatCode: fc.constantFrom(...vatCodes),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let prices: readonly ArticlePrice[] = [first];
        for (const [place, { from, priceOre, vatCode }] of steps.entries()) {
          const fromDay = addDays(begin, from);
          const id = asId<'articlePrice'>(`0190a111-0000-7000-8000-${String(place + 2).padStart(12, '0')}`);
          const set = { ...terms, articleId, requestedBy: 'Kultur', priceId: id, fromDay, priceOre: ore(priceOre), vatCode };
          const decided = decidePrice({ article, prices }, set);
          const held = priceOn(prices, fromDay);
          const isSame = held?.priceOre === priceOre && held.vatCode === vatCode && held.account === set.account;
          expect(codeOf(decided)).toBe(isSame ? 'nothing-to-do' : 'ok');
          if (!decided.ok) continue;
          const before = structuredClone(prices);
          const added = decided.value.flatMap((event) =>
            event.on === 'articlePrice' ? [evolveArticlePrice(undefined, event)] : [],
          );
          const after = [...added, ...prices]; // in whatever order the store gives them
          expect(prices).toEqual(before);
          for (let ahead = -45; ahead <= 45; ahead += 1) {
            const on = addDays(begin, ahead);
            const next = before
              .map((price) => price.fromDay)
              .filter((start) => start > fromDay)
              .sort()[0];
            const isItsOwn = on >= fromDay && (next === undefined || on < next);
            expect(priceOn(after, on), on).toEqual(isItsOwn ? added[0] : priceOn(before, on));
          }
          prices = after;
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('articles/rename: the number and the unit stay, and so does the last day', () => {
  const ended = { ...article, endedOn: day('2026-12-31') };
  const rename = (changed: Article | undefined, name: string) =>
    decideArticleName(changed, { articleId, name, requestedBy: 'Kultur' });
  expect(codeOf(rename(undefined, 'Salshyra'))).toBe('not-found');
  expect(codeOf(rename(ended, ' '))).toBe('name-missing');
  expect(codeOf(rename(ended, ` ${ended.name} `))).toBe('nothing-to-do');
  const decided = rename(ended, ' Salshyra ');
  if (!decided.ok || decided.value[0]?.on !== 'article') throw new Error('it is renamed');
  expect(evolveArticle(ended, decided.value[0])).toEqual({ ...ended, rev: ended.rev + 1, name: 'Salshyra' });
});

test('articles/end: after a day, and into use again', () => {
  const end = (changed: Article | undefined, endedOn: string | null) =>
    decideArticleEnd(changed, { articleId, endedOn: endedOn as Day | null });
  expect(codeOf(end(undefined, null))).toBe('not-found');
  expect(codeOf(end(article, null))).toBe('nothing-to-do');
  const ended = end(article, '2026-11-30');
  const [event] = ended.ok ? ended.value : [];
  if (event?.on !== 'article') throw new Error('an article ends');
  const after = evolveArticle(article, event);
  expect([isInUse(after, day('2026-11-30')), isInUse(after, day('2026-12-01'))]).toEqual([true, false]);
  expect(codeOf(end(after, '2026-11-30'))).toBe('nothing-to-do');
  const resumed = end(after, null);
  const [again] = resumed.ok ? resumed.value : [];
  expect(again?.on === 'article' && evolveArticle(after, again)).toEqual({ ...article, rev: 3 });
});

describe('rates of VAT', () => {
  test.each([
    ['standard', '2026-11-25', 2_500],
    ['reduced', '2026-11-25', 1_200],
    ['low', '1999-01-01', 600],
    ['food', '2026-03-31', 1_200],
    ['food', '2026-04-01', 600],
    ['food', '2027-12-31', 600],
    ['food', '2028-01-01', 1_200],
    ['zero', '2026-11-25', 0],
    ['exempt', '2026-11-25', null],
  ] as const)('%s on %s', (code, on, rate) => {
    expect(vatRateOn(code, day(on))).toBe(rate);
  });

  test('each code has one line without a beginning, and its others in order, from days that exist', () => {
    for (const code of vatCodes) {
      const starts = vatRates.filter((line) => line.code === code).map(({ fromDay }) => fromDay);
      expect(starts[0], code).toBeNull();
      const later = starts.slice(1).map(String);
      expect(later).toEqual([...new Set(later)].sort());
      expect(later.every((text) => parseDay(text).ok)).toBe(true);
    }
  });
});
