import { z } from 'zod';
import type { Day } from '../base/day.ts';
import type { SupplierId } from '../base/ids.ts';
import type { WantedChange } from '../domain/register-changes/index.ts';
import type { PaymentNumber, ShownSupplier, Supplier, SupplierExternalId } from '../domain/suppliers/index.ts';
import { id, words } from '../run/schemas.ts';
import { takes } from './called.ts';
import type { QueueRow } from './queue-row.ts';

export type SupplierRow = {
  readonly id: SupplierId;
  readonly name: string;
  /** A person's with its end covered. */
  readonly organisationNumber: string | null;
  /** Null also where the identity is protected. */
  readonly city: string | null;
  readonly paymentNumbers: readonly Pick<PaymentNumber, 'kind' | 'number'>[];
};

/** What a supplier is called in another system, and by which of those that are one with it. */
export type ExternalIdRow = Pick<SupplierExternalId, 'supplierId' | 'system'> & { readonly externalId: string };

export type SupplierCard = {
  readonly supplier: ShownSupplier;
  readonly paymentNumbers: readonly PaymentNumber[];
  /** Its own, and those of the suppliers that were merged into it. */
  readonly externalIds: readonly ExternalIdRow[];
  readonly invoices: readonly QueueRow[];
  /** The last day on which it may be asked that its merge be undone. Null: it is not merged, or was before changes were kept. */
  readonly undoableThrough: Day | null;
};

/** What somebody has said why they have to see of a supplier, whole. It is gone again at `untilMs`. */
export type RevealedSupplier = {
  readonly supplier: Supplier;
  readonly externalIds: readonly ExternalIdRow[];
  readonly untilMs: number;
};
export type RevealedChange = { readonly wanted: WantedChange; readonly untilMs: number };

const supplierId = id<'supplier'>();

export const supplierQueries = {
  'suppliers/list': takes(z.object({ search: words(200), limit: z.int().min(1).max(500) })).gives<readonly SupplierRow[]>(),
  'suppliers/card': takes(z.object({ supplierId })).gives<SupplierCard | null>(),
  /** Whole, for a while after the same person's `suppliers/reveal-personal-number`; null: before and after. */
  'suppliers/revealed': takes(z.object({ supplierId })).gives<RevealedSupplier | null>(),
  /** What a change is about, whole, for a while after the same person's `registers/reveal-change`. */
  'register-changes/revealed': takes(z.object({ changeId: id<'registerChange'>() })).gives<RevealedChange | null>(),
};
