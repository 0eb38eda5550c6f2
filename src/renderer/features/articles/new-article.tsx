import { useMemo, useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import type { ArticleId } from '../../../shared/domain/articles/index.ts';
import { useSay } from '../../messages.ts';
import { firstOwner, OwnerInput } from '../../register-card/owner-input.tsx';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field-group.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { priceDraftOf, termsOf } from './price-draft.ts';
import { PriceFields } from './price-fields.tsx';

type Props = {
  readonly startsWith: string;
  /** Some that are like it stand beside. */
  readonly hasClose: boolean;
  readonly onClose: () => void;
  readonly onRegistered: (articleId: ArticleId) => void;
};

/** Puts a new article in the register with its first price (artikelupplägg), or opens the one that has the number already. */
export function NewArticle({ startsWith, hasClose, onClose, onRegistered }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { today } = useSession();
  const { data: owners } = useEngineQuery('registers/owners', { register: 'article' });
  const isNumber = /\d/.test(startsWith);
  const [words, setWords] = useState({
    number: isNumber ? startsWith.trim() : '',
    name: isNumber ? '' : startsWith.trim(),
    unit: '',
  });
  const [draft, setDraft] = useState(() => priceDraftOf(undefined, today));
  const [chosen, setChosen] = useState<string | null>();
  const [tried, setTried] = useState(false);
  const ids = useMemo(() => ({ article: asId<'article'>(uuid()), price: asId<'articlePrice'>(uuid()) }), []);
  const unitId = chosen === undefined && owners !== undefined ? firstOwner(owners) : (chosen ?? null);
  const terms = termsOf(draft, ids.price, today, t);
  const missing = { number: t.articles.numberMissing, name: t.articles.nameMissing, unit: t.articles.unitMissing };
  const field = (name: keyof typeof words) => ({
    label: t.articles[name],
    value: words[name],
    onChange: (typed: string) => setWords((before) => ({ ...before, [name]: typed })),
    error: tried && words[name].trim() === '' ? missing[name] : undefined,
  });

  const register = async () => {
    setTried(true);
    if (!terms.ok || Object.values(words).some((text) => text.trim() === '')) return;
    const { requestedBy, ...price } = terms.value;
    const done = await execute('articles/register', { articleId: ids.article, ...words, unitId, requestedBy, price });
    if (done.ok) {
      say('note', fill(t.articles.registered, { name: words.name.trim() }));
      onRegistered(ids.article);
    } else if (done.error.code === 'already-registered' && 'articleId' in done.error) onRegistered(done.error.articleId);
  };
  return (
    <Panel title={t.articles.add} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={() => void register()}>
        {hasClose && <Notice kind="info">{t.articles.closest}</Notice>}
        <FieldGroup name={t.articles.one}>
          <TextInput {...field('number')} required autoFocus />
          <TextInput {...field('name')} required />
          <TextInput {...field('unit')} required hint={t.articles.unitHint} />
        </FieldGroup>
        <PriceFields
          draft={draft}
          onChange={(facts) => setDraft((before) => ({ ...before, ...facts }))}
          fault={tried && !terms.ok ? terms.error : undefined}
        />
        {owners !== undefined && <OwnerInput owners={owners} unitId={unitId} onChange={setChosen} />}
        <Button look="primary" onClick={() => void register()}>
          {t.articles.register}
        </Button>
      </Form>
    </Panel>
  );
}
