import { type KeyboardEvent, type ReactNode, type Ref, useRef } from 'react';
import type { Box } from '../../shared/base/page.ts';
import { Crop } from './crop.tsx';
import { makeStyles, mergeClasses, tokens } from './style.ts';

export type SweepCell = {
  readonly key: string;
  /** What it is, for who cannot see the picture. */
  readonly name: string;
  readonly note: string;
  readonly text: string;
  readonly typed: boolean;
  /** Left for later. */
  readonly left: boolean;
  readonly error: string | undefined;
  readonly source: string;
  readonly ratio: number;
  readonly box: Box;
};
type Props = {
  readonly name: string;
  readonly cells: readonly SweepCell[];
  readonly leftWord: string;
  readonly onType: (key: string, text: string) => void;
  readonly onLeave: (key: string) => void;
  readonly onFocus: (key: string) => void;
  readonly ref: Ref<HTMLDivElement>;
  /** Stands below, whatever is scrolled. */
  readonly below: ReactNode;
};

const steps: { readonly [key: string]: 'next' | 'previous' | 'below' | 'above' } = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'below',
  ArrowUp: 'above',
};

/** Pictures of many values beside what they were read as. Arrows go from one to another, typing corrects, Space leaves one for later. */
export function SweepGrid({ name, cells, leftWord, onType, onLeave, onFocus, ref, below }: Props) {
  const styles = useStyles();
  const grid = useRef<HTMLUListElement>(null);
  const move = (place: number, step: 'next' | 'previous' | 'below' | 'above') => {
    const inputs = [...(grid.current?.querySelectorAll('input') ?? [])];
    const [top = 0, ...tops] = inputs.map((input) => input.getBoundingClientRect().top);
    const columns = Math.max(1, tops.findIndex((other) => other > top) + 1);
    const by = { next: 1, previous: -1, below: columns, above: -columns }[step];
    inputs[place + by]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, place: number, { key, typed }: SweepCell) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === ' ' && !typed) onLeave(key);
    else {
      const step = steps[event.key];
      // In what is being typed, the arrows to the sides move in the text.
      if (step === undefined || (typed && (step === 'next' || step === 'previous'))) return;
      move(place, step);
    }
    event.preventDefault();
  };
  return (
    <div ref={ref} className={styles.frame}>
      <ul ref={grid} aria-label={name} className={styles.grid}>
        {cells.map((cell, place) => (
          <li
            key={cell.key}
            className={mergeClasses(styles.cell, cell.left && styles.left, cell.error !== undefined && styles.wrong)}
          >
            <Crop source={cell.source} ratio={cell.ratio} box={cell.box} />
            <input
              aria-label={cell.left ? `${cell.name}, ${leftWord}` : cell.name}
              aria-invalid={cell.error !== undefined}
              autoComplete="off"
              spellCheck={false}
              value={cell.text}
              className={mergeClasses(styles.input, cell.typed && styles.typed)}
              onChange={({ target }) => onType(cell.key, target.value)}
              onKeyDown={(event) => onKeyDown(event, place, cell)}
              onFocus={({ currentTarget }) => {
                currentTarget.select();
                onFocus(cell.key);
              }}
            />
            <span className={styles.note}>{cell.error ?? (cell.left ? leftWord : cell.note)}</span>
          </li>
        ))}
      </ul>
      {below}
    </div>
  );
}

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  grid: {
    flexGrow: 1,
    minHeight: 0,
    alignContent: 'start',
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(252px, 1fr))',
    gap: '8px',
    margin: 0,
    padding: '8px 14px',
    overflowY: 'auto',
  },
  cell: {
    display: 'flex',
    flexDirection: 'column',
    gap: '3px',
    minWidth: 0,
    padding: '6px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  left: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`, backgroundColor: tokens.colorNeutralBackground3 },
  wrong: { border: `2px solid ${tokens.colorPaletteRedBorder2}` },
  input: {
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    padding: '2px 6px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    outline: 'none',
  },
  typed: { fontWeight: 600, border: `1px solid ${tokens.colorBrandStroke1}` },
  note: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});
