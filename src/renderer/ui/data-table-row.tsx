import type { MouseEvent } from 'react';
import { type Column, textOf } from './data-table-column.ts';
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
  /** Undefined where rows are not chosen. */
  readonly chosen: boolean | undefined;
  /** Where its values stand whole; undefined: nowhere. */
  readonly detailId: string | undefined;
  readonly onFocus: (index: number) => void;
  readonly onPress: (event: MouseEvent<HTMLDivElement>, index: number) => void;
};

export function DataTableRow<Row>(props: Props<Row>) {
  const { row, columns, template, index, top, height, active, opens, chosen, detailId, onFocus, onPress } = props;
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all its rows
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      aria-details={detailId}
      tabIndex={active ? 0 : -1}
      data-row={index}
      className={mergeClasses(styles.row, opens && styles.opens, chosen && styles.chosen, active && styles.active)}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${top}px)` }}
      onFocus={() => onFocus(index)}
      onClick={(event) => {
        // A button in the row does its own.
        if (!(event.target instanceof Element && event.target.closest('button'))) onPress(event, index);
      }}
    >
      {columns.map((column, place) => (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid, or the one that names its row
        <div
          key={column.id}
          role={place === 0 ? 'rowheader' : 'gridcell'}
          aria-colindex={place + 1}
          title={column.text?.(row) ?? (textOf(column, row) || undefined)}
          className={mergeClasses(styles.cell, place === 0 && styles.first, column.right && styles.right)}
        >
          {place === 0 && chosen !== undefined && (
            <span aria-hidden className={mergeClasses(styles.mark, chosen && styles.marked)}>
              {chosen ? '✓' : ''}
            </span>
          )}
          {column.cell(row)}
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
    alignItems: 'stretch',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: 'none', backgroundColor: tokens.colorNeutralBackground1Hover },
    // Drawn over the first cell too, which lies above the row.
    ':focus-visible::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      zIndex: 2,
      pointerEvents: 'none',
      border: `2px solid ${tokens.colorStrokeFocus2}`,
    },
  },
  opens: { cursor: 'pointer' },
  active: { backgroundColor: tokens.colorNeutralBackground1Selected },
  chosen: { backgroundColor: tokens.colorBrandBackground2 },
  cell: {
    padding: '0 10px',
    display: 'block',
    alignSelf: 'center',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
  },
  /** It stays in view when the table is scrolled sideways. */
  first: { position: 'sticky', left: 0, zIndex: 1, backgroundColor: 'inherit', alignSelf: 'stretch', alignContent: 'center' },
  right: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  mark: {
    display: 'inline-block',
    boxSizing: 'border-box',
    width: '1.2em',
    height: '1.2em',
    lineHeight: '1.05em',
    marginRight: '8px',
    verticalAlign: 'text-bottom',
    textAlign: 'center',
    fontWeight: 700,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  marked: { border: `1px solid ${tokens.colorBrandStroke1}`, color: tokens.colorBrandForeground1 },
});
