import type { Day } from '../base/day.ts';
import type { ExchangeRecord, ExchangeRegister, RowFacts } from '../domain/register-exchange/index.ts';
import type { EntityName } from './entities/index.ts';
import { supplierFacts, supplierRecords } from './exchange-suppliers.ts';
import type { Store } from './store.ts';

/** What the register knows of rows of a file, and the register's rows as files have them. */
export type RegisterKey = { readonly register: ExchangeRegister; readonly system: string | null; readonly unitId: string | null };
export type LookedUp = Omit<RowFacts, 'earlierRow'>;

/** The table behind each register. */
export const registerEntity = { suppliers: 'supplier' } as const satisfies Record<ExchangeRegister, EntityName>;

export const factsOf = (
  store: Store,
  _key: RegisterKey,
  records: readonly ExchangeRecord[],
  today: Day,
): Promise<readonly LookedUp[]> => supplierFacts(store, records, today);

/** Rows of the register by their ids, as files have them. Those that were merged into others are not rows any more. */
export const recordsOf = (
  store: Store,
  _key: RegisterKey,
  ids: readonly string[],
  today: Day,
): Promise<readonly ExchangeRecord[]> => supplierRecords(store, ids, today);
