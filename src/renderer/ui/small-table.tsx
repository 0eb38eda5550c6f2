import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from './style.ts';
import { TableHead } from './table-head.tsx';

type Props = {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  /** Columns of numbers. */
  readonly right: readonly number[];
  /** Columns of days and the like, which are not broken. */
  readonly whole?: readonly number[];
};

/** A few rows to read, with no keys of their own. */
export function SmallTable({ name, heads, rows, right, whole = [] }: Props) {
  const styles = useStyles();
  const classOf = (column: number) =>
    mergeClasses(styles.cell, right.includes(column) && styles.right, whole.includes(column) && styles.whole);
  return (
    <table aria-label={name} className={styles.table}>
      <TableHead heads={heads} cellClass={classOf} />
      <tbody>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other name and do not move
          <tr key={place}>
            {row.map((text, column) => (
              <td key={heads[column]} className={classOf(column)}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: { padding: '2px 8px 2px 0', textAlign: 'left', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  whole: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  right: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});
