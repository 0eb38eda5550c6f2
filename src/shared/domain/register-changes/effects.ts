import { addDays, type Day } from '../../base/day.ts';
import type { SupplierId } from '../../base/ids.ts';
import type { MergeFacts, SupplierEvent } from '../suppliers/index.ts';
import type { ChangeAround } from './misfit.ts';
import type { RegisterChange, WantedNumber } from './register-change.ts';
import { givenBack } from './undo-merge.ts';

type Approved = Pick<RegisterChange, 'id' | 'supplierId' | 'wanted'>;

/**
 * What a change does to the register when it is approved. Nothing of it reaches back before that day: it was not approved then. `around`: of a
 * merge that is undone, the merge and the one that stayed.
 */
export function effectsOf(
  { id: changeId, supplierId, wanted }: Approved,
  today: Day,
  { merge, survivor: stayed }: Pick<ChangeAround, 'merge' | 'survivor'> = { survivor: undefined },
): readonly SupplierEvent[] {
  const supplier = { on: 'supplier', id: supplierId } as const;
  switch (wanted.kind) {
    case 'add-payment-number':
      return [registered({ changeId, supplierId }, wanted, today)];
    case 'replace-payment-number': {
      const begins = registered({ changeId, supplierId }, wanted, today);
      const throughDay = addDays(laterOf(wanted.fromDay, today), -1);
      return [begins, { on: 'paymentNumber', id: wanted.replaces, type: 'payment-number-ended', throughDay }];
    }
    case 'end-payment-number': {
      const throughDay = laterOf(wanted.throughDay, addDays(today, -1));
      return [{ on: 'paymentNumber', id: wanted.numberId, type: 'payment-number-ended', throughDay }];
    }
    case 'set-holder':
      return [{ on: 'paymentNumber', id: wanted.numberId, type: 'payment-number-holder-set', holder: wanted.to, changeId }];
    case 'set-organisation-number':
      return [{ ...supplier, type: 'organisation-number-set', organisationNumber: wanted.to }];
    case 'set-payment-days':
      return [{ ...supplier, type: 'payment-days-set', paymentDays: wanted.to }];
    case 'block':
      return [{ ...supplier, type: 'supplier-blocked', blockedFor: wanted.blockedFor }];
    case 'unblock':
      return [{ ...supplier, type: 'supplier-unblocked' }];
    case 'merge': {
      const { into, facts = {} } = wanted;
      return [{ ...supplier, type: 'supplier-merged', mergedInto: into }, ...factsChanged(into, facts)];
    }
    case 'un-merge': {
      const facts = merge === undefined || stayed === undefined ? {} : givenBack(merge, stayed);
      return [{ ...supplier, type: 'supplier-unmerged' }, ...(stayed === undefined ? [] : factsChanged(stayed.id, facts))];
    }
    case 'lift-protection':
      return [{ ...supplier, type: 'protection-lifted' }];
  }
}

const factsChanged = (id: SupplierId, facts: MergeFacts): readonly SupplierEvent[] =>
  Object.keys(facts).length > 0 ? [{ on: 'supplier', id, type: 'supplier-facts-changed', facts }] : [];

const laterOf = (day: Day | undefined, other: Day): Day => (day !== undefined && day > other ? day : other);

function registered(
  of: Pick<RegisterChange, 'supplierId'> & { readonly changeId: RegisterChange['id'] },
  { numberId: id, numberKind: kind, number, bic, holder, fromDay }: WantedNumber,
  today: Day,
): SupplierEvent {
  const about = { ...(bic !== undefined && { bic }), ...(holder !== null && { holder }), fromDay: laterOf(fromDay, today) };
  return { on: 'paymentNumber', id, type: 'payment-number-registered', ...of, kind, number, ...about };
}
