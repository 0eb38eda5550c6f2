import { useMemo, useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import type { ArticleCard } from '../../../shared/contract/customers-and-articles.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { priceOn } from '../../../shared/domain/articles/index.ts';
import { showAmount } from '../../../shared/domain/invoice-fields/index.ts';
import { useSay } from '../../messages.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useExecute } from '../../use-execute.ts';
import { priceDraftOf, termsOf } from './price-draft.ts';
import { PriceFields } from './price-fields.tsx';

type Props = { readonly card: ArticleCard; readonly onClose: () => void };

/** Sets what the article costs from a day on; what it has cost stays. */
export function NewPrice({ card: { article, prices }, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { today } = useSession();
  const [draft, setDraft] = useState(() => priceDraftOf(priceOn(prices, today) ?? prices[0], today));
  const [tried, setTried] = useState(false);
  // One id for all that is typed, so that pressing twice sets one price.
  const priceId = useMemo(() => asId<'articlePrice'>(uuid()), []);
  const terms = termsOf(draft, priceId, today, t);

  const save = async () => {
    setTried(true);
    if (!terms.ok) return;
    const set = await execute('articles/set-price', { articleId: article.id, ...terms.value });
    if (!set.ok) return;
    const { priceOre, fromDay } = terms.value;
    say('note', fill(t.articles.priceSaved, { name: article.name, price: showAmount(priceOre, 'SEK'), day: fromDay }));
    onClose();
  };
  return (
    <Panel title={t.articles.setPriceTitle} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={() => void save()}>
        <PriceFields
          draft={draft}
          onChange={(facts) => setDraft((before) => ({ ...before, ...facts }))}
          fault={tried && !terms.ok ? terms.error : undefined}
          takesFocus
        />
        {terms.ok && terms.value.fromDay < today && <Notice kind="warning">{t.articles.pastDay}</Notice>}
        <Notice kind="info">{t.articles.setPriceMeans}</Notice>
        <Button look="primary" onClick={() => void save()}>
          {t.articles.savePrice}
        </Button>
      </Form>
    </Panel>
  );
}
