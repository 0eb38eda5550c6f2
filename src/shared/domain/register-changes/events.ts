import { assert, unreachable } from '../../base/assert.ts';
import type { PersonId } from '../../base/ids.ts';
import type { MergeFacts } from '../suppliers/index.ts';
import type { CallBack, RegisterChange } from './register-change.ts';

type On<Type extends string, Facts = object> = {
  readonly on: 'registerChange';
  readonly id: RegisterChange['id'];
  readonly type: Type;
} & Facts;
type Asked = Omit<Extract<RegisterChange, { state: 'pending' }>, 'id' | 'rev' | 'state' | 'callBack'>;

export type RegisterChangeEvent =
  | On<'change-requested', Asked>
  | On<'call-back-noted', { readonly callBack: CallBack }>
  /** `was`: of a merge. */
  | On<'change-approved', { readonly by: PersonId; readonly atMs: number; readonly was?: MergeFacts }>
  | On<'change-refused', { readonly by: PersonId; readonly atMs: number; readonly refusal: string }>
  | On<'change-withdrawn'>
  /** Somebody who is to decide saw the person's number that it is about, and why. */
  | On<'personal-number-revealed', { readonly reason: string }>;

export function evolveRegisterChange(before: RegisterChange | undefined, event: RegisterChangeEvent): RegisterChange {
  if (event.type === 'change-requested') {
    const { on, type, ...asked } = event;
    return { ...asked, rev: 1, state: 'pending' };
  }
  assert(before?.state === 'pending', 'only a change that waits goes on');
  const next = { ...before, rev: before.rev + 1 };
  switch (event.type) {
    case 'call-back-noted':
      return { ...next, callBack: event.callBack };
    case 'change-approved':
      return {
        ...{ ...next, state: 'approved', decidedBy: event.by, decidedAtMs: event.atMs },
        ...(event.was !== undefined && next.wanted.kind === 'merge' && { wanted: { ...next.wanted, was: event.was } }),
      };
    case 'change-refused':
      return { ...next, state: 'refused', decidedBy: event.by, decidedAtMs: event.atMs, refusal: event.refusal };
    case 'change-withdrawn':
      return { ...next, state: 'withdrawn' };
    case 'personal-number-revealed':
      return next;
    default:
      return unreachable(event);
  }
}
