import type Database from 'better-sqlite3';
import type { Day } from '../../../shared/base/day.ts';
import type { ArticleCard, ArticleRow, RegisterPage } from '../../../shared/contract/customers-and-articles.ts';
import { holds, type Scopes } from '../../../shared/domain/access/index.ts';
import {
  type Article,
  type ArticleId,
  type ArticlePrice,
  newestPriceFirst,
  priceOn,
} from '../../../shared/domain/articles/index.ts';
import { entities } from '../../../shared/run/entities/index.ts';
import type { Store } from '../../../shared/run/store.ts';
import { type NamesAsked, namesInRegister } from './names-in-register.ts';
import type { RegisterSearch } from './register-search.ts';

/** Articles with what they cost, and nothing of clients outside `scopes`. */
export function articleQueries(connection: Database.Database, store: Store, search: RegisterSearch) {
  const names = namesInRegister(connection, 'articles');

  async function seen(id: string, scopes: Scopes): Promise<Article | undefined> {
    const article = await store.get('article', id);
    return article !== undefined && holds(scopes, entities.article.scope(article)) ? article : undefined;
  }
  const pricesOf = (id: ArticleId): Promise<readonly ArticlePrice[]> => store.find('articlePrice', 'byArticle', [id], 10_000);

  async function rowsOf(ids: readonly string[], scopes: Scopes, onDay: Day): Promise<ArticleRow[]> {
    const rows: ArticleRow[] = [];
    for (const id of ids) {
      const article = await seen(id, scopes);
      if (article !== undefined) rows.push({ article, price: priceOn(await pricesOf(article.id), onDay) ?? null });
    }
    return rows;
  }

  return {
    /** By name where nothing is looked for; else as the register's box finds them. */
    list: async (asked: NamesAsked & { readonly onDay: Day }): Promise<RegisterPage<ArticleRow>> => {
      if (asked.text.trim() === '') {
        const { ids, next } = names(asked);
        return { rows: await rowsOf(ids, asked.scopes, asked.onDay), next };
      }
      const { hits, resting } = search({ ...asked, register: 'article', mayFindPersons: false, today: asked.onDay });
      const found = [...hits, ...resting].slice(0, asked.limit).map(({ id }) => id);
      return { rows: await rowsOf(found, asked.scopes, asked.onDay), next: null };
    },
    card: async (id: ArticleId, scopes: Scopes): Promise<ArticleCard | null> => {
      const article = await seen(id, scopes);
      if (article === undefined) return null;
      return { article, prices: [...(await pricesOf(id))].sort(newestPriceFirst) };
    },
  };
}
