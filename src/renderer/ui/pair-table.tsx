import { makeStyles, mergeClasses, tokens } from './style.ts';
import { TableHead } from './table-head.tsx';

type Row = {
  readonly name: string;
  /** Whether the two agree, in a word. */
  readonly mark: string;
  readonly isSame: boolean;
  readonly left: string;
  readonly right: string;
};
type Props = { readonly name: string; readonly heads: readonly [string, string, string]; readonly rows: readonly Row[] };

/** Two things beside each other, fact by fact; what agrees is said in a word and stands out. */
export function PairTable({ name, heads, rows }: Props) {
  const styles = useStyles();
  return (
    <table aria-label={name} className={styles.table}>
      <TableHead heads={heads} cellClass={() => styles.cell} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
              {row.name}
              <span className={mergeClasses(styles.mark, row.isSame && styles.same)}>{row.mark}</span>
            </th>
            <td className={mergeClasses(styles.cell, row.isSame && styles.same)}>{row.left}</td>
            <td className={mergeClasses(styles.cell, row.isSame && styles.same)}>{row.right}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', tableLayout: 'fixed' },
  cell: {
    padding: '5px 8px 5px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { fontWeight: 'normal', color: tokens.colorNeutralForeground2 },
  mark: { display: 'block', fontSize: tokens.fontSizeBase200 },
  same: { fontWeight: 600, color: tokens.colorNeutralForeground1 },
});
