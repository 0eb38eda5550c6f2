import { dayInSweden } from '../shared/base/day.ts';
import type { RegisterChangeRow } from '../shared/contract/register-changes.ts';
import { showValue } from '../shared/domain/invoice-fields/index.ts';
import { asksForCall, type RegisterChange, type WantedChange } from '../shared/domain/register-changes/index.ts';
import { isInForce, type PaymentNumber, type Supplier } from '../shared/domain/suppliers/index.ts';
import { fill, fillPlural } from './text/fill.ts';
import type { Texts } from './text/texts.ts';

/** What a change is held against: the supplier and its numbers as they are now; null where the change is settled. */
export type AroundChange = {
  readonly now: { readonly supplier: Supplier; readonly paymentNumbers: readonly PaymentNumber[] } | null;
  /** The number that is to end, or the name of the one that it is to be merged into; null: not known. */
  readonly object: string | null;
};
type Line = { readonly text: string; readonly mark?: 'new' | 'gone'; readonly word?: string };
export type BothSides = { readonly before: readonly Line[]; readonly after: readonly Line[] };

/** 'Bankgiro 991-2346'. */
export const showPaymentNumber = ({ kind, number }: Pick<PaymentNumber, 'kind' | 'number'>, t: Texts): string =>
  `${t.paymentNumber[kind]} ${showValue(kind, number)}`;

/** What a change is to do, in a line: 'Nytt betalnummer: Bankgiro 991-2346'. */
export function wantedSentence(wanted: WantedChange, object: string | null, t: Texts): string {
  const what = t.wantedChange[wanted.kind];
  const detail = detailOf(wanted, object, t);
  return detail === null ? what : `${what}: ${detail}`;
}

function detailOf(wanted: WantedChange, object: string | null, t: Texts): string | null {
  switch (wanted.kind) {
    case 'add-payment-number':
      return showPaymentNumber({ kind: wanted.numberKind, number: wanted.number }, t);
    case 'set-organisation-number':
      return showValue('organisation-number', wanted.to);
    case 'set-payment-days':
      return fillPlural(t.supplierCard.days, wanted.to);
    case 'end-payment-number':
    case 'merge':
      return object;
    case 'block':
    case 'unblock':
    case 'un-merge':
      return null;
  }
}

/** What stands in the register and what is to stand there. */
export function bothSides(wanted: WantedChange, { now, object }: AroundChange, t: Texts): BothSides {
  const { change } = t;
  const line = (text: string): readonly Line[] => [{ text }];
  const fresh = (text: string): readonly Line[] => [{ text, mark: 'new' }];
  const orNone = (text: string | null | undefined) => text ?? change.nothing;
  switch (wanted.kind) {
    case 'add-payment-number': {
      const kept = inForce(now, t);
      const added = showPaymentNumber({ kind: wanted.numberKind, number: wanted.number }, t);
      const holder = wanted.holder === null ? '' : ` (${wanted.holder})`;
      return {
        before: kept.length === 0 ? line(now === null ? change.nothing : change.none) : kept,
        after: [...kept, { text: `${added}${holder}`, mark: 'new', word: change.wasAdded }],
      };
    }
    case 'end-payment-number': {
      const ends = now?.paymentNumbers.find(({ id }) => id === wanted.numberId);
      const number = ends === undefined ? orNone(object) : showPaymentNumber(ends, t);
      const kept = inForce(now, t).filter(({ text }) => text !== number);
      return { before: [...kept, { text: number }], after: [...kept, { text: number, mark: 'gone', word: change.isEnded }] };
    }
    case 'set-organisation-number':
      return {
        before: line(wanted.from === null ? change.nothing : showValue('organisation-number', wanted.from)),
        after: fresh(showValue('organisation-number', wanted.to)),
      };
    case 'set-payment-days':
      return {
        before: line(wanted.from === null ? change.nothing : fillPlural(t.supplierCard.days, wanted.from)),
        after: fresh(fillPlural(t.supplierCard.days, wanted.to)),
      };
    case 'block':
      return { before: line(change.mayBePaid), after: fresh(fill(change.blockedAs, { reason: wanted.blockedFor })) };
    case 'unblock':
      return {
        before: line(fill(change.blockedAs, { reason: orNone(now?.supplier.blockedFor) })),
        after: fresh(change.mayBePaid),
      };
    case 'merge':
      return {
        before: line(change.standsAlone),
        after: fresh(fill(change.mergedWith, { name: object ?? change.mergedInto })),
      };
    case 'un-merge':
      return { before: line(fill(change.mergedWith, { name: object ?? change.mergedInto })), after: fresh(change.standsAlone) };
  }
}

const inForce = (now: AroundChange['now'], t: Texts): readonly Line[] =>
  (now?.paymentNumbers ?? []).filter(isInForce).map((number) => ({ text: showPaymentNumber(number, t) }));

/** The program's own reasons are codes; what people wrote is as they wrote it. */
export function reasonOf({ reason }: Pick<RegisterChange, 'reason'>, t: Texts): string {
  if (reason === 'new-supplier') return t.change.newSupplier;
  return reason === 'import' ? t.change.imported : reason;
}

/** What stands in the way of approving a change that waits, for this person; undefined: nothing that is known here. */
export function whyNotApprove({ requestedBy, callBack, wanted }: RegisterChange, personId: string, t: Texts): string | undefined {
  if (requestedBy === personId) return t.change.ownChange;
  if (callBack?.by === personId) return t.change.ownCall;
  if (!asksForCall(wanted) || callBack?.confirmed === true) return undefined;
  return callBack === undefined ? t.change.callFirst : t.change.saidNo;
}

/** Who settled a change and when: 'Godkänd av Cecilia Ek 2026-11-22'. */
export function settledSentence({ change, decidedByName, requestedByName }: RegisterChangeRow, t: Texts): string {
  if (change.state === 'withdrawn') return fill(t.change.withdrawnBy, { name: requestedByName });
  const at = 'decidedAtMs' in change ? dayInSweden(change.decidedAtMs) : '';
  return fill(t.change.decidedBy, { state: t.changeState[change.state], name: decidedByName ?? '', at });
}
