import { type Day, parseDay } from '../../../shared/base/day.ts';
import { useText } from '../../text/use-text.ts';
import { TextInput } from '../../ui/text-input.tsx';

/** What was typed as a day: the day, null for nothing, undefined for what is none. */
export function typedDay(typed: string): Day | null | undefined {
  if (typed.trim() === '') return null;
  const day = parseDay(typed.trim());
  return day.ok ? day.value : undefined;
}

const leastReason = 5;
export const isReason = (typed: string): boolean => typed.trim().length >= leastReason;

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly hint?: string;
  readonly tried: boolean;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
};

export function DayInput({ tried, required = false, ...props }: Props) {
  const t = useText();
  const day = typedDay(props.value);
  const isWrong = day === undefined || (required && day === null);
  return <TextInput {...props} required={required} error={tried && isWrong ? t.roles.dayWrong : undefined} />;
}

export function ReasonInput({ value, onChange, tried }: Pick<Props, 'value' | 'onChange' | 'tried'>) {
  const t = useText();
  return (
    <TextInput
      label={t.roles.reason}
      hint={t.roles.reasonHint}
      value={value}
      onChange={onChange}
      required
      error={tried && !isReason(value) ? t.roles.reasonMissing : undefined}
    />
  );
}
