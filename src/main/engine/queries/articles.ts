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
import { type NamesAsked, namesInRegister, ownersIn } from './names-in-register.ts';

/** Articles with what they cost, and nothing of clients outside `scopes`. */
export function articleQueries(connection: Database.Database, store: Store) {
  const names = namesInRegister(connection, 'articles');
  const owners = ownersIn(connection, 'articles');

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
    list: async (asked: NamesAsked & { readonly onDay: Day }): Promise<RegisterPage<ArticleRow>> => {
      const numbered: string[] = [];
      for (const owner of owners())
        numbered.push(...(await store.find('article', 'byNumber', [owner, asked.text.trim()])).map(({ id }) => id));
      const byNumber = await rowsOf(numbered, asked.scopes, asked.onDay);
      if (byNumber.length > 0) return { rows: byNumber.slice(0, asked.limit), next: null };
      const { ids, next } = names(asked);
      return { rows: await rowsOf(ids, asked.scopes, asked.onDay), next };
    },
    card: async (id: ArticleId, scopes: Scopes): Promise<ArticleCard | null> => {
      const article = await seen(id, scopes);
      if (article === undefined) return null;
      return { article, prices: [...(await pricesOf(id))].sort(newestPriceFirst) };
    },
  };
}
