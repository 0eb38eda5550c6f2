import type { Id } from '../../../shared/base/ids.ts';
import type { SupplierCard } from '../../../shared/contract/engine.ts';
import { paymentNumberKinds } from '../../../shared/domain/suppliers/index.ts';
import { showPaymentNumber } from '../../change-sentences.ts';
import { useSession } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { aliveNumbers, type ChangeDraft, couldBeEither, type DraftField } from './change-draft.ts';

type Draft = { readonly draft: ChangeDraft; readonly onChange: (changes: Partial<ChangeDraft>) => void };

/** A new payment number: its kind, itself, its bank, whose it is, from when. */
export function NumberFields({
  draft,
  faultOf,
  onChange,
}: Draft & { readonly faultOf: (field: DraftField) => string | undefined }) {
  const t = useText();
  return (
    <>
      <SelectInput
        label={t.change.numberKind}
        value={draft.numberKind}
        choices={paymentNumberKinds.map((value) => ({ value, text: t.paymentNumber[value] }))}
        onChange={(numberKind) => onChange({ numberKind })}
      />
      <TextInput
        label={t.change.number}
        value={draft.number}
        onChange={(number) => onChange({ number })}
        error={faultOf('number')}
        {...(draft.numberKind === 'bank-account' && { hint: t.change.accountHint })}
      />
      {couldBeEither(draft) && <Notice kind="warning">{t.change.couldBeEither}</Notice>}
      {draft.numberKind === 'iban' && (
        <TextInput
          label={t.change.bic}
          hint={t.change.bicHint}
          value={draft.bic}
          onChange={(bic) => onChange({ bic })}
          error={faultOf('bic')}
        />
      )}
      <TextInput
        label={t.change.holder}
        hint={t.change.holderHint}
        value={draft.holder}
        onChange={(holder) => onChange({ holder })}
      />
      <TextInput
        label={t.change.fromWhen}
        hint={t.change.fromWhenHint}
        value={draft.day}
        onChange={(day) => onChange({ day })}
        error={faultOf('day')}
      />
    </>
  );
}

/** One of the numbers that the supplier has. */
export function WhichNumber({ label, card, draft, onChange }: Draft & { readonly label: string; readonly card: SupplierCard }) {
  const t = useText();
  const { today } = useSession();
  return (
    <SelectInput<Id<'paymentNumber'>>
      label={label}
      value={draft.numberId as Id<'paymentNumber'>}
      choices={aliveNumbers(card, today).map((number) => ({ value: number.id, text: showPaymentNumber(number, t) }))}
      onChange={(numberId) => onChange({ numberId })}
    />
  );
}
