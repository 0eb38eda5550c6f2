import { type Article, type ArticlePrice, newestPriceFirst } from '../domain/articles/index.ts';
import {
  type ArticleRowFacts,
  type ExchangeRecord,
  joinSeveral,
  pricedFromText,
  showAmount,
} from '../domain/register-exchange/index.ts';
import { ownerKey } from './commands/registers.ts';
import { byIdOf, present, type RegisterKey } from './exchange-reading.ts';
import type { Store } from './store.ts';

/** More than any article has. */
const allOfThem = 10_000;
type Owned = Pick<RegisterKey, 'unitId'>;
const isOurs =
  ({ unitId }: Owned) =>
  (article: Article): boolean =>
    (article.unitId ?? null) === unitId;

/** Articles by their ids, as files have them. */
export async function articleRecords(store: Store, key: Owned, ids: readonly string[]): Promise<readonly ExchangeRecord[]> {
  const articles = present(await store.getMany('article', ids)).filter(isOurs(key));
  const prices = await pricesOf(store, articles);
  return articles.map((article, place) => articleRecord(article, prices[place] ?? []));
}

/** What the register knows of each row. */
export async function articleFacts(
  store: Store,
  key: Owned,
  records: readonly ExchangeRecord[],
): Promise<readonly Omit<ArticleRowFacts, 'earlierRow'>[]> {
  const byId = await byIdOf(store, 'article', records);
  const numbers = records.map(({ number }) => [ownerKey(key.unitId), number ?? null]);
  const byNumber = await store.findMany('article', 'byNumber', numbers, 1);
  const named = records.map(({ id }, place) => ({
    own: present([byId.get(id ?? '')]).find(isOurs(key)),
    numbered: byNumber[place]?.[0],
  }));
  const all = [...new Map(named.flatMap(({ own, numbered }) => present([own, numbered])).map((one) => [one.id, one])).values()];
  const prices = await pricesOf(store, all);
  const known = new Map(
    all.map((article, place) => {
      const row = { article, prices: prices[place] ?? [] };
      return [article.id, { id: article.id, record: articleRecord(article, row.prices), waiting: {}, row }];
    }),
  );
  return named.map(({ own, numbered }) => ({
    byOwnId: own && known.get(own.id),
    byExternalId: undefined,
    byNumber: numbered && known.get(numbered.id),
    elsewhere: [],
  }));
}

const pricesOf = (store: Store, articles: readonly Article[]): Promise<readonly (readonly ArticlePrice[])[]> =>
  store.findMany(
    'articlePrice',
    'byArticle',
    articles.map(({ id }) => [id]),
    allOfThem,
  );

/** Of the prices that hold from the same day the one that was set last: the others are a trace, which no file has. */
function articleRecord(
  { id, number, name, unit, requestedBy, endedOn }: Article,
  prices: readonly ArticlePrice[],
): ExchangeRecord {
  const lastSet = new Map(
    [...prices]
      .sort(newestPriceFirst)
      .reverse()
      .map((price) => [price.fromDay, price]),
  );
  const texts = [...lastSet.values()].map(({ fromDay, priceOre, vatCode, account }) =>
    pricedFromText({ fromDay, price: showAmount(String(priceOre)), vatCode, account }),
  );
  return {
    ...{ id, number, name, unit, requestedBy },
    ...(texts.length > 0 && { prices: joinSeveral(texts) }),
    ...(endedOn !== undefined && { endedOn }),
  };
}
