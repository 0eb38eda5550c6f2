import { Field, Textarea } from '@fluentui/react-components';
import type { Ref } from 'react';
import { useControlSize } from './display.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** In lines. */
  readonly rows?: number;
  /** No more characters can be typed; missing: what is too long is said in `error`, and nothing that is pasted is cut off. */
  readonly most?: number;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
  readonly autoFocus?: boolean;
};

/** A text of several lines with its label above, and below it a hint or what is wrong. Text written from right to left stands so. */
export function TextArea({ label, value, onChange, hint, error, rows = 6, most, inputRef, autoFocus }: Props) {
  const size = useControlSize();
  return (
    <Field
      label={label}
      size={size}
      {...(hint && { hint })}
      {...(error && { validationState: 'error' as const, validationMessage: error })}
    >
      <Textarea
        ref={inputRef as Ref<never>} // Fluent types its slots without an element
        size={size}
        textarea={{ rows, dir: 'auto' }}
        resize="vertical"
        value={value}
        maxLength={most}
        autoFocus={autoFocus}
        onChange={(_, { value: typed }) => onChange(typed)}
      />
    </Field>
  );
}
