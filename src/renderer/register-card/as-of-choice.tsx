import { type RefObject, useState } from 'react';
import type { Day } from '../../shared/base/day.ts';
import { readTypedValue } from '../../shared/domain/invoice-fields/index.ts';
import { useSession } from '../session.ts';
import { useText } from '../text/use-text.ts';
import { TextInput } from '../ui/text-input.tsx';

type Props = {
  /** Missing: the day that was in force. */
  readonly label?: string;
  readonly hint?: string;
  readonly onDay: (day: Day | null) => void;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
};

/** The day as of which the register is to be shown, as clerks type days; shown as soon as it is a whole day. */
export function AsOfChoice({ label, hint, onDay, inputRef }: Props) {
  const t = useText();
  const { today } = useSession();
  const [text, setText] = useState('');
  const read = (typed: string) => (typed.trim() === '' ? null : readTypedValue('day', typed, today));
  const day = read(text);
  const isLater = day?.ok === true && String(day.value) > today;
  const wrong = day === null || (day.ok && !isLater) ? undefined : day.ok ? t.supplierCard.asOfLater : t.typed[day.error];
  return (
    <TextInput
      label={label ?? t.supplierCard.asOf}
      hint={day?.ok === true && !isLater ? String(day.value) : (hint ?? t.supplierCard.asOfHint)}
      value={text}
      {...(inputRef !== undefined && { inputRef })}
      error={text.trim().length < 4 ? undefined : wrong}
      onChange={(typed) => {
        setText(typed);
        const typedDay = read(typed);
        onDay(typedDay?.ok === true && String(typedDay.value) <= today ? (typedDay.value as Day) : null);
      }}
    />
  );
}
