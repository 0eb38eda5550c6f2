import type { Id } from '../../base/ids.ts';
import type { ExternalId } from '../party-facts/index.ts';
import type { Customer, CustomerId } from './customer.ts';

/**
 * That a customer has an id in another system (id i andra system). The customer's own row says it too; this one is there so that an id in a
 * system leads to one customer and no more within a register. One for each customer and system: its id is made of the two.
 */
export type CustomerExternalId = {
  readonly id: Id<'customerExternalId'>;
  readonly rev: number;
  readonly customerId: CustomerId;
  /** The one client whose customer it is; missing: shared by all. */
  readonly unitId?: string;
  readonly system: string;
  /** Missing: it had one, and has none now. */
  readonly externalId?: string;
};

export type CustomerExternalIdEvent = {
  readonly on: 'customerExternalId';
  readonly id: CustomerExternalId['id'];
  readonly type: 'external-id-set';
  readonly customerId: CustomerId;
  readonly unitId: string | null;
  readonly system: string;
  /** Null: none any longer. */
  readonly externalId: string | null;
};

type Called = { readonly customerId: CustomerId; readonly unitId: string | null };

/** What has to be said of a customer's ids in other systems for them to be `after`, where they are `before`. */
export function calledElsewhere(
  { customerId, unitId }: Called,
  before: readonly ExternalId[],
  after: readonly ExternalId[],
): readonly CustomerExternalIdEvent[] {
  const idIn = (ids: readonly ExternalId[], system: string): string | null =>
    ids.find((one) => one.system === system)?.id ?? null;
  const systems = [...new Set([...before, ...after].map(({ system }) => system))];
  return systems
    .filter((system) => idIn(before, system) !== idIn(after, system))
    .map((system) => ({
      ...{ on: 'customerExternalId', id: rowOf(customerId, system), type: 'external-id-set' },
      ...{ customerId, unitId, system, externalId: idIn(after, system) },
    }));
}

const rowOf = (customerId: CustomerId, system: string) => `${customerId} ${system}` as CustomerExternalId['id'];

export function evolveCustomerExternalId(
  before: CustomerExternalId | undefined,
  { id, customerId, unitId, system, externalId }: CustomerExternalIdEvent,
): CustomerExternalId {
  return {
    ...{ id, rev: (before?.rev ?? 0) + 1, customerId, system },
    ...(unitId !== null && { unitId }),
    ...(externalId !== null && { externalId }),
  };
}

/** They are one in another system: they have the same id there. */
export const isCalledTheSame = ({ externalIds: ids }: Customer, others: readonly ExternalId[]): boolean =>
  ids.some(({ system, id }) => others.some((other) => other.system === system && other.id === id));
