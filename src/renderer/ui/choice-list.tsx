import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { makeStyles, mergeClasses, tokens } from './style.ts';

type Props = {
  readonly name: string;
  readonly choices: readonly {
    readonly key: string;
    readonly text: string;
    readonly note?: string;
    readonly picture?: ReactNode;
  }[];
  readonly onPick: (index: number) => void;
  readonly takesFocus?: boolean;
};

/** A short list to pick from: arrows move, Enter picks. */
export function ChoiceList({ name, choices, onPick, takesFocus = false }: Props) {
  const styles = useStyles();
  const [active, setActive] = useState(0);
  /** Nothing is marked before the list has the focus. */
  const [hasFocus, setHasFocus] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const at = Math.min(active, choices.length - 1);
  useEffect(() => {
    if (takesFocus) list.current?.focus();
  }, [takesFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: choices.length - 1 }[event.key];
    if (to !== undefined) setActive(Math.max(0, Math.min(choices.length - 1, to)));
    else if (event.key === 'Enter') onPick(at);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={name}
      aria-activedescendant={`choice-${choices[at]?.key}`}
      tabIndex={0}
      className={styles.list}
      onKeyDown={onKeyDown}
      onFocus={() => setHasFocus(true)}
      onBlur={() => setHasFocus(false)}
    >
      {choices.map(({ key, text, note, picture }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for its choices
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active choice
        <div
          key={key}
          id={`choice-${key}`}
          role="option"
          aria-selected={hasFocus && index === at}
          className={mergeClasses(styles.choice, hasFocus && index === at && styles.active)}
          onClick={() => onPick(index)}
        >
          <span className={styles.text}>{text}</span>
          {picture}
          <span className={styles.note}>{note}</span>
        </div>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  list: { borderRadius: tokens.borderRadiusMedium, outlineOffset: '2px' },
  choice: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '4px 8px',
    minHeight: '26px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    borderLeft: '3px solid transparent',
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    fontVariantNumeric: 'tabular-nums',
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderLeftColor: tokens.colorBrandStroke1,
    fontWeight: 600,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
  },
  text: { minWidth: '7em' },
  note: { marginLeft: 'auto', color: tokens.colorNeutralForeground2, fontWeight: 'normal', textAlign: 'right' },
});
