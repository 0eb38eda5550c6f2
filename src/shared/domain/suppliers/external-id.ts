import { assert } from '../../base/assert.ts';
import type { Id, SupplierId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Supplier } from './supplier.ts';

/**
 * What a supplier is called in another system (id i andra system): the economy system's number, the marketplace's. A row of its own, so
 * that an id in a system leads to one supplier and no more; a supplier has one in each system.
 */
export type SupplierExternalId = {
  readonly id: Id<'supplierExternalId'>;
  readonly rev: number;
  readonly supplierId: SupplierId;
  readonly system: string;
  /** Missing: it had one, and has none now. */
  readonly externalId?: string;
};

export type SetExternalId = {
  /** The row's, where the supplier has none for that system yet. */
  readonly rowId: SupplierExternalId['id'];
  readonly supplierId: SupplierId;
  readonly system: string;
  /** Null: none any longer. */
  readonly externalId: string | null;
};
export type ExternalIdRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'nothing-to-do' }
  /** Another supplier has the id in that system. */
  | { readonly code: 'external-id-taken'; readonly supplierId: SupplierId; readonly name: string };

type On<Type extends string, Facts> = {
  readonly on: 'supplierExternalId';
  readonly id: SupplierExternalId['id'];
  readonly type: Type;
} & Facts;
export type SupplierExternalIdEvent =
  | On<'external-id-given', { readonly supplierId: SupplierId; readonly system: string; readonly externalId: string }>
  | On<'external-id-changed', { readonly system: string; readonly externalId: string | null }>;

/** Says what a supplier is called in another system, or that it is called nothing there any more. One person does. */
export function decideExternalId(
  {
    supplier,
    known,
    owner,
  }: {
    readonly supplier: Supplier | undefined;
    /** What it is called there now. */
    readonly known: SupplierExternalId | undefined;
    /** The supplier that has the id. */
    readonly owner: Supplier | undefined;
  },
  { rowId, supplierId, system, externalId }: SetExternalId,
): Result<readonly SupplierExternalIdEvent[], ExternalIdRejection> {
  if (supplier === undefined) return err({ code: 'not-found' });
  if ((known?.externalId ?? null) === externalId) return err({ code: 'nothing-to-do' });
  if (owner !== undefined && owner.id !== supplierId)
    return err({ code: 'external-id-taken', supplierId: owner.id, name: owner.name });
  const on = 'supplierExternalId';
  if (known !== undefined) return ok([{ on, id: known.id, type: 'external-id-changed', system, externalId }]);
  return externalId === null
    ? err({ code: 'nothing-to-do' })
    : ok([{ on, id: rowId, type: 'external-id-given', supplierId, system, externalId }]);
}

export function evolveSupplierExternalId(
  before: SupplierExternalId | undefined,
  event: SupplierExternalIdEvent,
): SupplierExternalId {
  if (event.type === 'external-id-given') {
    const { id, supplierId, system, externalId } = event;
    return { id, rev: 1, supplierId, system, externalId };
  }
  assert(before !== undefined, 'only an id that was given changes');
  const { externalId: _, ...rest } = before;
  const next = { ...rest, rev: before.rev + 1 };
  return event.externalId === null ? next : { ...next, externalId: event.externalId };
}
