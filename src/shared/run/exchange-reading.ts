import type { ExchangeRecord, ExchangeRegister, RowFacts } from '../domain/register-exchange/index.ts';
import type { EntityName, RowOf } from './entities/index.ts';
import type { Store } from './store.ts';

/** What the register knows of rows of a file, and the register's rows as files have them. */
export type RegisterKey = {
  readonly register: ExchangeRegister;
  /** Whose ids stand in `externalId`. */
  readonly system: string | null;
  /** Whose register it is; null: the one that all clients share. Suppliers are shared by all. */
  readonly unitId: string | null;
};
export type LookedUp = Omit<RowFacts, 'earlierRow'>;

export const present = <Thing>(things: readonly (Thing | undefined)[]): Thing[] => things.filter((thing) => thing !== undefined);

/** The rows whose ids of ours the records name. */
export async function byIdOf<Name extends EntityName>(
  store: Store,
  entity: Name,
  records: readonly ExchangeRecord[],
): Promise<ReadonlyMap<string, RowOf<Name>>> {
  const ids = records.flatMap(({ id }) => id ?? []);
  return new Map(present(await store.getMany(entity, ids)).map((row) => [row.id as string, row]));
}
