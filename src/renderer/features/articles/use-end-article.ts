import type { Article } from '../../../shared/domain/articles/index.ts';
import { useSay } from '../../messages.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useExecute } from '../../use-execute.ts';

/** Ends an article after today, or takes it into use again: the one takes the other back. */
export function useEndArticle({ id, name, endedOn }: Article): () => Promise<void> {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { today } = useSession();
  return async () => {
    const done = await execute('articles/end', { articleId: id, endedOn: endedOn === undefined ? today : null });
    if (done.ok) say('note', fill(endedOn === undefined ? t.articles.endedNow : t.articles.resumedNow, { name }));
  };
}
