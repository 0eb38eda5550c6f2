import type { Column, Sort, SortWords } from './data-table-column.ts';
import { makeStyles, mergeClasses, tokens } from './style.ts';

type Props<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly height: number;
  readonly sort: Sort | undefined;
  readonly onSort: ((columnId: string) => void) | undefined;
  readonly words: SortWords;
};

/** The heads of the columns; those that sort are buttons, reached with arrow up from the first row. */
export function DataTableHeader<Row>({ columns, template, height, sort, onSort, words }: Props<Row>) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
    <div role="row" aria-rowindex={1} tabIndex={-1} className={styles.row} style={{ gridTemplateColumns: template, height }}>
      {columns.map(({ id, header, right, sorts }, index) => {
        const direction = sort?.columnId === id ? (sort.descending ? 'descending' : 'ascending') : undefined;
        return (
          // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
          <div
            key={id}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={index + 1}
            aria-sort={direction ?? (sorts ? 'none' : undefined)}
            className={mergeClasses(styles.head, index === 0 && styles.first, right && styles.right)}
          >
            {sorts && onSort ? (
              <button
                type="button"
                tabIndex={-1}
                data-sorts
                className={styles.button}
                title={words.hint}
                onClick={() => onSort(id)}
              >
                {header}
                <span aria-hidden className={styles.arrow}>
                  {direction === undefined ? '' : direction === 'ascending' ? '▲' : '▼'}
                </span>
              </button>
            ) : (
              header
            )}
          </div>
        );
      })}
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    display: 'grid',
    position: 'sticky',
    top: 0,
    zIndex: 2,
    alignItems: 'center',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: 600,
    color: tokens.colorNeutralForeground2,
  },
  /** It stays in view when the table is scrolled sideways. */
  first: { position: 'sticky', left: 0, zIndex: 1, backgroundColor: 'inherit' },
  head: { padding: '0 10px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  right: { textAlign: 'right' },
  button: {
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 'none',
    padding: '2px 4px',
    margin: '0 -4px',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outlineOffset: '-2px' },
  },
  arrow: { marginLeft: '5px', fontSize: '9px' },
});
