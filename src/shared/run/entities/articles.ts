import { sortKey } from '../../base/text.ts';
import type { Article, ArticlePrice } from '../../domain/articles/index.ts';
import { day, defineEntity, integer, minor, reference, text } from '../define-entity.ts';

/** Shared by all clients, or one client's own: it is then seen by those who have a role there. */
const scopeOf = ({ unitId }: { readonly unitId?: string }): string => (unitId === undefined ? 'reg:articles' : `unit:${unitId}`);

export const article = defineEntity<Article>()('article', {
  table: 'articles',
  columns: { number: text, name: text, unit: text, requestedBy: text, unitId: reference.orNone, endedOn: day.orNone },
  derived: {
    /** Whose register the number is one of; a missing unit would not be equal to another missing one. */
    owner: { kind: 'text', of: ({ unitId }) => unitId ?? '' },
    sortName: { kind: 'text', of: ({ name }) => sortKey(name) },
  },
  unique: { number: ['owner', 'number'] },
  lookups: { byNumber: ['owner', 'number'] },
  indexes: { bySortName: ['sortName'] },
  scope: scopeOf,
  cites: () => [],
});

export const articlePrice = defineEntity<ArticlePrice>()('articlePrice', {
  table: 'article_prices',
  columns: {
    articleId: reference,
    unitId: reference.orNone,
    fromDay: day,
    priceOre: minor,
    vatCode: text,
    account: text,
    requestedBy: text,
    turn: integer,
  },
  derived: {},
  unique: { turn: ['articleId', 'fromDay', 'turn'] },
  lookups: { byArticle: ['articleId'] },
  indexes: {},
  scope: scopeOf,
  cites: () => [],
});
