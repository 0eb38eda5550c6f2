import { asId } from '../../src/shared/base/ids.ts';
import { err, ok } from '../../src/shared/base/result.ts';
import type { Notice } from '../../src/shared/contract/engine.ts';
import type { RegisterChangeRow } from '../../src/shared/contract/register-changes.ts';
import type { TwinPage, TwinPair, TwinRow, TwinSearchStatus } from '../../src/shared/contract/register-twins.ts';
import {
  decideRequest,
  decideWithdrawal,
  evolveRegisterChange,
  type RegisterChange,
} from '../../src/shared/domain/register-changes/index.ts';
import {
  type DismissedTwins,
  decideDismissal,
  evolveDismissedTwins,
  inOrder,
} from '../../src/shared/domain/register-twins/index.ts';
import type { Supplier } from '../../src/shared/domain/suppliers/index.ts';
import { anna } from '../make/invoices.ts';

export type TwinsStart = { readonly twins?: readonly TwinPair[] };
type Answers = { readonly [name: string]: (input: never) => unknown };

export const aTwinRow = (changes: Partial<TwinRow> & Pick<TwinRow, 'id' | 'name'>): TwinRow => ({
  ...{ number: null, street: null, postcode: null, city: 'Exempelstad', paymentNumbers: [] },
  ...changes,
});

/** The part of the fake engine that knows twins of the register and the changes that wait, by the domain's own rules. */
export function makeFakeTwins(start: TwinsStart, tell: (notice: Notice) => void) {
  const all = start.twins ?? [];
  const suppliers = new Map(
    all.flatMap(({ rows }) => rows).map(({ id, name }) => [id, { id: asId(id), rev: 1, name } as Supplier]),
  );
  const dismissed = new Map<string, DismissedTwins>();
  const changes = new Map<string, RegisterChange>();
  let status: TwinSearchStatus = { state: 'none', step: 'reading', done: 0, total: 0, found: 0 };
  const become = (next: Partial<TwinSearchStatus>): TwinSearchStatus => {
    status = { ...status, ...next };
    tell({ kind: 'twins', status });
    return status;
  };
  const pairName = (ids: readonly [string, string]) => inOrder(ids).join(' ');
  const left = () => all.filter(({ rows: [one, other] }) => !dismissed.has(pairName([one.id, other.id])));
  return {
    /** How far the search has come, as the engine would tell it. */
    becomeTwins: become,
    answers: {
      ...(start.twins !== undefined && {
        'suppliers/card': ({ supplierId }: { readonly supplierId: string }) => {
          const row = all.flatMap(({ rows }) => rows).find(({ id }) => id === supplierId);
          if (row === undefined) return null;
          const known = Object.entries(row).filter(
            ([name, value]) => ['id', 'name', 'street', 'city'].includes(name) && value !== null,
          );
          const supplier = { ...Object.fromEntries(known), rev: 1, isProtected: false };
          return { supplier, paymentNumbers: [], externalIds: [], invoices: [], undoableThrough: null };
        },
      }),
      'registers/twins': (): TwinPage => ({ status, pairs: status.state === 'done' ? left() : [], next: null }),
      'register-changes/of-supplier': ({ supplierId }: { readonly supplierId: string }): readonly RegisterChangeRow[] =>
        [...changes.values()]
          .filter((change) => change.supplierId === supplierId)
          .map((change) => ({
            ...{
              change,
              supplierName: '',
              requestedByName: 'Anna Berg',
              decidedByName: null,
              callBackByName: null,
              object: null,
            },
          })),
    } as Answers,
    tasks: {
      'registers/find-twins': () => become({ state: 'running', step: 'comparing', done: 50, total: 200 }),
      'registers/stop-finding-twins': () => become({ state: 'stopped' }),
    } as Answers,
    commands: {
      'registers/dismiss-twins': (input: Parameters<typeof decideDismissal>[1]) => {
        const decided = decideDismissal({ found: input.ids.map((id) => suppliers.get(id)), earlier: [] }, input, anna, 1);
        if (!decided.ok) return err(decided.error);
        for (const event of decided.value) dismissed.set(pairName(input.ids), evolveDismissedTwins(undefined, event));
        tell({ kind: 'changed', entities: ['dismissedTwins'] });
        return ok({ commandId: 'dismissal' });
      },
      'registers/propose-again': ({ ids }: { readonly ids: readonly [string, string] }) => {
        dismissed.delete(pairName(ids));
        tell({ kind: 'changed', entities: ['dismissedTwins'] });
        return ok({ commandId: 'proposed again' });
      },
      'registers/request-change': (input: Parameters<typeof decideRequest>[1]) => {
        const survivor = input.wanted.kind === 'merge' ? suppliers.get(input.wanted.into) : undefined;
        const around = { supplier: suppliers.get(input.supplierId), numbers: [], survivor, absorbed: [], owner: undefined };
        const decided = decideRequest({ change: undefined, ...around }, input, anna, 1);
        if (!decided.ok) return err(decided.error);
        for (const event of decided.value) changes.set(input.changeId, evolveRegisterChange(undefined, event));
        tell({ kind: 'changed', entities: ['registerChange'] });
        return ok({ commandId: 'request' });
      },
      'registers/withdraw-change': ({ changeId }: { readonly changeId: string }) => {
        const change = changes.get(changeId);
        const decided = decideWithdrawal(change, anna);
        if (!decided.ok) return err(decided.error);
        for (const event of decided.value) changes.set(changeId, evolveRegisterChange(change, event));
        tell({ kind: 'changed', entities: ['registerChange'] });
        return ok({ commandId: 'withdrawal' });
      },
    } as Answers,
  };
}
