import type Database from 'better-sqlite3';
import type { Day } from '../../../shared/base/day.ts';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { RegisterPage, Revealed } from '../../../shared/contract/customers-and-articles.ts';
import { holds, type Scopes } from '../../../shared/domain/access/index.ts';
import { type Customer, type CustomerId, type ShownCustomer, shownCustomer } from '../../../shared/domain/customers/index.ts';
import { showPersonalNumber } from '../../../shared/domain/identifiers/index.ts';
import { entities } from '../../../shared/run/entities/index.ts';
import type { Store } from '../../../shared/run/store.ts';
import { type NamesAsked, namesInRegister } from './names-in-register.ts';
import type { RegisterSearch } from './register-search.ts';
import { revealedUntil } from './revealed.ts';

/** Customers as a screen may have them: numbers covered, and nothing of clients outside `scopes`. */
export function customerQueries(connection: Database.Database, store: Store, search: RegisterSearch) {
  const names = namesInRegister(connection, 'customers');

  async function seen(id: string, scopes: Scopes): Promise<Customer | undefined> {
    const customer = await store.get('customer', id);
    return customer !== undefined && holds(scopes, entities.customer.scope(customer)) ? customer : undefined;
  }
  const shownAll = async (ids: readonly string[], scopes: Scopes): Promise<ShownCustomer[]> =>
    (await Promise.all(ids.map((id) => seen(id, scopes)))).flatMap((one) => (one === undefined ? [] : [shownCustomer(one)]));

  return {
    /** By name where nothing is looked for; else as the register's box finds them. */
    list: async (asked: NamesAsked, today: Day): Promise<RegisterPage<ShownCustomer>> => {
      if (asked.text.trim() === '') {
        const { ids, next } = names(asked);
        return { rows: await shownAll(ids, asked.scopes), next };
      }
      const { hits, resting } = search({ ...asked, register: 'customer', mayFindPersons: true, today });
      const found = [...hits, ...resting].slice(0, asked.limit).map(({ id }) => id);
      return { rows: await shownAll(found, asked.scopes), next: null };
    },
    card: async (id: CustomerId, scopes: Scopes): Promise<ShownCustomer | null> => (await shownAll([id], scopes))[0] ?? null,
    revealed: async (id: CustomerId, to: PersonId, scopes: Scopes, nowMs: number): Promise<Revealed | null> => {
      const customer = await seen(id, scopes);
      if (customer === undefined) return null;
      const untilMs = await revealedUntil(store, id, to, nowMs);
      if (untilMs === null) return null;
      const { personalNumber, addresses, eInvoiceAddress = null, externalIds } = customer;
      const number = personalNumber === undefined ? null : showPersonalNumber(personalNumber);
      return { personalNumber: number, addresses, eInvoiceAddress, externalIds, untilMs };
    },
  };
}
