import { err, ok, type Result } from '../../base/result.ts';
import type { Article } from './article.ts';
import type { ArticleEvent } from './events.ts';

export type RenameArticle = { readonly articleId: Article['id']; readonly name: string; readonly requestedBy: string };
export type RenameRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'name-missing' }
  | { readonly code: 'nothing-to-do' };

/**
 * Gives an article another name (benämning). Its number stays, for invoices name it; and so does what one of it is, for each price that was
 * set is a price of that: another unit is another article.
 */
export function decideArticleName(
  article: Article | undefined,
  { name: said, requestedBy }: RenameArticle,
): Result<readonly ArticleEvent[], RenameRejection> {
  if (article === undefined) return err({ code: 'not-found' });
  const name = said.trim();
  if (name === '') return err({ code: 'name-missing' });
  if (name === article.name) return err({ code: 'nothing-to-do' });
  return ok([{ on: 'article', id: article.id, type: 'article-renamed', name, requestedBy }]);
}
