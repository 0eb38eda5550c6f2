import { useState } from 'react';
import type { ArticleCard } from '../../../shared/contract/customers-and-articles.ts';
import type { ArticleId } from '../../../shared/domain/articles/index.ts';
import { bridge } from '../../bridge.ts';
import { showFullMoment } from '../../formats.ts';
import { HistoryList } from '../../register-card/history-list.tsx';
import { useAsOf } from '../../register-card/use-as-of.tsx';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { PrintIcon } from '../../ui/icons.ts';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { ArticleFactList, PriceTable } from './article-facts.tsx';
import { ArticleThen } from './article-then.tsx';
import { historyWords } from './history-words.ts';
import { NewPrice } from './new-price.tsx';
import { RenameArticle } from './rename-article.tsx';
import { useEndArticle } from './use-end-article.ts';

/** An article in the register: what it is, what it has cost, costs and is to cost, and who asked for what. */
export function ArticleCardPane({ articleId }: { readonly articleId: ArticleId }) {
  const { data: card } = useEngineQuery('articles/card', { articleId });
  return card ? <Card key={card.article.id} card={card} /> : null;
}

function Card({ card }: { readonly card: ArticleCard }) {
  const t = useText();
  const { person, today } = useSession();
  const { article, prices } = card;
  const [panel, setPanel] = useState<'price' | 'name'>();
  const asOf = useAsOf();
  const mayNot = useWhyNot('articles.keep');
  const endOrResume = useEndArticle(article);
  const open = (name: 'price' | 'name') => (mayNot === undefined ? setPanel(name) : undefined);
  const close = () => setPanel(undefined);
  useKeys({ editFacts: () => open('name'), setPrice: () => open('price'), showAsOf: asOf.focus });
  const print = bridge()?.print;
  const { articles, supplierCard } = t;
  return (
    <RecordPane name={article.name} printedBy={fill(t.invoice.printedBy, { at: showFullMoment(Date.now()), name: person.name })}>
      {panel === 'price' && <NewPrice card={card} onClose={close} />}
      {panel === 'name' && <RenameArticle article={article} onClose={close} />}
      {asOf.day !== null && <ArticleThen articleId={article.id} day={asOf.day} onBack={asOf.backToNow} />}
      {asOf.day === null && (
        <>
          <RecordSection
            title={article.name}
            leads
            acts={
              <>
                <Button small look="primary" hint="F4" whyNot={mayNot} onClick={() => open('price')}>
                  {articles.setPrice}
                </Button>
                <Button small hint="F2" whyNot={mayNot} onClick={() => open('name')}>
                  {articles.rename}
                </Button>
                <Button small hint={article.endedOn ? '' : articles.endHint} whyNot={mayNot} onClick={() => void endOrResume()}>
                  {article.endedOn === undefined ? articles.end : articles.resume}
                </Button>
                {print !== undefined && (
                  <Button small icon={<PrintIcon />} onClick={() => print()}>
                    {supplierCard.print}
                  </Button>
                )}
              </>
            }
          >
            <ArticleFactList article={article} prices={prices} day={today} />
          </RecordSection>
          <RecordSection title={articles.prices}>
            <PriceTable prices={prices} day={today} />
          </RecordSection>
        </>
      )}
      <RecordSection title={supplierCard.history}>
        <div className="no-print">{asOf.choice}</div>
        <HistoryList register="article" id={article.id} words={(line) => historyWords(line, article, t)} />
      </RecordSection>
    </RecordPane>
  );
}
