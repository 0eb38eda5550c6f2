import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Column, textOf } from './data-table-column.ts';
import { makeStyles } from './style.ts';

type Props<Row> = { readonly name: string; readonly rows: readonly Row[]; readonly columns: readonly Column<Row>[] };

/** As many rows as somebody reads on paper. */
const mostPrinted = 1_000;

/** The table on paper: its rows under each other with their heads on each page. Drawn only while it is printed. */
export function DataTablePrint<Row>({ name, rows, columns }: Props<Row>) {
  const styles = useStyles();
  const [prints, setPrints] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrints(true));
    const end = () => setPrints(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  if (!prints) return null;
  return (
    <table className={`${styles.table} only-print-table`}>
      <caption className={styles.caption}>{name}</caption>
      <thead>
        <tr>
          {columns.map(({ id, header, right }) => (
            <th key={id} className={styles.cell} style={{ textAlign: right ? 'right' : 'left' }}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, mostPrinted).map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, for the paper
          <tr key={place}>
            {columns.map((column) => (
              <td key={column.id} className={styles.cell} style={{ textAlign: column.right ? 'right' : 'left' }}>
                {textOf(column, row) || column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontSize: '10pt' },
  caption: { textAlign: 'left', fontWeight: 600, fontSize: '12pt', padding: '0 0 6px' },
  cell: { padding: '2px 12px 2px 0', borderBottom: '1px solid #8a8a8a', verticalAlign: 'top' },
});
