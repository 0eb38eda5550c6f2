import { Field, Textarea } from '@fluentui/react-components';
import { useControlSize } from './display.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  readonly rows?: number;
};

/** Several lines of text with their label above, and below them a hint or what is wrong. Enter begins a new line. */
export function TextArea({ label, value, onChange, hint, error, autoFocus, rows = 5 }: Props) {
  const size = useControlSize();
  return (
    <Field
      label={label}
      size={size}
      {...(hint && { hint })}
      {...(error && { validationState: 'error' as const, validationMessage: error })}
    >
      <Textarea
        size={size}
        value={value}
        resize="vertical"
        autoFocus={autoFocus}
        textarea={{ rows, dir: 'auto' }}
        onChange={(_, { value: typed }) => onChange(typed)}
      />
    </Field>
  );
}
