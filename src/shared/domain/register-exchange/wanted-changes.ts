import { asId } from '../../base/ids.ts';
import type { WantedChange } from '../register-changes/index.ts';
import type { PaymentNumber, PaymentNumberKind } from '../suppliers/index.ts';
import { paidAtOf } from './composites.ts';
import { splitSeveral } from './exchange-field.ts';
import type { FieldChange } from './judged-row.ts';

/** The fields in which payment numbers stand, and what kind each is. */
export const numberKindOf = {
  bankgiro: 'bankgiro',
  plusgiro: 'plusgiro',
  iban: 'iban',
  bankAccount: 'bank-account',
} as const satisfies { readonly [field: string]: PaymentNumberKind };
const kindOf: { readonly [field: string]: PaymentNumberKind | undefined } = numberKindOf;

type Wanted = (id: string) => WantedChange;

/** What of a field waits for a second person; each gets an id of its own. */
export function wantedBy(
  { field, before, after }: FieldChange,
  known: { readonly numbers: readonly PaymentNumber[] } | undefined,
): readonly Wanted[] {
  const from = before === '' ? null : before;
  const numberKind = kindOf[field];
  if (numberKind !== undefined)
    return splitSeveral(after).map((text) => wantedNumber(numberKind, text, before, known?.numbers ?? []));
  switch (field) {
    case 'organisationNumber':
      return [() => ({ kind: 'set-organisation-number', from, to: after })];
    case 'paymentDays':
      return [() => ({ kind: 'set-payment-days', from: from === null ? null : Number(from), to: Number(after) })];
    case 'blockedFor':
      return [() => ({ kind: 'block', blockedFor: after })];
    default:
      return [];
  }
}

/** A number that is there already gets another holder; one that is not is asked for. */
function wantedNumber(numberKind: PaymentNumberKind, text: string, before: string, numbers: readonly PaymentNumber[]): Wanted {
  const { number, bic, holder } = paidAtOf(text);
  const isThere = splitSeveral(before).some((one) => paidAtOf(one).number === number);
  const known = isThere ? numbers.find((one) => one.kind === numberKind && one.number === number) : undefined;
  if (known !== undefined) return () => ({ kind: 'set-holder', numberId: known.id, from: known.holder ?? null, to: holder });
  return (id) => ({
    ...{ kind: 'add-payment-number', numberId: asId(id), numberKind, number, holder: holder === '' ? null : holder },
    ...(bic !== '' && { bic }),
  });
}
