import { useState } from 'react';
import type { Article } from '../../../shared/domain/articles/index.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';
import { leastAsker } from './price-draft.ts';

type Props = { readonly article: Article; readonly onClose: () => void };

/** Gives the article another name. */
export function RenameArticle({ article, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const [name, setName] = useState(article.name);
  const [requestedBy, setRequestedBy] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = name.trim() === '';
  const isNobody = requestedBy.trim().length < leastAsker;
  const rename = async () => {
    setTried(true);
    if (isMissing || isNobody) return;
    const done = await execute('articles/rename', { articleId: article.id, name: name.trim(), requestedBy: requestedBy.trim() });
    if (!done.ok) return;
    say('note', fill(t.articles.renamed, { name: name.trim() }));
    onClose();
  };
  return (
    <Panel title={t.articles.rename} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={() => void rename()}>
        <TextInput
          label={t.articles.name}
          value={name}
          onChange={setName}
          required
          autoFocus
          error={tried && isMissing ? t.articles.nameMissing : undefined}
        />
        <TextInput
          label={t.articles.requestedBy}
          value={requestedBy}
          hint={t.articles.requestedByHint}
          onChange={setRequestedBy}
          required
          error={tried && isNobody ? t.articles.requestedByMissing : undefined}
        />
        <Notice kind="info">{t.articles.renameMeans}</Notice>
        <Button look="primary" onClick={() => void rename()}>
          {t.articles.saveName}
        </Button>
      </Form>
    </Panel>
  );
}
