import { type KeyboardEvent, useEffect, useRef } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly name: string;
  /** Who has the focus first; the topmost if nobody. */
  readonly likely: string;
  readonly people: readonly {
    readonly key: string;
    readonly name: string;
    readonly initials: string;
    readonly note: string;
    readonly onChoose: () => void;
  }[];
};

/** People to choose among: arrows move, Enter chooses. */
export function PersonList({ name, likely, people }: Props) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const focusFirst = useRef(() => {});
  focusFirst.current = () => {
    const at = people.findIndex(({ key }) => key === likely);
    list.current?.querySelectorAll('button')[Math.max(0, at)]?.focus();
  };
  useEffect(() => focusFirst.current(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
  };
  return (
    <ul ref={list} aria-label={name} className={styles.list} onKeyDown={onKeyDown}>
      {people.map((person) => (
        <li key={person.key}>
          <button type="button" className={styles.person} onClick={person.onChoose}>
            <span aria-hidden className={styles.initials}>
              {person.initials}
            </span>
            <span>
              <span className={styles.name}>{person.name}</span>
              <span className={styles.note}>{person.note}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  person: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    width: '100%',
    padding: '8px 12px',
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  initials: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '36px',
    height: '36px',
    flexShrink: 0,
    borderRadius: '50%',
    fontWeight: 600,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
  },
  name: { display: 'block', fontWeight: 600 },
  note: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});
