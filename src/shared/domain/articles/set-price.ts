import type { Day } from '../../base/day.ts';
import type { Ore } from '../../base/money.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type Article, type ArticlePrice, isInUse, priceOn } from './article.ts';
import type { ArticleEvent } from './events.ts';
import type { VatCode } from './vat-codes.ts';

export type PriceTerms = {
  readonly priceId: ArticlePrice['id'];
  readonly fromDay: Day;
  readonly priceOre: Ore;
  readonly vatCode: VatCode;
  readonly account: string;
};
export type PriceFaults = { readonly code: 'price-below-zero' } | { readonly code: 'wrong-account' };
export type SetPrice = PriceTerms & { readonly articleId: Article['id']; readonly requestedBy: string };
export type SetPriceRejection =
  | { readonly code: 'not-found' }
  | PriceFaults
  | { readonly code: 'article-ended'; readonly endedOn: Day }
  | { readonly code: 'nothing-to-do' };

export type EndArticle = { readonly articleId: Article['id']; readonly endedOn: Day | null };
export type EndArticleRejection = { readonly code: 'not-found' } | { readonly code: 'nothing-to-do' };

/** What can be wrong in a price itself. An account is digits: how many, and which there are, is the ledger's to know. */
export function priceFault({ priceOre, account }: Pick<PriceTerms, 'priceOre' | 'account'>): PriceFaults | undefined {
  if (priceOre < 0) return { code: 'price-below-zero' };
  return /^\d{3,10}$/.test(account) ? undefined : { code: 'wrong-account' };
}

/**
 * Sets what an article costs from a day on: price, VAT code and account. The prices before stay as they are, for invoices stand on them.
 * Two that hold from the same day: the one that is set last mends the other, which stays as a trace.
 */
export function decidePrice(
  { article, prices }: { readonly article: Article | undefined; readonly prices: readonly ArticlePrice[] },
  { articleId, priceId, requestedBy, ...terms }: SetPrice,
): Result<readonly ArticleEvent[], SetPriceRejection> {
  if (article === undefined) return err({ code: 'not-found' });
  const fault = priceFault(terms);
  if (fault !== undefined) return err(fault);
  if (article.endedOn !== undefined && !isInUse(article, terms.fromDay))
    return err({ code: 'article-ended', endedOn: article.endedOn });
  const held = priceOn(prices, terms.fromDay);
  if (held !== undefined && saysTheSame(held, terms)) return err({ code: 'nothing-to-do' });
  const turn = prices.filter(({ fromDay }) => fromDay === terms.fromDay).length + 1;
  const owner = article.unitId === undefined ? {} : { unitId: article.unitId };
  return ok([{ on: 'articlePrice', id: priceId, type: 'article-price-set', articleId, ...terms, requestedBy, ...owner, turn }]);
}

const saysTheSame = (one: Omit<PriceTerms, 'priceId'>, other: Omit<PriceTerms, 'priceId'>): boolean =>
  one.priceOre === other.priceOre && one.vatCode === other.vatCode && one.account === other.account;

/** Ends an article (avslutar) after a day, or takes it into use again: null. */
export function decideArticleEnd(
  article: Article | undefined,
  { endedOn }: EndArticle,
): Result<readonly ArticleEvent[], EndArticleRejection> {
  if (article === undefined) return err({ code: 'not-found' });
  if ((article.endedOn ?? null) === endedOn) return err({ code: 'nothing-to-do' });
  const { id } = article;
  return ok([
    endedOn === null ? { on: 'article', id, type: 'article-resumed' } : { on: 'article', id, type: 'article-ended', endedOn },
  ]);
}
