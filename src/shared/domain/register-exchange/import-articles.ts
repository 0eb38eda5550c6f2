import type { Day } from '../../base/day.ts';
import { asId } from '../../base/ids.ts';
import { ore } from '../../base/money.ts';
import { err, ok, type Result } from '../../base/result.ts';
import {
  type Article,
  type ArticleEvent,
  type ArticlePrice,
  decideArticleEnd,
  decideArticleRegistration,
  decidePrice,
  evolveArticlePrice,
  type PriceTerms,
  type VatCode,
} from '../articles/index.ts';
import { pricedFromOf } from './composites.ts';
import { splitSeveral } from './exchange-field.ts';
import { type Import, type ImportRejection, judgeImported, refusedRow } from './import-rows.ts';
import { type JudgedRow, type KnownAs, knownOf, type RowFacts } from './judged-row.ts';

/** An article and all that it costs. */
export type KnownArticle = { readonly article: Article; readonly prices: readonly ArticlePrice[] };
export type ArticleRowFacts = RowFacts<KnownAs<KnownArticle>>;
type Decided = Result<readonly ArticleEvent[], { readonly code: string }>;

/**
 * Takes rows of a file into the article register: new ones with what they cost, and new prices of those that are there, by the rules that
 * hold by hand. What an article is called stays: invoices name it.
 */
export function decideArticleImport(
  facts: readonly ArticleRowFacts[],
  { rows, fileName, unitId }: Import,
): Result<readonly ArticleEvent[], ImportRejection> {
  const judged = judgeImported('articles', rows, facts);
  if (!judged.ok) return judged;
  const events: ArticleEvent[] = [];
  for (const [place, row] of judged.value.entries()) {
    if (row.verdict === 'unchanged') continue;
    const found = facts[place];
    const known = found === undefined ? undefined : knownOf(found)?.row;
    const decided = decideRow(row, known, { ids: [...(rows[place]?.ids ?? [])], unitId, fileName });
    if (!decided.ok) return err(refusedRow(row.row, decided.error.code));
    events.push(...decided.value);
  }
  return ok(events);
}

type Around = { readonly ids: string[] } & Pick<Import, 'unitId' | 'fileName'>;

function decideRow({ record, changes }: JudgedRow, known: KnownArticle | undefined, { ids, unitId, fileName }: Around): Decided {
  const own = asId<'article'>(record.id ?? ids[0] ?? '');
  const requestedBy = record.requestedBy ?? fileName.slice(0, 200);
  const [first, ...others] = pricesOf(changes, ids.slice(1));
  const events: ArticleEvent[] = [];
  let { article, prices } = known ?? { article: undefined, prices: [] };
  if (article === undefined) {
    if (first === undefined) return err({ code: 'missing' });
    const { number = '', name = '', unit = '' } = record;
    const added = decideArticleRegistration([], { articleId: own, number, name, unit, unitId, requestedBy, price: first });
    if (!added.ok) return added;
    events.push(...added.value);
    article = { id: own, rev: 1, number, name, unit, requestedBy, ...(unitId !== null && { unitId }) };
    prices = pricesIn(events);
  } else if (first !== undefined) others.unshift(first);
  for (const terms of others) {
    const priced = decidePrice({ article, prices }, { ...terms, articleId: article.id, requestedBy });
    if (!priced.ok && priced.error.code === 'nothing-to-do') continue;
    if (!priced.ok) return priced;
    events.push(...priced.value);
    prices = [...prices, ...pricesIn(priced.value)];
  }
  const end = changes.find(({ field }) => field === 'endedOn');
  if (end === undefined) return ok(events);
  const ended = decideArticleEnd(article, { articleId: article.id, endedOn: end.after as Day }); // parsed as one
  return ended.ok ? ok([...events, ...ended.value]) : ended;
}

/** The prices that are to be set, the earliest first: what holds already is told by those before. */
function pricesOf(changes: JudgedRow['changes'], ids: readonly string[]): PriceTerms[] {
  const wanted = changes.find(({ field }) => field === 'prices')?.after ?? '';
  return splitSeveral(wanted).map((text, place): PriceTerms => {
    const { fromDay, price, vatCode, account } = pricedFromOf(text);
    return {
      priceId: asId(ids[place] ?? ''),
      fromDay: fromDay as Day, // parsed as one
      priceOre: ore(Number(price.replace(',', ''))), // '125,00', as `showAmount` writes it
      vatCode: vatCode as VatCode, // one of the words
      account,
    };
  });
}

const pricesIn = (events: readonly ArticleEvent[]): readonly ArticlePrice[] =>
  events.flatMap((event) => (event.on === 'articlePrice' ? [evolveArticlePrice(undefined, event)] : []));
