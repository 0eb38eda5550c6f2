import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from './style.ts';
import { TableHead } from './table-head.tsx';

type Row = {
  readonly name: string;
  /** Cut to one line; whole when pointed at. */
  readonly samples: string;
  readonly note: string;
  readonly becomes: ReactNode;
  readonly reads: ReactNode;
};
type Props = { readonly name: string; readonly heads: readonly [string, string, string]; readonly rows: readonly Row[] };

/** Things of one kind with some of what they hold, and what each becomes. */
export function MappingTable({ name, heads, rows }: Props) {
  const styles = useStyles();
  return (
    <table aria-label={name} className={styles.table}>
      <TableHead heads={heads} cellClass={() => styles.cell} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
              <span className={styles.line}>{row.name}</span>
              <span className={mergeClasses(styles.line, styles.quiet)} title={row.samples}>
                {row.samples}
              </span>
            </th>
            <td className={styles.cell}>
              {row.becomes}
              {row.note !== '' && <span className={mergeClasses(styles.line, styles.quiet)}>{row.note}</span>}
            </td>
            <td className={styles.cell}>{row.reads}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', tableLayout: 'fixed' },
  cell: {
    padding: '5px 10px 5px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { fontWeight: 600 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { fontWeight: 'normal', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});
