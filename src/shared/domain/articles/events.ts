import { assert, unreachable } from '../../base/assert.ts';
import type { Day } from '../../base/day.ts';
import type { Article, ArticlePrice } from './article.ts';

type OnArticle<Type extends string, Facts = object> = {
  readonly on: 'article';
  readonly id: Article['id'];
  readonly type: Type;
} & Facts;

export type ArticlePriceEvent = { readonly on: 'articlePrice'; readonly type: 'article-price-set' } & Omit<ArticlePrice, 'rev'>;
export type ArticleEvent =
  | OnArticle<'article-registered', Omit<Article, 'id' | 'rev' | 'endedOn'>>
  /** Who asked for it stands here alone: the article's own `requestedBy` is of its setting up. */
  | OnArticle<'article-renamed', { readonly name: string; readonly requestedBy: string }>
  | OnArticle<'article-ended', { readonly endedOn: Day }>
  | OnArticle<'article-resumed'>
  | ArticlePriceEvent;

export function evolveArticle(before: Article | undefined, event: Extract<ArticleEvent, { on: 'article' }>): Article {
  if (event.type === 'article-registered') {
    const { on, type, ...facts } = event;
    return { ...facts, rev: 1 };
  }
  assert(before !== undefined, 'only a registered article changes');
  const { endedOn: _, ...next } = { ...before, rev: before.rev + 1 };
  switch (event.type) {
    case 'article-renamed':
      return { ...before, rev: next.rev, name: event.name };
    case 'article-ended':
      return { ...next, endedOn: event.endedOn };
    case 'article-resumed':
      return next;
    default:
      return unreachable(event);
  }
}

export const evolveArticlePrice = (_: ArticlePrice | undefined, { on, type, ...facts }: ArticlePriceEvent): ArticlePrice => ({
  ...facts,
  rev: 1,
});
