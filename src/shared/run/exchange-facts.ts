import type { Day } from '../base/day.ts';
import type { ExchangeRecord, ExchangeRegister } from '../domain/register-exchange/index.ts';
import type { EntityName } from './entities/index.ts';
import { articleFacts, articleRecords } from './exchange-articles.ts';
import { customerFacts, customerRecords } from './exchange-customers.ts';
import type { LookedUp, RegisterKey } from './exchange-reading.ts';
import { supplierFacts, supplierRecords } from './exchange-suppliers.ts';
import type { Store } from './store.ts';

/** The table behind each register. */
export const registerEntity = { suppliers: 'supplier', customers: 'customer', articles: 'article' } as const satisfies Record<
  ExchangeRegister,
  EntityName
>;

export function factsOf(
  store: Store,
  key: RegisterKey,
  records: readonly ExchangeRecord[],
  today: Day,
): Promise<readonly LookedUp[]> {
  switch (key.register) {
    case 'suppliers':
      return supplierFacts(store, key, records, today);
    case 'customers':
      return customerFacts(store, key, records);
    case 'articles':
      return articleFacts(store, key, records);
  }
}

/**
 * Rows of the register by their ids, as files have them. Those that were merged into others are not rows any more, and those of another
 * owner are none of this register's.
 */
export function recordsOf(
  store: Store,
  key: RegisterKey,
  ids: readonly string[],
  today: Day,
): Promise<readonly ExchangeRecord[]> {
  switch (key.register) {
    case 'suppliers':
      return supplierRecords(store, key, ids, today);
    case 'customers':
      return customerRecords(store, key, ids);
    case 'articles':
      return articleRecords(store, key, ids);
  }
}
