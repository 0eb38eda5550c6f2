import { Checkbox } from '@fluentui/react-components';
import { useControlSize } from './display.ts';

type Props = { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void };

/** Yes or no. */
export function CheckBox({ label, checked, onChange }: Props) {
  const size = useControlSize();
  return (
    <Checkbox
      label={label}
      size={size === 'large' ? 'large' : 'medium'}
      checked={checked}
      onChange={(_, { checked: now }) => onChange(now === true)}
    />
  );
}
