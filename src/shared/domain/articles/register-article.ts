import { err, ok, type Result } from '../../base/result.ts';
import type { Article } from './article.ts';
import type { ArticleEvent } from './events.ts';
import { type PriceFaults, type PriceTerms, priceFault } from './set-price.ts';

export type RegisterArticle = {
  readonly articleId: Article['id'];
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  /** Null: shared by all clients. */
  readonly unitId: string | null;
  readonly requestedBy: string;
  readonly price: PriceTerms;
};
export type ArticleRejection =
  | { readonly code: 'number-missing' }
  | { readonly code: 'name-missing' }
  | { readonly code: 'unit-missing' }
  | PriceFaults
  | { readonly code: 'already-registered'; readonly articleId: Article['id']; readonly name: string };

/**
 * Puts a new article in the register, with what it costs from a day on (artikelupplägg). A number that has been dealt out is not dealt
 * out again, not even after its article has ended: invoices name it.
 */
export function decideArticleRegistration(
  twins: readonly Article[],
  command: RegisterArticle,
): Result<readonly ArticleEvent[], ArticleRejection> {
  const [number, name, unit] = [command.number.trim(), command.name.trim(), command.unit.trim()];
  const { articleId: id, price, requestedBy } = command;
  if (number === '') return err({ code: 'number-missing' });
  if (name === '') return err({ code: 'name-missing' });
  if (unit === '') return err({ code: 'unit-missing' });
  const fault = priceFault(price);
  if (fault !== undefined) return err(fault);
  const twin = twins[0];
  if (twin !== undefined) return err({ code: 'already-registered', articleId: twin.id, name: twin.name });

  const { priceId, ...terms } = price;
  const owner = command.unitId === null ? {} : { unitId: command.unitId };
  return ok([
    { on: 'article', id, type: 'article-registered', number, name, unit, requestedBy, ...owner },
    { on: 'articlePrice', id: priceId, type: 'article-price-set', articleId: id, ...terms, requestedBy, ...owner, turn: 1 },
  ]);
}
