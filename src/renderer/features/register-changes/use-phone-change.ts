import type { RegisterHistoryLine } from '../../../shared/contract/register-history.ts';
import { asksForCall, type RegisterChange } from '../../../shared/domain/register-changes/index.ts';
import { useEngineQuery } from '../../use-engine.ts';

/** A number to ring that was written within this time before the change is no proof by itself. */
const newForMs = 30 * 24 * 3_600_000;

/** The line that wrote the number to ring, where that was shortly before the change was asked for: one and the same hand may stand behind both. */
export function usePhoneChange({ supplierId, wanted, ring, requestedAtMs }: RegisterChange): RegisterHistoryLine | undefined {
  const { data: lines } = useEngineQuery(
    'registers/history',
    { register: 'supplier', id: supplierId, before: null, limit: 200 },
    { when: asksForCall(wanted) && ring !== undefined, fresh: true },
  );
  return lines?.find(
    ({ event, atMs }) =>
      atMs <= requestedAtMs && requestedAtMs - atMs < newForMs && phoneOf(event) !== undefined && phoneOf(event) === ring,
  );
}

function phoneOf({ type, facts, phone }: RegisterHistoryLine['event']): unknown {
  if (type === 'supplier-registered') return phone;
  if (type !== 'supplier-facts-changed' || typeof facts !== 'object' || facts === null) return undefined;
  return 'phone' in facts ? facts.phone : undefined;
}
