import { z } from 'zod';
import { asId, type CommandId, type EventId } from '../base/ids.ts';
import type { Article, ArticlePrice } from '../domain/articles/index.ts';
import type { ShownCustomer } from '../domain/customers/index.ts';
import type { PaymentNumber, ShownSupplier, SupplierExternalId } from '../domain/suppliers/index.ts';
import { daySchema, words } from '../run/schemas.ts';
import { takes } from './called.ts';
import { registers } from './register-search.ts';

/** A line of a register row's history: what happened to it, to what belongs to it, or to what was asked for. */
export type RegisterHistoryLine = {
  readonly eventId: EventId;
  readonly commandId: CommandId;
  /**
   * The register's own row; a supplier's `paymentNumber` or an article's `articlePrice`; or `registerChange`: a change's own lines say who
   * asked for it, why, by what proof, and who decided.
   */
  readonly subject: string;
  readonly subjectId: string;
  readonly type: string;
  /** The whole event, with persons' numbers covered for those who may not see them: of a customer always, and addresses that are a secret. */
  readonly event: { readonly [fact: string]: unknown };
  readonly actorName: string;
  readonly atMs: number;
};

/** As it is shown now: what is protected today is told of no day. */
export type SupplierThen = {
  readonly supplier: ShownSupplier;
  readonly paymentNumbers: readonly PaymentNumber[];
  readonly externalIds: readonly SupplierExternalId[];
};
/** The newest price first. */
export type ArticleThen = { readonly article: Article; readonly prices: readonly ArticlePrice[] };

/** A row of a register with what belongs to it, as it stood. */
export type RegisterThen =
  | ({ readonly register: 'supplier' } & SupplierThen)
  /** As it is shown now: what is protected today is told of no day. */
  | { readonly register: 'customer'; readonly customer: ShownCustomer }
  | ({ readonly register: 'article' } & ArticleThen);

const row = { register: z.enum(registers), id: words(60) };
const eventId = words(60).transform((text): EventId => asId(text));

export const historyQueries = {
  /** What happened to a row of a register, newest first; nothing of a row that one may not see. `before`: the last line that has been seen. */
  'registers/history': takes(z.object({ ...row, before: eventId.nullable(), limit: z.int().min(1).max(500) })).gives<
    readonly RegisterHistoryLine[]
  >(),
  /** A row as it stood when a day in Sweden had ended; null: it was not there yet, or one may not see it. */
  'registers/as-of': takes(z.object({ ...row, day: daySchema })).gives<RegisterThen | null>(),
};
