import type { Day } from '../../../shared/base/day.ts';
import { asId, type Id, type SupplierId } from '../../../shared/base/ids.ts';
import type { SupplierCard } from '../../../shared/contract/engine.ts';
import { parseBankgiro, parseBic, parsePlusgiro, parseTraderNumber } from '../../../shared/domain/identifiers/index.ts';
import type { WantedChange } from '../../../shared/domain/register-changes/index.ts';
import {
  isAlive,
  type PaymentNumberKind,
  type PlainFact,
  parsePaymentNumber,
  type ShownSupplier,
} from '../../../shared/domain/suppliers/index.ts';
import { keptFacts } from '../../register-card/merge-choice.ts';
import type { Texts } from '../../text/texts.ts';
import { readDay } from './typed-day.ts';

export type WantedKind = WantedChange['kind'];

/** What is being asked for, as it is typed. */
export type ChangeDraft = {
  readonly kind: WantedKind;
  readonly numberKind: PaymentNumberKind;
  readonly number: string;
  readonly bic: string;
  readonly holder: string;
  /** The number that is to end, to be replaced or to be another's. */
  readonly numberId: Id<'paymentNumber'> | '';
  /** From or through which day. */
  readonly day: string;
  readonly organisationNumber: string;
  readonly paymentDays: string;
  readonly blockedFor: string;
  readonly survivor: { readonly id: SupplierId; readonly name: string } | null;
  /** Whose value is to stand, where somebody has chosen. */
  readonly keep: { readonly [Name in PlainFact]?: 'survivor' | 'merged' };
};
export type DraftField = 'number' | 'bic' | 'day' | 'holder' | 'organisationNumber' | 'paymentDays' | 'blockedFor' | 'survivor';
export type DraftResult =
  | { readonly ok: true; readonly wanted: WantedChange }
  | { readonly ok: false; readonly field: DraftField; readonly why: string };

/** Fewest characters of a reason: see `reasonSchema`. */
export const leastReason = 5;

export const draftOf = (kind: WantedKind, card: SupplierCard, today: Day, numberId?: Id<'paymentNumber'>): ChangeDraft => ({
  kind,
  numberKind: 'bankgiro',
  number: '',
  bic: '',
  holder: '',
  numberId: numberId ?? aliveNumbers(card, today)[0]?.id ?? '',
  day: '',
  organisationNumber: '',
  paymentDays: '',
  blockedFor: '',
  survivor: null,
  keep: {},
});

/** Those that are in force, and those that are to be. */
export const aliveNumbers = ({ paymentNumbers }: SupplierCard, today: Day) =>
  paymentNumbers.filter((number) => isAlive(number, today));

/** What may be asked for of a supplier as it is. */
export function wantedKindsFor(card: SupplierCard, today: Day): readonly WantedKind[] {
  const { blockedFor, mergedInto, isProtected } = card.supplier;
  const mayComeApart = card.undoableThrough === null || today <= card.undoableThrough;
  const hasNumber = aliveNumbers(card, today).length > 0;
  return [
    'add-payment-number',
    ...(hasNumber ? (['replace-payment-number', 'end-payment-number', 'set-holder'] as const) : []),
    'set-organisation-number',
    'set-payment-days',
    blockedFor === undefined ? 'block' : 'unblock',
    ...(mergedInto === undefined ? (['merge'] as const) : mayComeApart ? (['un-merge'] as const) : []),
    ...(isProtected ? (['lift-protection'] as const) : []),
  ];
}

export type AroundDraft = {
  readonly card: SupplierCard;
  /** The one that it is to be merged into, when it has been looked up. */
  readonly survivor: ShownSupplier | undefined;
  readonly today: Day;
};

