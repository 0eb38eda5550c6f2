import type { RegisterHistoryLine } from '../../../shared/contract/register-history.ts';
import type { Article, ArticleEvent } from '../../../shared/domain/articles/index.ts';
import { showAmount } from '../../../shared/domain/invoice-fields/index.ts';
import type { HistoryWords } from '../../register-card/history-list.tsx';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { vatChoice } from './price-words.ts';

/** What a line of an article's history says: of a price also how it is booked, and who asked for it. */
export function historyWords(line: RegisterHistoryLine, { unit }: Pick<Article, 'unit'>, t: Texts): HistoryWords {
  const event = line.event as unknown as ArticleEvent; // as it was written
  const what = t.articleEvent[event.type];
  const fact = (name: string, value: string) => fill(t.supplierCard.factNow, { fact: name, value });
  switch (event.type) {
    case 'article-price-set': {
      const { priceOre, fromDay, vatCode, account, requestedBy } = event;
      return {
        what: fill(what, { price: showAmount(priceOre, 'SEK'), unit, day: fromDay }),
        notes: [
          `${vatChoice(vatCode, fromDay, t)}. ${fact(t.articles.account, account)}`,
          fact(t.articles.requestedBy, requestedBy),
        ],
      };
    }
    case 'article-renamed':
      return { what: fill(what, { name: event.name }), notes: [fact(t.articles.requestedBy, event.requestedBy)] };
    case 'article-ended':
      return { what: fill(what, { day: event.endedOn }), notes: [] };
    default:
      return { what, notes: [] };
  }
}
