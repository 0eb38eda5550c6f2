import type { Day } from '../../base/day.ts';
import type { Id } from '../../base/ids.ts';
import type { Ore } from '../../base/money.ts';
import type { VatCode } from './vat-codes.ts';

export type ArticleId = Id<'article'>;

/** An article (artikel): something that customers are invoiced for. What it costs are rows of their own, dated: `ArticlePrice`. */
export type Article = {
  readonly id: ArticleId;
  readonly rev: number;
  /** Its number within the shared register, or within its client's: dealt out once and never again. */
  readonly number: string;
  readonly name: string;
  /** What one of it is: 'st', 'tim', 'mån'. */
  readonly unit: string;
  /** Who asked for it (underlag från kund). */
  readonly requestedBy: string;
  /** The one client whose article it is; missing: shared by all. */
  readonly unitId?: string;
  /** The last day that it may be sold. */
  readonly endedOn?: Day;
};

/** What an article costs from a day on, and how that is booked. Such a row is never changed: what is new is a new row. */
export type ArticlePrice = {
  readonly id: Id<'articlePrice'>;
  readonly rev: number;
  readonly articleId: ArticleId;
  /** As the article's. */
  readonly unitId?: string;
  readonly fromDay: Day;
  /** Without VAT. */
  readonly priceOre: Ore;
  readonly vatCode: VatCode;
  /** Account of the income (intäktskonto). */
  readonly account: string;
  readonly requestedBy: string;
  /** Which of two that hold from the same day was set last, 1 first: it is the one that counts, and the other says what was believed before. */
  readonly turn: number;
};

/** What holds on a day: of the prices that have begun, the one that began last. Undefined: none has begun. In whatever order they come. */
export function priceOn(prices: readonly ArticlePrice[], day: Day): ArticlePrice | undefined {
  let found: ArticlePrice | undefined;
  for (const price of prices) if (price.fromDay <= day && (found === undefined || isLater(price, found))) found = price;
  return found;
}

/** For a list: those to come stand first. */
export const newestPriceFirst = (one: ArticlePrice, other: ArticlePrice): number =>
  one.fromDay === other.fromDay ? other.turn - one.turn : one.fromDay < other.fromDay ? 1 : -1;

const isLater = (one: ArticlePrice, other: ArticlePrice): boolean =>
  one.fromDay === other.fromDay ? one.turn > other.turn : one.fromDay > other.fromDay;

/** Whether it may be sold on a day. */
export const isInUse = ({ endedOn }: Article, day: Day): boolean => endedOn === undefined || day <= endedOn;
