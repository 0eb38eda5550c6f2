import { type Column, textOf } from './data-table-column.ts';
import { makeStyles, tokens } from './style.ts';

type Props<Row> = { readonly id: string; readonly name: string; readonly row: Row; readonly columns: readonly Column<Row>[] };

/** A row with every value whole, below the table: it follows the row that one stands on. */
export function DataTableDetail<Row>({ id, name, row, columns }: Props<Row>) {
  const styles = useStyles();
  return (
    <section id={id} aria-label={name} aria-live="polite" className={`${styles.detail} no-print`}>
      <dl className={styles.list}>
        {columns.map((column) => (
          <div key={column.id} className={styles.pair}>
            <dt className={styles.name}>{column.header}</dt>
            <dd className={styles.value}>{textOf(column, row) || column.cell(row)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const useStyles = makeStyles({
  detail: {
    flexShrink: 0,
    maxHeight: '40%',
    overflowY: 'auto',
    padding: '8px 14px 10px',
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  list: { margin: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(16em, 1fr))', gap: '6px 18px' },
  pair: { minWidth: 0 },
  name: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});