/** The change that the draft asks for, or what is wrong with it and where. */
export function wantedOf(draft: ChangeDraft, { card, survivor, today }: AroundDraft, newId: () => string, t: Texts): DraftResult {
  const { supplier } = card;
  const wrong = (field: DraftField, why: string): DraftResult => ({ ok: false, field, why });
  switch (draft.kind) {
    case 'add-payment-number':
    case 'replace-payment-number': {
      if (draft.number.trim() === '') return wrong('number', t.change.numberMissing);
      const { numberKind } = draft;
      const parsed = parsePaymentNumber(numberKind, draft.number);
      if (!parsed.ok) return wrong('number', t.suppliers.wrong[parsed.error]);
      const bic = numberKind !== 'iban' || draft.bic.trim() === '' ? undefined : parseBic(draft.bic);
      if (bic?.ok === false) return wrong('bic', t.rejected['wrong-bic']);
      const fromDay = readDay(draft.day, today, t);
      if (!fromDay.ok) return wrong('day', fromDay.why);
      const number = {
        ...{ numberId: asId<'paymentNumber'>(newId()), numberKind, number: parsed.value, holder: orNull(draft.holder) },
        ...(bic !== undefined && { bic: bic.value }),
        ...(fromDay.day !== undefined && { fromDay: fromDay.day }),
      };
      if (draft.kind === 'add-payment-number') return { ok: true, wanted: { kind: draft.kind, ...number } };
      if (draft.numberId === '') return wrong('number', t.change.numberMissing);
      return { ok: true, wanted: { kind: draft.kind, replaces: draft.numberId, ...number } };
    }
    case 'end-payment-number': {
      if (draft.numberId === '') return wrong('number', t.change.numberMissing);
      const last = readDay(draft.day, today, t);
      if (!last.ok) return wrong('day', last.why);
      const wanted = { kind: draft.kind, numberId: draft.numberId, ...(last.day !== undefined && { throughDay: last.day }) };
      return { ok: true, wanted };
    }
    case 'set-holder': {
      const known = card.paymentNumbers.find(({ id }) => id === draft.numberId);
      if (known === undefined) return wrong('number', t.change.numberMissing);
      const [from, to] = [known.holder ?? null, orNull(draft.holder)];
      if (from === to) return wrong('holder', t.change.sameAsNow);
      return { ok: true, wanted: { kind: draft.kind, numberId: known.id, from, to } };
    }
    case 'set-organisation-number': {
      const parsed = parseTraderNumber(draft.organisationNumber);
      if (draft.organisationNumber.trim() === '') return wrong('organisationNumber', t.change.numberMissing);
      if (!parsed.ok) return wrong('organisationNumber', t.suppliers.wrong[parsed.error]);
      if (parsed.value === supplier.organisationNumber) return wrong('organisationNumber', t.change.sameAsNow);
      return { ok: true, wanted: { kind: draft.kind, from: supplier.organisationNumber ?? null, to: parsed.value } };
    }
    case 'set-payment-days': {
      const to = Number(draft.paymentDays);
      if (!/^\d{1,3}$/.test(draft.paymentDays.trim()) || to > 365) return wrong('paymentDays', t.change.daysWrong);
      if (to === supplier.paymentDays) return wrong('paymentDays', t.change.sameAsNow);
      return { ok: true, wanted: { kind: draft.kind, from: supplier.paymentDays ?? null, to } };
    }
    case 'block':
      if (draft.blockedFor.trim().length < leastReason) return wrong('blockedFor', t.change.reasonMissing);
      return { ok: true, wanted: { kind: draft.kind, blockedFor: draft.blockedFor.trim() } };
    case 'merge': {
      if (draft.survivor === null) return wrong('survivor', t.change.survivorMissing);
      const facts = survivor === undefined ? {} : keptFacts(supplier, survivor, draft.keep);
      const chosen = Object.keys(facts).length > 0 ? { facts } : {};
      return { ok: true, wanted: { kind: draft.kind, into: draft.survivor.id, ...chosen } };
    }
    case 'unblock':
    case 'un-merge':
    case 'lift-protection':
      return { ok: true, wanted: { kind: draft.kind } };
  }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The digits are both a bankgiro and a plusgiro, which lead to different payees. */
export const couldBeEither = ({ kind, numberKind, number }: ChangeDraft): boolean =>
  (kind === 'add-payment-number' || kind === 'replace-payment-number') &&
  (numberKind === 'bankgiro' || numberKind === 'plusgiro') &&
  parseBankgiro(number).ok &&
  parsePlusgiro(number).ok;
