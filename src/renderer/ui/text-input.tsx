import { Field, Input } from '@fluentui/react-components';
import type { ReactElement, Ref } from 'react';
import { useControlSize } from './display.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly icon?: ReactElement;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly autoFocus?: boolean;
  readonly onBlur?: () => void;
  /** Not shown as it is typed. */
  readonly secret?: boolean;
};

/** A line of text with its label above, and below it a hint or what is wrong. */
export function TextInput({
  label,
  value,
  onChange,
  hint,
  error,
  placeholder,
  required,
  icon,
  inputRef,
  autoFocus,
  onBlur,
  secret = false,
}: Props) {
  const size = useControlSize();
  return (
    <Field
      label={label}
      size={size}
      {...(required && { required })}
      {...(hint && { hint })}
      {...(error && { validationState: 'error' as const, validationMessage: error })}
    >
      <Input
        ref={inputRef as Ref<never>} // Fluent types its slots without an element
        size={size}
        type={secret ? 'password' : 'text'}
        value={value}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        onFocus={(event) => autoFocus === true && event.currentTarget.select()}
        onBlur={onBlur}
        onChange={(_, { value: typed }) => onChange(typed)}
        {...(placeholder && { placeholder })}
        {...(icon && { contentBefore: icon })}
      />
    </Field>
  );
}
