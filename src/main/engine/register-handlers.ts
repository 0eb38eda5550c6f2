import type { z } from 'zod';
import { dayInSweden } from '../../shared/base/day.ts';
import { asId } from '../../shared/base/ids.ts';
import type { Queries, QueryResult } from '../../shared/contract/engine.ts';
import type { historyQueries, RegisterHistoryLine, RegisterThen } from '../../shared/contract/register-history.ts';
import type { RegisterName } from '../../shared/contract/register-search.ts';
import {
  type CustomerEvent,
  type ShownCustomer,
  shownCustomer,
  shownCustomerEvent,
} from '../../shared/domain/customers/index.ts';
import { type RegisterChangeEvent, shownChangeEvent } from '../../shared/domain/register-changes/index.ts';
import {
  type SupplierEvent,
  shownExternalId,
  shownFacts,
  shownSupplier,
  shownSupplierEvent,
} from '../../shared/domain/suppliers/index.ts';
import type { RegisterSearchInput } from './queries/register-search.ts';
import type { Seat } from './seat.ts';
import type { SessionKeeper } from './session.ts';

type Around = { readonly seat: () => Seat; readonly session: SessionKeeper; readonly clock: () => number };
type Name = 'registers/search' | 'suppliers/list' | keyof typeof historyQueries;
type Handlers = { readonly [Asked in Name]: (input: z.output<Queries[Asked]['input']>) => Promise<QueryResult<Asked>> };
type HistoryInput = z.output<(typeof historyQueries)['registers/history']['input']>;
type ThenInput = z.output<(typeof historyQueries)['registers/as-of']['input']>;

/** What is asked of every register alike: search, history, and how it stood. Each answers for the rows that whoever asks may see. */
export function registerHandlers({ seat, session, clock }: Around): Handlers {
  const queries = () => seat().rows().queries;
  const today = () => dayInSweden(clock());
  const may = async (permission: 'suppliers.register' | 'customers.keep') =>
    (await session.read()).person?.permissions.includes(permission) ?? false;
  /** Whoever keeps a register may look people up in it. */
  const mayFindPersons = (register: RegisterName) => may(register === 'customer' ? 'customers.keep' : 'suppliers.register');
  /** As it is shown now; null where there is none. */
  const supplierNow = async (id: string) => (await queries().supplier(asId(id)))?.supplier ?? null;

  async function search(asked: Pick<RegisterSearchInput, 'register' | 'text' | 'limit'>) {
    session.person();
    if (asked.register === 'customer') await session.demand('customers.keep');
    const around = { scopes: await session.scopes(), today: today(), mayFindPersons: await mayFindPersons(asked.register) };
    return queries().search({ ...asked, ...around });
  }

  /** As it is shown now; null where it may not be seen. */
  async function customerInSight(id: string): Promise<ShownCustomer | null> {
    await session.demand('customers.keep');
    return queries().customers.card(asId(id), await session.scopes());
  }
  const articleInSight = async (id: string) => queries().articles.card(asId(id), await session.scopes());

  async function history({ register, id, before, limit }: HistoryInput): Promise<readonly RegisterHistoryLine[]> {
    session.person();
    if (register === 'supplier') {
      const isProtected = (await supplierNow(id))?.isProtected ?? false;
      return queries()
        .lives[register](id, before, limit)
        .map((line) => ({ ...line, event: supplierEventShown(line, isProtected) }));
    }
    if (register === 'article') return (await articleInSight(id)) === null ? [] : queries().lives[register](id, before, limit);
    const customer = await customerInSight(id);
    if (customer === null) return [];
    const shown = (event: RegisterHistoryLine['event']) =>
      shownCustomerEvent(event as unknown as CustomerEvent, customer.isProtected) as unknown as RegisterHistoryLine['event']; // as it was written
    return queries()
      .lives[register](id, before, limit)
      .map((line) => ({ ...line, event: shown(line.event) }));
  }

  async function then({ register, id, day }: ThenInput): Promise<RegisterThen | null> {
    session.person();
    if (register === 'supplier') {
      const found = queries().asOf.supplier(asId(id), day);
      if (found === null) return null;
      const isProtected = (await supplierNow(id))?.isProtected ?? false;
      const supplier = shownFacts(shownSupplier(found.supplier), isProtected); // what is protected today is told of no day
      return { register, supplier, paymentNumbers: found.paymentNumbers, externalIds: found.externalIds.map(shownExternalId) };
    }
    if (register === 'article') {
      const article = (await articleInSight(id)) === null ? null : queries().asOf.article(asId(id), day);
      return article === null ? null : { register, ...article };
    }
    const now = await customerInSight(id);
    const customer = now === null ? null : queries().asOf.customer(asId(id), day);
    if (now === null || customer === null) return null;
    return { register, customer: { ...shownCustomer(customer), ...(now.isProtected && { addresses: [] }) } };
  }

  return {
    'registers/search': search,
    'registers/history': history,
    'registers/as-of': then,
    'suppliers/list': async ({ search: text, limit }) => {
      session.person();
      const around = { scopes: await session.scopes(), today: today(), mayFindPersons: await mayFindPersons('supplier') };
      return queries().suppliers({ text, limit, ...around });
    },
  };
}

/** As it was written, covered: what happened to the supplier, its numbers and ids, or to a change of it. */
function supplierEventShown({ subject, event }: RegisterHistoryLine, isProtected: boolean): RegisterHistoryLine['event'] {
  const shown =
    subject === 'registerChange'
      ? shownChangeEvent(event as unknown as RegisterChangeEvent, isProtected)
      : shownSupplierEvent(event as unknown as SupplierEvent, isProtected);
  return shown as unknown as RegisterHistoryLine['event'];
}
