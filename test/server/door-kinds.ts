import { expect } from 'vitest';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { type WantedChange, wantedKinds } from '../../src/shared/domain/register-changes/index.ts';
import { approval, approver, call, keeper, note, ownNumber, registration, type Say, thief } from './door-cast.ts';

type Kind = WantedChange['kind'];
const source = { kind: 'letter', note: '', invoiceId: null };
const fresh = () => ({ numberId: uuid(), numberKind: 'bankgiro', number: ownNumber, holder: null });

/** What is asked for of a supplier by kind, and what has to be so before it can be: a number of its own, a block, a merge, a protection. */
export function asks(
  known: string,
  other: string,
): { readonly [Name in Kind]: readonly [before: Kind | 'protect' | null, wanted: object] } {
  return {
    'add-payment-number': [null, fresh()],
    'replace-payment-number': ['add-payment-number', { replaces: known, ...fresh() }],
    'end-payment-number': ['add-payment-number', { numberId: known }],
    'set-holder': ['add-payment-number', { numberId: known, from: null, to: 'Mitt bolag AB' }],
    'set-organisation-number': [null, { from: null, to: '5560000175' }],
    'set-payment-days': [null, { from: null, to: 0 }],
    block: [null, { blockedFor: 'bestrids' }],
    unblock: ['block', {}],
    merge: [null, { into: other }],
    'un-merge': ['merge', {}],
    'lift-protection': ['protect', {}],
  };
}

/** Every kind of change, asked for and then approved by one and the same. `canPrepare`: what has to be so before can be brought about here. */
export async function tryEveryKind(road: string, say: Say, canPrepare: boolean): Promise<void> {
  const other = uuid();
  await say(keeper, 'suppliers/register', registration(other, 'Annan AB'));
  for (const kind of wantedKinds) {
    const [supplierId, known] = [uuid(), uuid()];
    await say(keeper, 'suppliers/register', registration(supplierId, 'Målet AB'));
    const [before, wanted] = asks(known, other)[kind];
    if (before === 'protect') await say(keeper, 'suppliers/change-facts', { supplierId, facts: {}, protect: true });
    else if (before !== null) {
      const theirs = { ...fresh(), numberId: known, number: '9912346' };
      const first = { kind: before, ...(before === 'add-payment-number' ? theirs : asks(known, other)[before][1]) };
      const changeId = uuid();
      await say(keeper, 'registers/request-change', { changeId, supplierId, wanted: first, reason: 'det ska vara så', source });
      await say(keeper, 'registers/note-call-back', call(changeId));
      await say(approver, 'registers/decide-change', approval(changeId));
    }
    const changeId = uuid();
    const request = { changeId, supplierId, wanted: { kind, ...wanted }, reason: 'jag vill ha det så', source };
    const asked = await say(thief, 'registers/request-change', request);
    if (canPrepare) expect(asked, `${road}: ${kind} is asked for`).toBe('accepted');
    await say(keeper, 'registers/note-call-back', call(changeId));
    note(road, `approve my own: ${kind}`, await say(thief, 'registers/decide-change', approval(changeId)));
    await say(thief, 'registers/withdraw-change', { changeId });
  }
}
