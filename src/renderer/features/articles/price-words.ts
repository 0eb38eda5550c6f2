import type { Day } from '../../../shared/base/day.ts';
import { type Article, type ArticlePrice, priceOn, type VatCode, vatRateOn } from '../../../shared/domain/articles/index.ts';
import { showAmount } from '../../../shared/domain/invoice-fields/index.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';

/** '25 %', by the rate of the day; 'momsfritt'. */
export function vatRateWords(code: VatCode, day: Day, t: Texts): string {
  const rate = vatRateOn(code, day);
  return rate === null ? t.articles.vatFree : fill(t.articles.vatPercent, { rate: rate / 100 });
}

/** 'Normal moms, 25 %'; one that has no rate by its name alone. */
export const vatChoice = (code: VatCode, day: Day, t: Texts): string =>
  vatRateOn(code, day) === null ? t.vatCode[code] : `${t.vatCode[code]}, ${vatRateWords(code, day, t)}`;

/** '25 % moms'. */
export function vatWords(code: VatCode, day: Day, t: Texts): string {
  const rate = vatRateOn(code, day);
  return rate === null ? t.articles.vatFree : fill(t.articles.vatRate, { rate: vatRateWords(code, day, t) });
}

/** '1 250,00 kr per tim, 25 % moms, konto 3110'. */
export const priceWords = (price: ArticlePrice, { unit }: Pick<Article, 'unit'>, day: Day, t: Texts): string =>
  fill(t.articles.priceNow, {
    price: showAmount(price.priceOre, 'SEK'),
    unit,
    vat: vatWords(price.vatCode, day, t),
    account: price.account,
  });

export type PriceState = keyof Texts['articles']['priceState'];

/** How a price stands on a day; `replaced`: another was set for the same day, and counts. */
export function priceState(price: ArticlePrice, prices: readonly ArticlePrice[], day: Day): PriceState {
  if (priceOn(prices, price.fromDay)?.id !== price.id) return 'replaced';
  if (price.fromDay > day) return 'coming';
  return priceOn(prices, day)?.id === price.id ? 'now' : 'past';
}
