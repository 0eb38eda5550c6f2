import type { Day } from '../../../shared/base/day.ts';
import { type Ore, ore } from '../../../shared/base/money.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import { type ArticlePrice, type PriceTerms, priceFault, type VatCode } from '../../../shared/domain/articles/index.ts';
import { readTypedValue } from '../../../shared/domain/invoice-fields/index.ts';
import type { Texts } from '../../text/texts.ts';

/** What an article is to cost from a day on, as it is typed. */
export type PriceDraft = {
  readonly price: string;
  readonly fromDay: string;
  readonly vatCode: VatCode;
  readonly account: string;
  readonly requestedBy: string;
};
export type PriceField = keyof PriceDraft;
export type PriceFault = { readonly field: PriceField; readonly why: string };

/** Begun with what holds now, but for the price itself and who asked. */
export const priceDraftOf = (held: ArticlePrice | undefined, fromDay: Day): PriceDraft => ({
  ...{ price: '', fromDay, requestedBy: '' },
  vatCode: held?.vatCode ?? 'standard',
  account: held?.account ?? '',
});

/** Fewest characters of who asked: see the command's schema. */
export const leastAsker = 2;

/** The terms that the draft says, or what is wrong with it first. */
export function termsOf(
  { price, fromDay, vatCode, account, requestedBy }: PriceDraft,
  priceId: ArticlePrice['id'],
  today: Day,
  t: Texts,
): Result<PriceTerms & { readonly requestedBy: string }, PriceFault> {
  const amount = readTypedValue('minor', price, today);
  if (!amount.ok) return err({ field: 'price', why: t.articles.priceWrong });
  const day = readTypedValue('day', fromDay, today);
  if (!day.ok) return err({ field: 'fromDay', why: t.typed[day.error] });
  const priceOre: Ore = ore(Number(amount.value));
  const fault = priceFault({ priceOre, account: account.trim() });
  if (fault !== undefined)
    return err({ field: fault.code === 'wrong-account' ? 'account' : 'price', why: t.rejected[fault.code] });
  if (requestedBy.trim().length < leastAsker) return err({ field: 'requestedBy', why: t.articles.requestedByMissing });
  const terms = { priceId, fromDay: day.value as Day, priceOre, vatCode, account: account.trim() }; // read as a day
  return ok({ ...terms, requestedBy: requestedBy.trim() });
}
