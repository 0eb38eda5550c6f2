import type { Day } from '../../../shared/base/day.ts';
import { type Article, type ArticlePrice, priceOn } from '../../../shared/domain/articles/index.ts';
import { showAmount } from '../../../shared/domain/invoice-fields/index.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Sign } from '../../ui/sign.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { ValueList } from '../../ui/value-list.tsx';
import { priceState, priceWords, vatRateWords } from './price-words.ts';

type Props = {
  readonly article: Article;
  /** The newest first. */
  readonly prices: readonly ArticlePrice[];
  readonly day: Day;
};

/** What the article is, and what it costs on a day and from the next one that is known. */
export function ArticleFactList({ article, prices, day }: Props) {
  const t = useText();
  const { articles } = t;
  const { number, unit, requestedBy, unitId, endedOn } = article;
  const now = priceOn(prices, day);
  const next = prices.findLast(({ fromDay }) => fromDay > day);
  const nextPrice = next === undefined ? undefined : priceOn(prices, next.fromDay);
  return (
    <>
      {endedOn !== undefined && <Notice kind="warning">{fill(articles.endedNotice, { day: endedOn })}</Notice>}
      <ValueList
        values={[
          { name: articles.number, value: number },
          { name: articles.unit, value: unit },
          { name: articles.priceToday, value: now === undefined ? articles.noPriceYet : priceWords(now, article, day, t) },
          ...(nextPrice === undefined
            ? []
            : [
                {
                  name: fill(articles.priceNext, { day: nextPrice.fromDay }),
                  value: priceWords(nextPrice, article, nextPrice.fromDay, t),
                },
              ]),
          { name: articles.requestedBy, value: requestedBy },
          { name: t.registerOwner.client, value: unitId ?? t.registerOwner.shared },
        ]}
      />
    </>
  );
}

/** All that it has cost and is to cost, those to come first; what was corrected stays. */
export function PriceTable({ prices, day }: Pick<Props, 'prices' | 'day'>) {
  const t = useText();
  const { priceColumns, priceState: words } = t.articles;
  const signs = { now: 'good', coming: 'waits', past: 'plain', replaced: 'plain' } as const;
  return (
    <SmallTable
      name={t.articles.prices}
      heads={[priceColumns.from, priceColumns.price, priceColumns.vat, priceColumns.account, priceColumns.by, priceColumns.state]}
      right={[1]}
      whole={[0, 2, 5]}
      rows={prices.map((price) => {
        const state = priceState(price, prices, day);
        return [
          price.fromDay,
          showAmount(price.priceOre),
          vatRateWords(price.vatCode, price.fromDay > day ? price.fromDay : day, t),
          price.account,
          price.requestedBy,
          <Sign key="state" kind={signs[state]}>
            {words[state]}
          </Sign>,
        ];
      })}
    />
  );
}
