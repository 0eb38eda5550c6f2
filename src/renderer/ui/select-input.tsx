import { Field, Select } from '@fluentui/react-components';
import { useControlSize } from './display.ts';
import { makeStyles } from './style.ts';

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  /** The label is there for screen readers only. */
  readonly bare?: boolean;
  readonly takesFocus?: boolean;
};

/** One of a few. */
export function SelectInput<Value extends string>({ label, value, choices, onChange, disabled, bare, takesFocus }: Props<Value>) {
  const size = useControlSize();
  const styles = useStyles();
  const select = (
    <Select
      className={styles.select}
      autoFocus={takesFocus}
      size={size}
      value={value}
      disabled={disabled}
      {...(bare && { 'aria-label': label })}
      onChange={(_, { value: chosen }) => {
        const choice = choices.find((one) => one.value === chosen);
        if (choice !== undefined) onChange(choice.value);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </Select>
  );
  return bare ? (
    select
  ) : (
    <Field label={label} size={size} className={styles.field}>
      {select}
    </Field>
  );
}

/** No wider than its room, however long its choices are. */
const useStyles = makeStyles({
  select: { minWidth: 0, maxWidth: '100%' },
  field: { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
});
