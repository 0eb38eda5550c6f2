import { Input } from '@fluentui/react-components';
import { useControlSize } from './display.ts';
import { SearchIcon } from './icons.ts';
import { makeStyles } from './style.ts';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

export function SearchBox({ label, hint, value, onChange }: Props) {
  const size = useControlSize();
  return (
    <Input
      type="text"
      role="searchbox"
      aria-label={`${label}: ${hint}`}
      placeholder={hint}
      size={size}
      value={value}
      autoFocus
      spellCheck={false}
      contentBefore={<SearchIcon aria-hidden />}
      className={useStyles().box}
      onChange={(_, { value: typed }) => onChange(typed)}
    />
  );
}

const useStyles = makeStyles({ box: { width: 'min(480px, 100%)' } });
