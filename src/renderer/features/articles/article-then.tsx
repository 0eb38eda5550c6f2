import type { Day } from '../../../shared/base/day.ts';
import type { ArticleId } from '../../../shared/domain/articles/index.ts';
import { ThenSection } from '../../register-card/then-section.tsx';
import { useText } from '../../text/use-text.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { ArticleFactList, PriceTable } from './article-facts.tsx';

type Props = { readonly articleId: ArticleId; readonly day: Day; readonly onBack: () => void };

/** The article as it stood in the register when a day had ended, with the prices that were known of then. */
export function ArticleThen({ articleId, day, onBack }: Props) {
  const t = useText();
  const { data } = useEngineQuery('registers/as-of', { register: 'article', id: articleId, day }, { fresh: true });
  if (data === undefined) return null;
  const then = data?.register === 'article' ? data : null;
  return (
    <ThenSection day={day} name={then?.article.name ?? null} notThen={t.articles.notThen} onBack={onBack}>
      {then !== null && (
        <>
          <ArticleFactList article={then.article} prices={then.prices} day={day} />
          <PriceTable prices={then.prices} day={day} />
        </>
      )}
    </ThenSection>
  );
}
