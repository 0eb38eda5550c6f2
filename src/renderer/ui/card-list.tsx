import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { makeStyles, mergeClasses, tokens } from './style.ts';

type Card = {
  readonly key: string;
  readonly title: ReactNode;
  /** Below the title, each on a line of its own. */
  readonly lines: readonly ReactNode[];
  readonly acts?: ReactNode;
};
type Props = { readonly name: string; readonly cards: readonly Card[]; readonly roomy?: boolean };

/** Things to do something about, each with its acts. Arrow up and down go to the same act of the card before and after. */
export function CardList({ name, cards, roomy = false }: Props) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const held = useRef<number>(undefined);
  const focusCard = (card: number, act: number) => {
    const buttons = buttonsOf(list.current?.children[card]);
    buttons[Math.min(act, buttons.length - 1)]?.focus();
  };
  // When the card with the focus goes, the one in its place takes it.
  useEffect(() => {
    const { current } = held;
    if (current === undefined || document.activeElement !== document.body || cards.length === 0) return;
    const buttons = buttonsOf(list.current?.children[Math.min(current, cards.length - 1)]);
    buttons[0]?.focus();
  }, [cards]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.altKey) return;
    const at = cardsOf(list.current).findIndex((card) => card.contains(document.activeElement));
    if (at < 0) return;
    event.preventDefault();
    const act = buttonsOf(list.current?.children[at]).findIndex((button) => button.contains(document.activeElement));
    focusCard(Math.max(0, Math.min(cards.length - 1, at + by)), Math.max(0, act));
  };
  return (
    <ul
      ref={list}
      aria-label={name}
      className={styles.list}
      onKeyDown={onKeyDown}
      onFocus={() => {
        held.current = cardsOf(list.current).findIndex((card) => card.contains(document.activeElement));
      }}
    >
      {cards.map(({ key, title, lines, acts }) => (
        <li key={key} className={mergeClasses(styles.card, roomy && styles.roomy)}>
          <div className={styles.title}>{title}</div>
          {lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a card do not move
            <div key={place} className={styles.line}>
              {line}
            </div>
          ))}
          {acts !== undefined && <div className={styles.acts}>{acts}</div>}
        </li>
      ))}
    </ul>
  );
}

const cardsOf = (list: Element | null): readonly Element[] => [...(list?.children ?? [])];
const buttonsOf = (card: Element | undefined): readonly HTMLElement[] => [...(card?.querySelectorAll('button') ?? [])];

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  card: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  roomy: { padding: '10px 0 12px' },
  title: { fontWeight: 600 },
  line: { color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '6px', paddingTop: '6px' },
});
