import { z } from 'zod';
import type { Article, ArticlePrice } from '../domain/articles/index.ts';
import type { CustomerAddress, ExternalId, ShownCustomer } from '../domain/customers/index.ts';
import { daySchema, id, words } from '../run/schemas.ts';
import { takes } from './called.ts';

/** Where a list goes on: after the row with this key and this id. */
const after = z.object({ key: words(300), id: words(60) }).nullable();
export type After = z.output<typeof after>;

/** A page of a register in the order of its names. `next`: where the next one begins; null: there is none. */
export type RegisterPage<Row> = { readonly rows: readonly Row[]; readonly next: After };

/** An article, and what it costs on the day that was asked for; null: no price has begun. */
export type ArticleRow = { readonly article: Article; readonly price: ArticlePrice | null };
/** All that it has cost and is to cost, the newest first. */
export type ArticleCard = { readonly article: Article; readonly prices: readonly ArticlePrice[] };

/** What somebody has said why they have to see. It is gone again at `untilMs`. */
export type Revealed = {
  /** '19121212-1212'; null: there is none, and it was the addresses that were asked for. */
  readonly personalNumber: string | null;
  /** Also those of a protected identity. */
  readonly addresses: readonly CustomerAddress[];
  /** Where a person's number may stand too. */
  readonly eInvoiceAddress: string | null;
  readonly externalIds: readonly ExternalId[];
  readonly untilMs: number;
};

const limit = z.int().min(1).max(500);
const customerId = id<'customer'>();

/** In whose register a new row may stand: the one that all share, or one client's own. */
export type RegisterOwners = { readonly mayShare: boolean; readonly unitIds: readonly string[] };

export const customerAndArticleQueries = {
  'registers/owners': takes(z.object({ register: z.enum(['customer', 'article']) })).gives<RegisterOwners>(),
  /** Customers by name; or, where something is looked for, the first page of what the register's box finds. Throws `forbidden`. */
  'customers/list': takes(z.object({ text: words(200), after, limit })).gives<RegisterPage<ShownCustomer>>(),
  'customers/card': takes(z.object({ customerId })).gives<ShownCustomer | null>(),
  /** The number whole, for a while after the same person's `customers/reveal-personal-number`; null: before and after. */
  'customers/revealed': takes(z.object({ customerId })).gives<Revealed | null>(),
  /** Articles in the same way, each with what it costs on the day. */
  'articles/list': takes(z.object({ text: words(200), onDay: daySchema, after, limit })).gives<RegisterPage<ArticleRow>>(),
  'articles/card': takes(z.object({ articleId: id<'article'>() })).gives<ArticleCard | null>(),
};
