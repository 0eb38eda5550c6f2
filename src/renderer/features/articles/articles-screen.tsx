import { useMemo, useState } from 'react';
import type { ArticleRow } from '../../../shared/contract/customers-and-articles.ts';
import type { ArticleId } from '../../../shared/domain/articles/index.ts';
import { useGo } from '../../navigation.ts';
import { RegisterScreen } from '../../register-card/register-screen.tsx';
import { useSession, useWhyNot } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ArticleIcon } from '../../ui/icons.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { ArticleCardPane } from './article-card-pane.tsx';
import { articleColumns } from './article-columns.tsx';
import { NewArticle } from './new-article.tsx';

type Props = { readonly articleId: ArticleId | undefined };
const mostRows = 200;

/** Artiklar: search first; a new one is offered after a search, beside those that are like it. */
export function ArticlesScreen({ articleId }: Props) {
  const t = useText();
  const go = useGo();
  const { today } = useSession();
  const [search, setSearch] = useState('');
  const mayNot = useWhyNot('articles.keep');
  const { data, isPending } = useEngineQuery('articles/list', { text: search, onDay: today, after: null, limit: mostRows });
  const rows = data?.rows ?? none;
  const columns = useMemo(() => articleColumns(today, t), [today, t]);
  const whyNotAdd = mayNot ?? (search.trim() === '' ? t.articles.searchFirst : undefined);
  const open = (id: ArticleId) => go({ at: 'articles', articleId: id });
  return (
    <RegisterScreen
      words={t.articles}
      icon={<ArticleIcon aria-hidden />}
      search={search}
      onSearch={setSearch}
      rows={rows}
      isPending={isPending}
      columns={columns}
      idOf={rowKey}
      chosenId={articleId}
      onOpen={({ article }) => open(article.id)}
      links={<Button onClick={() => go({ at: 'register-import', register: 'articles' })}>{t.registerImport.open}</Button>}
      whyNotAdd={whyNotAdd}
      form={(close) => (
        <NewArticle
          startsWith={search}
          hasClose={rows.length > 0}
          onClose={close}
          onRegistered={(id) => {
            close();
            open(id);
          }}
        />
      )}
      card={articleId !== undefined && <ArticleCardPane articleId={articleId} />}
    />
  );
}

const none: readonly ArticleRow[] = [];
const rowKey = ({ article }: ArticleRow): string => article.id;
