import { Field, Input } from '@fluentui/react-components';
import type { Ref } from 'react';
import { useControlSize } from './display.ts';
import { FilterIcon } from './icons.ts';
import { makeStyles } from './style.ts';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
  readonly inputRef: Ref<HTMLInputElement>;
};

/** One line that says what is to be shown; what is wrong with it stands below it. */
export function FilterBox({ label, hint, value, error, onChange, onEnter, inputRef }: Props) {
  const size = useControlSize();
  return (
    <Field
      className={useStyles().box}
      size={size}
      {...(error !== undefined && { validationState: 'error' as const, validationMessage: error })}
    >
      <Input
        ref={inputRef as Ref<never>} // Fluent types its slots without an element
        type="text"
        aria-label={label}
        placeholder={hint}
        size={size}
        value={value}
        spellCheck={false}
        autoComplete="off"
        contentBefore={<FilterIcon aria-hidden />}
        onChange={(_, { value: typed }) => onChange(typed)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return;
          event.preventDefault();
          onEnter();
        }}
      />
    </Field>
  );
}

const useStyles = makeStyles({ box: { flexGrow: 1, minWidth: '18em', maxWidth: '60em' } });
