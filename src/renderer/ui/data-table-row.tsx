import type { Column } from './data-table-column.ts';
import { makeStyles, mergeClasses, tokens } from './style.ts';

type Props<Row> = {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  /** In the tab order. */
  readonly active: boolean;
  readonly opens: boolean;
  readonly onFocus: (index: number) => void;
  readonly onOpen: ((row: Row) => void) | undefined;
};

export function DataTableRow<Row>({ row, columns, template, index, top, height, active, opens, onFocus, onOpen }: Props<Row>) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes Enter for all its rows
    <div
      role="row"
      aria-rowindex={index + 2}
      tabIndex={active ? 0 : -1}
      data-row={index}
      className={mergeClasses(styles.row, opens && styles.opens, active && styles.active)}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${top}px)` }}
      onFocus={() => onFocus(index)}
      onClick={(event) => {
        // A button in the row does its own.
        if (!(event.target instanceof Element && event.target.closest('button'))) onOpen?.(row);
      }}
    >
      {columns.map(({ id, cell, text, right }, column) => (
        // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
        // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus, not its cells
        <div
          key={id}
          role="gridcell"
          aria-colindex={column + 1}
          title={text?.(row)}
          className={mergeClasses(styles.cell, right && styles.right)}
        >
          {cell(row)}
        </div>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    display: 'grid',
    position: 'absolute',
    top: 0,
    left: 0,
    width: '100%',
    alignItems: 'center',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outlineOffset: '-2px', backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  opens: { cursor: 'pointer' },
  active: { backgroundColor: tokens.colorNeutralBackground1Selected },
  cell: { padding: '0 10px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  right: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});
