import { z } from 'zod';
import { type Ore, ore } from '../../base/money.ts';
import {
  type ArticleId,
  decideArticleEnd,
  decideArticleName,
  decideArticleRegistration,
  decidePrice,
  type PriceTerms,
  type RegisterArticle,
  type SetPrice,
  vatCodes,
} from '../../domain/articles/index.ts';
import { command } from '../command.ts';
import { daySchema, id, words } from '../schemas.ts';
import type { Store } from '../store.ts';
import { inSight, ownerKey, seenBy } from './registers.ts';

const articleId = id<'article'>();
/** Who asked, in words: an article and a price always come from somebody. */
const requestedBy = z.string().trim().min(2).max(200);
const oreSchema = z
  .int()
  .min(-1_000_000_000_000)
  .max(1_000_000_000_000)
  .transform((amount): Ore => ore(amount));
const terms = {
  priceId: id<'articlePrice'>(),
  fromDay: daySchema,
  priceOre: oreSchema,
  vatCode: z.enum(vatCodes),
  account: words(20),
};
const termsSchema: z.ZodType<PriceTerms> = z.object(terms);
const registerInput: z.ZodType<RegisterArticle> = z.object({
  articleId,
  number: words(40),
  name: words(200),
  unit: words(20),
  unitId: words(60).min(1).nullable(),
  requestedBy,
  price: termsSchema,
});
const priceInput: z.ZodType<SetPrice> = z.object({ ...terms, articleId, requestedBy });

export const articleCommands = {
  'articles/register': command({
    input: registerInput,
    permission: 'articles.keep',
    class: 'provisional',
    load: async (store, { unitId, number }, ctx) =>
      (await store.find('article', 'byNumber', [ownerKey(unitId), number.trim()], 1)).filter(seenBy('article', ctx)),
    decide: (twins, input, ctx) => inSight('article', input.unitId, ctx, () => decideArticleRegistration(twins, input)),
  }),
  'articles/set-price': command({
    input: priceInput,
    permission: 'articles.keep',
    class: 'provisional',
    load: async (store, input, ctx) => ({
      article: [await store.get('article', input.articleId)].find(seenBy('article', ctx)),
      prices: await pricesOf(store, input.articleId),
    }),
    decide: decidePrice,
  }),
  'articles/rename': command({
    input: z.object({ articleId, name: words(200), requestedBy }),
    permission: 'articles.keep',
    class: 'provisional',
    load: async (store, input, ctx) => [await store.get('article', input.articleId)].find(seenBy('article', ctx)),
    decide: decideArticleName,
  }),
  'articles/end': command({
    input: z.object({ articleId, endedOn: daySchema.nullable() }),
    permission: 'articles.keep',
    class: 'provisional',
    load: async (store, input, ctx) => [await store.get('article', input.articleId)].find(seenBy('article', ctx)),
    decide: decideArticleEnd,
  }),
};

/** More prices than any article comes to have. */
const allOfThem = 10_000;
const pricesOf = (store: Store, id: ArticleId) => store.find('articlePrice', 'byArticle', [id], allOfThem);
