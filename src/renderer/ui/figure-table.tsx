import { Fragment, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { InfoIcon } from './icons.ts';
import { makeStyles, mergeClasses, tokens } from './style.ts';
import { TableHead } from './table-head.tsx';

export type FigureCell = {
  readonly text: string;
  /** Said beside the number, smaller. */
  readonly note?: string;
  readonly picture?: ReactNode;
  /** Shows the rows behind the number; missing: there are none to show. */
  readonly onOpen?: () => void;
};
export type FigureRow = {
  readonly key: string;
  readonly head: string;
  /** Part of the one above. */
  readonly isPart?: boolean;
  readonly cells: readonly FigureCell[];
  /** What its numbers mean, in words. */
  readonly meaning: string;
};
type Props = {
  readonly title: string;
  readonly hint?: string;
  readonly heads: readonly string[];
  readonly rows: readonly FigureRow[];
  /** Columns of words and pictures, which stand to the left. */
  readonly left?: readonly number[];
  /** The row whose meaning is shown. */
  readonly explained: string | undefined;
  readonly onExplain: (key: string | undefined) => void;
  readonly explainName: (head: string) => string;
  readonly onMark: (key: string) => void;
};

const steps: { readonly [key: string]: readonly [down: number, right: number] } = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Figures to read: every number that has rows behind it opens them. Arrows go from number to number, Tab goes on. */
export function FigureTable(props: Props) {
  const { title, hint, heads, rows, left = [], explained, onExplain, explainName, onMark } = props;
  const styles = useStyles();
  const table = useRef<HTMLTableElement>(null);
  const first = rows.findIndex(({ cells }) => cells.some(({ onOpen }) => onOpen !== undefined));
  const [at, setAt] = useState<readonly [row: number, column: number]>();
  const opens = (row: number, column: number): boolean => rows[row]?.cells[column]?.onOpen !== undefined;
  const active =
    at !== undefined && opens(...at) ? at : ([first, rows[first]?.cells.findIndex(({ onOpen }) => onOpen) ?? 0] as const);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    let [row, column] = active;
    do {
      row += step[0];
      column += step[1];
    } while (rows[row]?.cells[column] !== undefined && !opens(row, column));
    table.current?.querySelector<HTMLElement>(`[data-figure="${row} ${column}"]`)?.focus();
  };
  const cellClass = (column: number) =>
    mergeClasses(styles.cell, column > 0 && !left.includes(column - 1) && styles.right, column === 0 && styles.head);
  return (
    <section aria-label={title} className={styles.section}>
      <h2 className={styles.title}>
        {title}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </h2>
      <table ref={table} aria-label={title} className={styles.table} onKeyDown={onKeyDown}>
        <TableHead heads={heads} cellClass={cellClass} />
        <tbody>
          {rows.map(({ key, head, isPart, cells, meaning }, row) => (
            <Fragment key={key}>
              <tr className={styles.row}>
                <th scope="row" className={mergeClasses(cellClass(0), isPart && styles.part)}>
                  <span className={styles.name}>
                    {head}
                    <span className="no-print">
                      <Button
                        look="subtle"
                        small
                        icon={<InfoIcon aria-hidden />}
                        name={explainName(head)}
                        hint={`${explainName(head)} (F2)`}
                        onClick={() => onExplain(explained === key ? undefined : key)}
                      />
                    </span>
                  </span>
                </th>
                {cells.map((cell, column) => (
                  <td key={heads[column + 1]} className={cellClass(column + 1)}>
                    {cell.onOpen === undefined ? (
                      <span className={mergeClasses(styles.plain, cell.picture != null && cell.text !== '' && styles.beside)}>
                        {cell.text}
                      </span>
                    ) : (
                      <button
                        type="button"
                        className={mergeClasses(styles.number, cell.text === '0' && styles.none)}
                        data-figure={`${row} ${column}`}
                        tabIndex={row === active[0] && column === active[1] ? 0 : -1}
                        aria-label={`${head}, ${heads[column + 1]}: ${cell.text}`}
                        onClick={cell.onOpen}
                        onFocus={() => {
                          setAt([row, column]);
                          onMark(key);
                        }}
                      >
                        {cell.text}
                      </button>
                    )}
                    {cell.picture != null && <span className={styles.picture}>{cell.picture}</span>}
                    {cell.note !== undefined && <span className={styles.note}>{cell.note}</span>}
                  </td>
                ))}
              </tr>
              {explained === key && (
                <tr>
                  <td colSpan={heads.length} className={styles.meaning} role="status">
                    {meaning}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const useStyles = makeStyles({
  section: { marginBottom: '28px', breakInside: 'avoid' },
  title: {
    display: 'flex',
    alignItems: 'baseline',
    gap: '14px',
    margin: '0 0 6px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: 600,
  },
  hint: { fontSize: tokens.fontSizeBase200, fontWeight: 'normal', color: tokens.colorNeutralForeground2 },
  table: { borderCollapse: 'collapse', width: '100%' },
  row: { ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  cell: {
    padding: '3px 10px',
    textAlign: 'left',
    fontWeight: 'normal',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  head: { paddingLeft: '0', whiteSpace: 'normal' },
  part: { paddingLeft: '22px', color: tokens.colorNeutralForeground2 },
  right: { textAlign: 'right' },
  name: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', minHeight: '26px' },
  number: {
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorBrandForegroundLink,
    background: 'none',
    border: 'none',
    padding: '0 4px',
    margin: '0 -4px',
    minHeight: '24px',
    minWidth: '24px',
    textAlign: 'inherit',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outlineOffset: '-1px' },
  },
  none: { color: tokens.colorNeutralForeground3 },
  plain: { color: tokens.colorNeutralForeground2 },
  /** A share and its bar on one line, the bars under each other. */
  beside: { display: 'inline-block', minWidth: '4.2em' },
  picture: { display: 'inline-block', width: '9em', verticalAlign: 'middle' },
  note: { marginLeft: '8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  meaning: {
    padding: '6px 12px 10px 22px',
    maxWidth: '70ch',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});
