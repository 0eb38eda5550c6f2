import type { SupplierCard } from '../../../shared/contract/engine.ts';
import { undoDaysOn } from '../../../shared/domain/register-changes/index.ts';
import type { ShownSupplier } from '../../../shared/domain/suppliers/index.ts';
import { KeepFacts } from '../../register-card/keep-facts.tsx';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { ChangeDraft, DraftField } from './change-draft.ts';
import { NumberFields, WhichNumber } from './number-fields.tsx';
import { SurvivorSearch } from './survivor-search.tsx';

type Props = {
  readonly card: SupplierCard;
  readonly draft: ChangeDraft;
  /** The one that it is to be merged into. */
  readonly survivor: ShownSupplier | undefined;
  readonly faultOf: (field: DraftField) => string | undefined;
  readonly onChange: (changes: Partial<ChangeDraft>) => void;
};

/** The fields that a kind of change needs. */
export function ChangeFields({ card, draft, survivor, faultOf, onChange }: Props) {
  const t = useText();
  const { today } = useSession();
  switch (draft.kind) {
    case 'add-payment-number':
      return <NumberFields draft={draft} faultOf={faultOf} onChange={onChange} />;
    case 'replace-payment-number':
      return (
        <>
          <WhichNumber label={t.change.replaces} card={card} draft={draft} onChange={onChange} />
          <NumberFields draft={draft} faultOf={faultOf} onChange={onChange} />
        </>
      );
    case 'end-payment-number':
      return (
        <>
          <WhichNumber label={t.change.whichNumber} card={card} draft={draft} onChange={onChange} />
          <TextInput
            label={t.change.lastDay}
            hint={t.change.lastDayHint}
            value={draft.day}
            onChange={(day) => onChange({ day })}
            error={faultOf('day')}
          />
        </>
      );
    case 'set-holder':
      return (
        <>
          <WhichNumber label={t.change.whichNumber} card={card} draft={draft} onChange={onChange} />
          <TextInput
            label={t.change.newHolder}
            hint={t.change.newHolderHint}
            value={draft.holder}
            onChange={(holder) => onChange({ holder })}
            error={faultOf('holder')}
          />
        </>
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
          <Notice kind="info">{fill(t.change.mergeNote, { name: draft.survivor.name, days: undoDaysOn(today) })}</Notice>
          <Stack row>
            <strong>{fill(t.change.survivorChosen, { name: draft.survivor.name })}</strong>
            <Button small onClick={() => onChange({ survivor: null, keep: {} })}>
              {t.change.chooseOther}
            </Button>
          </Stack>
          {survivor !== undefined && (
            <KeepFacts merged={card.supplier} survivor={survivor} keep={draft.keep} onChange={(keep) => onChange({ keep })} />
          )}
        </Stack>
      );
    case 'lift-protection':
      return <Notice kind="info">{t.change.liftNote}</Notice>;
    case 'un-merge':
      return <Notice kind="info">{t.change.unMergeNote}</Notice>;
    case 'unblock':
      return null;
  }
}
