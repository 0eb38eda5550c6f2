import { type Day, dayInSweden } from '../shared/base/day.ts';
import type { RegisterChangeRow } from '../shared/contract/register-changes.ts';
import { showValue } from '../shared/domain/invoice-fields/index.ts';
import {
  asksForCall,
  type RegisterChange,
  type WantedChange,
  type WantedNumber,
} from '../shared/domain/register-changes/index.ts';
import { isAlive, mergeFacts, type PaymentNumber, type ShownSupplier } from '../shared/domain/suppliers/index.ts';
import { fill, fillPlural } from './text/fill.ts';
import type { Texts } from './text/texts.ts';

/** What a change is held against: the supplier and its numbers as they are now; null where the change is settled. */
export type AroundChange = {
  readonly now: { readonly supplier: ShownSupplier; readonly paymentNumbers: readonly PaymentNumber[] } | null;
  /** The number that is to end, or the name of the one that it is to be merged into; null: not known. */
  readonly object: string | null;
  readonly today: Day;
};
type Line = { readonly text: string; readonly mark?: 'new' | 'gone'; readonly word?: string };
export type BothSides = { readonly before: readonly Line[]; readonly after: readonly Line[] };

/** 'Bankgiro 991-2346'. */
export const showPaymentNumber = ({ kind, number }: Pick<PaymentNumber, 'kind' | 'number'>, t: Texts): string =>
  `${t.paymentNumber[kind]} ${showNumber({ kind, number })}`;

/** '991-2346'. An account is as it is kept. */
export const showNumber = ({ kind, number }: Pick<PaymentNumber, 'kind' | 'number'>): string =>
  kind === 'bank-account' ? number : showValue(kind, number);

/** A payment number with all that is asked of it: 'IBAN SE45 …, BIC ESSESESS, Factor AB, från 2026-12-01'. */
function showWanted({ numberKind: kind, number, bic, holder, fromDay }: WantedNumber, t: Texts): string {
  const parts = [
    showPaymentNumber({ kind, number }, t),
    bic === undefined ? '' : `BIC ${bic}`,
    holder ?? '',
    fromDay === undefined ? '' : fill(t.change.fromDay, { day: fromDay }),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** What a change is to do, in a line: 'Nytt betalnummer: Bankgiro 991-2346'. */
export function wantedSentence(wanted: WantedChange, object: string | null, t: Texts): string {
  const what = t.wantedChange[wanted.kind];
  const detail = detailOf(wanted, object, t);
  return detail === null ? what : `${what}: ${detail}`;
}

function detailOf(wanted: WantedChange, object: string | null, t: Texts): string | null {
  switch (wanted.kind) {
    case 'add-payment-number':
    case 'replace-payment-number':
      return showWanted(wanted, t);
    case 'set-holder':
      return [object ?? '', wanted.to ?? t.change.theirOwn].filter((part) => part !== '').join(', ');
    case 'set-organisation-number':
      return showValue('organisation-number', wanted.to);
    case 'set-payment-days':
      return fillPlural(t.supplierCard.days, wanted.to);
    case 'end-payment-number':
      return object === null || wanted.throughDay === undefined
        ? object
        : `${object}, ${fill(t.change.throughDay, { day: wanted.throughDay })}`;
    case 'merge':
      return object;
    case 'block':
    case 'unblock':
    case 'un-merge':
    case 'lift-protection':
      return null;
  }
}

/** What stands in the register and what is to stand there. */
export function bothSides(wanted: WantedChange, around: AroundChange, t: Texts): BothSides {
  const { now, object } = around;
  const { change } = t;
  const line = (text: string): readonly Line[] => [{ text }];
  const fresh = (text: string): readonly Line[] => [{ text, mark: 'new' }];
  const orNone = (text: string | null | undefined) => text ?? change.nothing;
  switch (wanted.kind) {
    case 'add-payment-number':
    case 'replace-payment-number':
    case 'end-payment-number':
      return numberSides(wanted, around, t);
    case 'set-holder':
      return { before: line(wanted.from ?? change.theirOwn), after: fresh(wanted.to ?? change.theirOwn) };
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
    case 'merge': {
      const chosen = mergeFacts.flatMap((name): readonly Line[] => {
        const value = wanted.facts?.[name];
        return value === undefined ? [] : [{ text: `${t.plainFact[name]}: ${value ?? t.common.nothing}`, mark: 'new' }];
      });
      return {
        before: line(change.standsAlone),
        after: [...fresh(fill(change.mergedWith, { name: object ?? change.mergedInto })), ...chosen],
      };
    }
    case 'un-merge':
      return { before: line(fill(change.mergedWith, { name: object ?? change.mergedInto })), after: fresh(change.standsAlone) };
    case 'lift-protection':
      return { before: line(change.isProtected), after: fresh(change.isNotProtected) };
  }
}

type NumberChange = Extract<WantedChange, { kind: 'add-payment-number' | 'replace-payment-number' | 'end-payment-number' }>;

/** The supplier's numbers as they are, and as they are to be: what comes is said to be new, what goes to end. */
function numberSides(wanted: NumberChange, { now, object, today }: AroundChange, t: Texts): BothSides {
  const { change } = t;
  const alive = (now?.paymentNumbers ?? []).filter((number) => isAlive(number, today));
  const goes =
    wanted.kind === 'end-payment-number' ? wanted.numberId : wanted.kind === 'replace-payment-number' ? wanted.replaces : '';
  const gone = alive.find(({ id }) => id === goes);
  const last = gone === undefined ? object : showPaymentNumber(gone, t);
  const kept = alive.filter(({ id }) => id !== goes).map((number): Line => ({ text: showPaymentNumber(number, t) }));
  const leaves: readonly Line[] = wanted.kind === 'add-payment-number' ? [] : [{ text: last ?? change.nothing }];
  const before = [...kept, ...leaves];
  const until =
    wanted.kind === 'end-payment-number' && wanted.throughDay !== undefined
      ? ` (${fill(change.throughDay, { day: wanted.throughDay })})`
      : '';
  const comes: readonly Line[] =
    wanted.kind === 'end-payment-number' ? [] : [{ text: showWanted(wanted, t), mark: 'new', word: change.wasAdded }];
  return {
    before: before.length > 0 ? before : [{ text: now === null ? change.nothing : change.none }],
    after: [...kept, ...leaves.map(({ text }): Line => ({ text, mark: 'gone', word: `${change.isEnded}${until}` })), ...comes],
  };
}

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
