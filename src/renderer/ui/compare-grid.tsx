import { type KeyboardEvent, useEffect, useRef } from 'react';
import { makeStyles, mergeClasses, tokens } from './style.ts';

export type Side = 'mine' | 'theirs';
type Cell = {
  readonly value: string;
  /** Who, when, and from where. */
  readonly note: string;
  /** That it was chosen, in a word. */
  readonly chosen?: string | undefined;
};
export type CompareRow<Key extends string> = {
  readonly key: Key;
  readonly name: string;
  /** Whether the sides differ, in a word. */
  readonly mark: string;
  readonly differs: boolean;
  /** One side can be taken. */
  readonly choosable: boolean;
  readonly mine: Cell;
  readonly theirs: Cell;
  readonly base: string;
};
type Props<Key extends string> = {
  readonly name: string;
  readonly heads: { readonly name: string; readonly mine: string; readonly theirs: string; readonly base: string };
  readonly rows: readonly CompareRow<Key>[];
  /** The cell that has the focus next; a new object each time that it is to go there. */
  readonly focus: { readonly key: Key; readonly side: Side } | undefined;
  readonly onTake: (key: Key, side: Side) => void;
};

const sides = ['mine', 'theirs'] as const;

/** Two versions of the same thing and what both came from, row by row. Arrows move among what can be taken; a click takes. */
export function CompareGrid<Key extends string>({ name, heads, rows, focus, onTake }: Props<Key>) {
  const styles = useStyles();
  const table = useRef<HTMLTableElement>(null);
  const cell = (key: string | undefined, side: Side) =>
    key === undefined ? null : table.current?.querySelector<HTMLElement>(`[data-choice="${key} ${side}"]`);
  useEffect(() => {
    if (focus !== undefined) table.current?.querySelector<HTMLElement>(`[data-choice="${focus.key} ${focus.side}"]`)?.focus();
  }, [focus]);
  const choosable = rows.filter((row) => row.choosable);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = event.target instanceof HTMLElement ? markedIn(event.target) : undefined;
    if (at === undefined || event.ctrlKey || event.altKey) return;
    const place = choosable.findIndex(({ key }) => key === at.key);
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: choosable.length - 1 }[event.key];
    if (to !== undefined) cell(choosable[Math.max(0, Math.min(choosable.length - 1, to))]?.key, at.side)?.focus();
    else if (event.key === 'ArrowLeft') cell(at.key, 'mine')?.focus();
    else if (event.key === 'ArrowRight') cell(at.key, 'theirs')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are chosen by keys is a grid
    <table ref={table} role="grid" aria-label={name} className={styles.table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {[heads.name, heads.mine, heads.theirs, heads.base].map((head) => (
            <th key={head} scope="col" className={styles.head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={mergeClasses(!row.differs && styles.same)}>
            <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
              {`${row.name} `}
              <span className={mergeClasses(styles.mark, row.differs && styles.differs)}>{row.mark}</span>
            </th>
            {sides.map((side) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for its cells
              // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid is a gridcell, which may be selected
              <td
                key={side}
                tabIndex={row.choosable ? (row === choosable[0] && side === 'mine' ? 0 : -1) : undefined}
                data-choice={row.choosable ? `${row.key} ${side}` : undefined}
                aria-selected={row.choosable ? row[side].chosen !== undefined : undefined}
                className={mergeClasses(
                  styles.cell,
                  row.choosable && styles.choice,
                  row[side].chosen !== undefined && styles.chosen,
                )}
                onClick={row.choosable ? () => onTake(row.key, side) : undefined}
              >
                <span className={styles.value}>{row[side].value}</span>
                {row[side].note !== '' && <span className={styles.note}>{row[side].note}</span>}
                {row[side].chosen !== undefined && <span className={styles.took}>✓ {row[side].chosen}</span>}
              </td>
            ))}
            <td className={mergeClasses(styles.cell, styles.base)}>{row.base}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which choice an element is, by the mark that the grid put on it. */
export function markedIn(element: HTMLElement): { readonly key: string; readonly side: Side } | undefined {
  const [key, side] = (element.dataset.choice ?? '').split(' ');
  return key === undefined || (side !== 'mine' && side !== 'theirs') ? undefined : { key, side };
}

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', tableLayout: 'fixed' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: '6px 10px',
    textAlign: 'left',
    fontWeight: 600,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    padding: '5px 10px',
    verticalAlign: 'top',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { fontWeight: 600 },
  same: { color: tokens.colorNeutralForeground2, '& th': { fontWeight: 'normal' }, '& span': { fontWeight: 'normal' } },
  mark: {
    display: 'inline-block',
    fontWeight: 'normal',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  differs: { fontWeight: 600, color: tokens.colorStatusWarningForeground3 },
  choice: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus': {
      outline: `2px solid ${tokens.colorBrandStroke1}`,
      outlineOffset: '-2px',
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  value: { display: 'block', fontWeight: 600 },
  note: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  took: { display: 'block', fontSize: tokens.fontSizeBase200, fontWeight: 600 },
  base: { color: tokens.colorNeutralForeground2 },
});
