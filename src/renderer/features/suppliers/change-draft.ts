import { asId, type Id, type SupplierId } from '../../../shared/base/ids.ts';
import type { SupplierCard } from '../../../shared/contract/engine.ts';
import { parseBankgiro, parseOrganisationNumber, parsePlusgiro } from '../../../shared/domain/identifiers/index.ts';
import type { WantedChange } from '../../../shared/domain/register-changes/index.ts';
import { isInForce, type PaymentNumberKind, parsePaymentNumber } from '../../../shared/domain/suppliers/index.ts';
import type { Texts } from '../../text/texts.ts';

export type WantedKind = WantedChange['kind'];

/** What is being asked for, as it is typed. */
export type ChangeDraft = {
  readonly kind: WantedKind;
  readonly numberKind: PaymentNumberKind;
  readonly number: string;
  readonly holder: string;
  readonly numberId: Id<'paymentNumber'> | '';
  readonly organisationNumber: string;
  readonly paymentDays: string;
  readonly blockedFor: string;
  readonly survivor: { readonly id: SupplierId; readonly name: string } | null;
};
export type DraftField = 'number' | 'organisationNumber' | 'paymentDays' | 'blockedFor' | 'survivor';
export type DraftResult =
  | { readonly ok: true; readonly wanted: WantedChange }
  | { readonly ok: false; readonly field: DraftField; readonly why: string };

/** Fewest characters of a reason: see `reasonSchema`. */
export const leastReason = 5;

export const draftOf = (kind: WantedKind, card: SupplierCard, numberId?: Id<'paymentNumber'>): ChangeDraft => ({
  kind,
  numberKind: 'bankgiro',
  number: '',
  holder: '',
  numberId: numberId ?? endable(card)[0]?.id ?? '',
  organisationNumber: '',
  paymentDays: '',
  blockedFor: '',
  survivor: null,
});

export const endable = ({ paymentNumbers }: SupplierCard) => paymentNumbers.filter(isInForce);

/** What may be asked for of a supplier as it is. */
export function wantedKindsFor(card: SupplierCard): readonly WantedKind[] {
  const { blockedFor, mergedInto } = card.supplier;
  return [
    'add-payment-number',
    ...(endable(card).length > 0 ? (['end-payment-number'] as const) : []),
    'set-organisation-number',
    'set-payment-days',
    blockedFor === undefined ? 'block' : 'unblock',
    mergedInto === undefined ? 'merge' : 'un-merge',
  ];
}

/** The change that the draft asks for, or what is wrong with it and where. */
export function wantedOf(draft: ChangeDraft, { supplier }: SupplierCard, newId: () => string, t: Texts): DraftResult {
  const wrong = (field: DraftField, why: string): DraftResult => ({ ok: false, field, why });
  switch (draft.kind) {
    case 'add-payment-number': {
      if (draft.number.trim() === '') return wrong('number', t.change.numberMissing);
      const { numberKind } = draft;
      const parsed = parsePaymentNumber(numberKind, draft.number);
      if (!parsed.ok) return wrong('number', t.suppliers.wrong[parsed.error]);
      const holder = draft.holder.trim() === '' ? null : draft.holder.trim();
      return { ok: true, wanted: { kind: draft.kind, numberId: asId(newId()), numberKind, number: parsed.value, holder } };
    }
    case 'end-payment-number':
      if (draft.numberId === '') return wrong('number', t.change.numberMissing);
      return { ok: true, wanted: { kind: draft.kind, numberId: draft.numberId } };
    case 'set-organisation-number': {
      const parsed = parseOrganisationNumber(draft.organisationNumber);
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
    case 'merge':
      if (draft.survivor === null) return wrong('survivor', t.change.survivorMissing);
      return { ok: true, wanted: { kind: draft.kind, into: draft.survivor.id } };
    case 'unblock':
    case 'un-merge':
      return { ok: true, wanted: { kind: draft.kind } };
  }
}

/** The digits are both a bankgiro and a plusgiro, which lead to different payees. */
export const couldBeEither = ({ kind, numberKind, number }: ChangeDraft): boolean =>
  kind === 'add-payment-number' && numberKind !== 'iban' && parseBankgiro(number).ok && parsePlusgiro(number).ok;
