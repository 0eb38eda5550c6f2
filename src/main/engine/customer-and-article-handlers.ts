import type { z } from 'zod';
import { dayInSweden } from '../../shared/base/day.ts';
import type { customerAndArticleQueries } from '../../shared/contract/customers-and-articles.ts';
import { sharedScopes } from '../../shared/run/commands/registers.ts';
import type { Seat } from './seat.ts';
import type { SessionKeeper } from './session.ts';

type Around = { readonly seat: () => Seat; readonly session: SessionKeeper; readonly clock: () => number };
type Table = typeof customerAndArticleQueries;
type Answer<Name extends keyof Table> = NonNullable<Table[Name]['result']> | Extract<Table[Name]['result'], null>;
type Handlers = { readonly [Name in keyof Table]: (input: z.output<Table[Name]['input']>) => Promise<Answer<Name>> };

/** A person sees the rows of the clients where that person has a role, also on a computer that holds those of others. */
export function customerAndArticleHandlers({ seat, session, clock }: Around): Handlers {
  const today = () => dayInSweden(clock());
  const queries = () => seat().rows().queries;
  /** Customers are persons too: who does not keep them has no business with them. */
  const keepers = () => session.demand('customers.keep');
  return {
    'registers/owners': async ({ register }) => {
      const scopes = await session.scopes();
      return { mayShare: scopes.includes(sharedScopes[register]), unitIds: queries().clients(scopes) };
    },
    'customers/list': async (input) => {
      await keepers();
      return queries().customers.list({ ...input, scopes: await session.scopes() }, today());
    },
    'customers/card': async ({ customerId }) => {
      await keepers();
      return queries().customers.card(customerId, await session.scopes());
    },
    'customers/revealed': async ({ customerId }) => {
      await keepers();
      return queries().customers.revealed(customerId, session.person(), await session.scopes(), clock());
    },
    'articles/list': async (input) => queries().articles.list({ ...input, scopes: await session.scopes() }),
    'articles/card': async ({ articleId }) => queries().articles.card(articleId, await session.scopes()),
  };
}
