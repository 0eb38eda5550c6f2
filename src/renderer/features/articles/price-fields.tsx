import type { Day } from '../../../shared/base/day.ts';
import { vatCodes } from '../../../shared/domain/articles/index.ts';
import { readTypedValue } from '../../../shared/domain/invoice-fields/index.ts';
import { useSession } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { FieldGroup } from '../../ui/field-group.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { PriceDraft, PriceFault } from './price-draft.ts';
import { vatChoice } from './price-words.ts';

type Props = {
  readonly draft: PriceDraft;
  readonly onChange: (facts: Partial<PriceDraft>) => void;
  readonly fault: PriceFault | undefined;
  readonly takesFocus?: boolean;
};

/** What an article is to cost, from when, how it is booked, and who asked for it. */
export function PriceFields({ draft, onChange, fault, takesFocus = false }: Props) {
  const t = useText();
  const { today } = useSession();
  const { articles } = t;
  const read = readTypedValue('day', draft.fromDay, today);
  const day = read.ok ? (read.value as Day) : today; // read as a day
  const errorOf = (field: keyof PriceDraft) => (fault?.field === field ? fault.why : undefined);
  return (
    <>
      <FieldGroup name={articles.priceGroup}>
        <TextInput
          label={articles.price}
          value={draft.price}
          onChange={(price) => onChange({ price })}
          required
          autoFocus={takesFocus}
          error={errorOf('price')}
        />
        <TextInput
          label={articles.fromDay}
          value={draft.fromDay}
          hint={read.ok && draft.fromDay !== day ? day : articles.fromDayHint}
          onChange={(fromDay) => onChange({ fromDay })}
          error={errorOf('fromDay')}
        />
        <SelectInput
          label={articles.vatCode}
          value={draft.vatCode}
          choices={vatCodes.map((value) => ({ value, text: vatChoice(value, day, t) }))}
          onChange={(vatCode) => onChange({ vatCode })}
        />
        <TextInput
          label={articles.account}
          value={draft.account}
          onChange={(account) => onChange({ account })}
          required
          error={errorOf('account')}
        />
      </FieldGroup>
      <TextInput
        label={articles.requestedBy}
        value={draft.requestedBy}
        hint={articles.requestedByHint}
        onChange={(requestedBy) => onChange({ requestedBy })}
        required
        error={errorOf('requestedBy')}
      />
    </>
  );
}
