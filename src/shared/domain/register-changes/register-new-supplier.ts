import { asId, type PersonId } from '../../base/ids.ts';
import { ok, type Result } from '../../base/result.ts';
import {
  decideSupplierRegistration,
  type RegisterSupplier,
  type Supplier,
  type SupplierEvent,
  type SupplierRejection,
} from '../suppliers/index.ts';
import type { RegisterChangeEvent } from './events.ts';
import type { ChangeSource, WantedChange } from './register-change.ts';
import { changeRequested } from './request-change.ts';

export type NewSupplier = RegisterSupplier & {
  /** What the payment numbers were taken from. */
  readonly source?: ChangeSource;
  /** Its identity is protected from the beginning. */
  readonly protect?: boolean;
};

/** Where nobody said what the numbers were taken from. */
const byHand: ChangeSource = { kind: 'register', note: '', invoiceId: null };

/**
 * Puts a new supplier in the register (leverantörsupplägg). Where it may be paid waits for a second person, like any other change of
 * that, with what it was taken from as its proof: there is no road into the register that one goes alone, not even for the program, in whose name every workstation may speak.
 */
export function decideNewSupplier(
  twins: readonly Supplier[],
  { source = byHand, protect = false, ...command }: NewSupplier,
  by: PersonId,
  atMs: number,
): Result<readonly (SupplierEvent | RegisterChangeEvent)[], SupplierRejection> {
  const registered = decideSupplierRegistration(twins, command);
  if (!registered.ok) return registered;
  const events = registered.value.map((event) => asRequest(event, source, by, atMs));
  const { supplierId: id } = command;
  return ok(protect ? [...events, { on: 'supplier', id, type: 'identity-protected', by }] : events);
}

/** A payment number that a new supplier brings, as a change that waits; all else as it is. Nobody knew of a number to ring. */
function asRequest(event: SupplierEvent, source: ChangeSource, by: PersonId, atMs: number): SupplierEvent | RegisterChangeEvent {
  if (event.type !== 'payment-number-registered') return event;
  const { id, supplierId, kind, number, bic, holder = null } = event;
  const wanted: WantedChange = {
    ...{ kind: 'add-payment-number', numberId: id, numberKind: kind, number, holder },
    ...(bic !== undefined && { bic }),
  };
  return changeRequested(asId(id), { supplierId, wanted, reason: 'new-supplier', source, ring: undefined }, by, atMs);
}
