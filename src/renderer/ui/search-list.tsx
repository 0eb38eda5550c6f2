import { type KeyboardEvent, useState } from 'react';
import { SearchIcon } from './icons.ts';
import { makeStyles, mergeClasses, tokens } from './style.ts';
import { TextInput } from './text-input.tsx';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly none: string;
  readonly choices: readonly { readonly key: string; readonly text: string; readonly note: string }[];
  readonly onPick: (index: number) => void;
};

/** A search box over its hits: the focus stays in the box, arrows choose, Enter picks. */
export function SearchList({ label, hint, search, onSearch, none, choices, onPick }: Props) {
  const styles = useStyles();
  const [active, setActive] = useState(0);
  const at = Math.min(active, Math.max(0, choices.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(choices.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1));
    else if (event.key === 'Enter' && !event.ctrlKey) onPick(at);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are pressed in the search box
    <div onKeyDown={onKeyDown}>
      <TextInput
        label={label}
        hint={hint}
        value={search}
        autoFocus
        icon={<SearchIcon aria-hidden />}
        onChange={(value) => {
          setActive(0);
          onSearch(value);
        }}
      />
      <ul aria-label={label} className={styles.list}>
        {choices.map(({ key, text, note }, index) => (
          <li key={key}>
            <button
              type="button"
              tabIndex={-1}
              aria-current={index === at}
              className={mergeClasses(styles.choice, index === at && styles.active)}
              onClick={() => onPick(index)}
            >
              <span>{text}</span>
              <span className={styles.note}>{note}</span>
            </button>
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p>{none}</p>}
    </div>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0 },
  choice: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '12px',
    width: '100%',
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    background: 'none',
    border: 'none',
    borderLeft: '3px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    padding: '5px 8px',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: { backgroundColor: tokens.colorNeutralBackground1Selected, borderLeftColor: tokens.colorBrandStroke1, fontWeight: 600 },
  note: { color: tokens.colorNeutralForeground2, fontWeight: 'normal', flexShrink: 0 },
});
