import { useMemo, useState } from 'react';
import type { ArticleRow } from '../../../shared/contract/customers-and-articles.ts';
import type { ArticleId } from '../../../shared/domain/articles/index.ts';
import { useGo } from '../../navigation.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AddIcon, ArticleIcon } from '../../ui/icons.ts';
import { Screen } from '../../ui/screen.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { useKeys } from '../../ui/use-keys.ts';
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
  const [adding, setAdding] = useState(false);
  const mayNot = useWhyNot('articles.keep');
  const { data, isPending } = useEngineQuery('articles/list', { text: search, onDay: today, after: null, limit: mostRows });
  const rows = data?.rows ?? none;
  const columns = useMemo(() => articleColumns(today, t), [today, t]);
  const whyNotAdd = mayNot ?? (search.trim() === '' ? t.articles.searchFirst : undefined);
  const add = () => (whyNotAdd === undefined ? setAdding(true) : undefined);
  const open = (id: ArticleId) => {
    setAdding(false);
    go({ at: 'articles', articleId: id });
  };
  useKeys({ addRow: add });
  return (
    <Screen
      title={t.articles.title}
      tabs={<SearchBox label={t.common.search} hint={t.articles.searchHint} value={search} onChange={setSearch} />}
      actions={
        <>
          <Button onClick={() => go({ at: 'register-import', register: 'articles' })}>{t.registerImport.open}</Button>
          <Button icon={<AddIcon />} whyNot={whyNotAdd} hint="Ctrl+N" onClick={add}>
            {t.articles.add}
          </Button>
        </>
      }
    >
      <SideBySide
        even
        left={
          rows.length === 0 && !isPending ? (
            <EmptyState icon={<ArticleIcon aria-hidden />} title={t.articles.none} hint={t.articles.noneHint} />
          ) : (
            <DataTable
              name={t.articles.table}
              rows={rows}
              columns={columns}
              rowKey={rowKey}
              onOpen={({ article }) => open(article.id)}
              startKey={articleId}
              sortWords={{
                ascending: t.queueScreen.ascending,
                descending: t.queueScreen.descending,
                hint: t.queueScreen.sortHint,
              }}
            />
          )
        }
        right={
          adding ? (
            <NewArticle startsWith={search} hasClose={rows.length > 0} onClose={() => setAdding(false)} onRegistered={open} />
          ) : articleId === undefined ? (
            <EmptyState icon={<ArticleIcon aria-hidden />} title={t.articles.pick} />
          ) : (
            <ArticleCardPane articleId={articleId} />
          )
        }
      />
    </Screen>
  );
}

const none: readonly ArticleRow[] = [];
const rowKey = ({ article }: ArticleRow): string => article.id;
