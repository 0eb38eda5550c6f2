import type { Id } from '../../../shared/base/ids.ts';
import type { SupplierCard } from '../../../shared/contract/engine.ts';
import { paymentNumberKinds } from '../../../shared/domain/suppliers/index.ts';
import { showPaymentNumber } from '../../change-sentences.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { type ChangeDraft, couldBeEither, type DraftField, endable } from './change-draft.ts';
import { SurvivorSearch } from './survivor-search.tsx';

type Props = {
  readonly card: SupplierCard;
  readonly draft: ChangeDraft;
  readonly faultOf: (field: DraftField) => string | undefined;
  readonly onChange: (changes: Partial<ChangeDraft>) => void;
};

/** The fields that a kind of change needs. */
export function ChangeFields({ card, draft, faultOf, onChange }: Props) {
  const t = useText();
  switch (draft.kind) {
    case 'add-payment-number':
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
          />
          {couldBeEither(draft) && <Notice kind="warning">{t.change.couldBeEither}</Notice>}
          <TextInput
            label={t.change.holder}
            hint={t.change.holderHint}
            value={draft.holder}
            onChange={(holder) => onChange({ holder })}
          />
        </>
      );
    case 'end-payment-number':
      return (
        <SelectInput<Id<'paymentNumber'>>
          label={t.change.whichNumber}
          value={draft.numberId as Id<'paymentNumber'>}
          choices={endable(card).map((number) => ({ value: number.id, text: showPaymentNumber(number, t) }))}
          onChange={(numberId) => onChange({ numberId })}
        />
      );
    case 'set-organisation-number':
      return (
        <TextInput
          label={t.change.organisationNumber}
          value={draft.organisationNumber}
          onChange={(organisationNumber) => onChange({ organisationNumber })}
          error={faultOf('organisationNumber')}
        />
      );
    case 'set-payment-days':
      return (
        <TextInput
          label={t.change.paymentDays}
          value={draft.paymentDays}
          onChange={(paymentDays) => onChange({ paymentDays })}
          error={faultOf('paymentDays')}
        />
      );
    case 'block':
      return (
        <TextInput
          label={t.change.blockedFor}
          value={draft.blockedFor}
          onChange={(blockedFor) => onChange({ blockedFor })}
          error={faultOf('blockedFor')}
        />
      );
    case 'merge':
      return draft.survivor === null ? (
        <>
          <SurvivorSearch merged={card.supplier} onPick={(survivor) => onChange({ survivor })} />
          {faultOf('survivor') !== undefined && <Notice kind="error">{faultOf('survivor')}</Notice>}
        </>
      ) : (
        <Stack>
          <Notice kind="info">{fill(t.change.mergeNote, { name: draft.survivor.name })}</Notice>
          <Stack row>
            <strong>{fill(t.change.survivorChosen, { name: draft.survivor.name })}</strong>
            <Button small onClick={() => onChange({ survivor: null })}>
              {t.change.chooseOther}
            </Button>
          </Stack>
        </Stack>
      );
    case 'unblock':
    case 'un-merge':
      return null;
  }
}
