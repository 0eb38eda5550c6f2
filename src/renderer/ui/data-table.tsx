import { tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { type Column, gridTemplate, leastWidth, type Sort, type SortWords } from './data-table-column.ts';
import { DataTableHeader } from './data-table-header.tsx';
import { DataTableRow } from './data-table-row.tsx';
import { useRowHeight } from './display.ts';
import { makeStyles, tokens } from './style.ts';
import { useGridFocus } from './use-grid-focus.ts';

type Props<Row> = {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  /** The row got the focus: what stands beside the table follows it. */
  readonly onMark?: (row: Row) => void;
  readonly sort?: Sort;
  readonly onSort?: (columnId: string) => void;
  readonly sortWords: SortWords;
  /** All rows there are, when known; those not yet here count too. */
  readonly rowCount?: number | undefined;
  /** Called when the last rows come into view. */
  readonly onNearEnd?: () => void;
  /** The row that has the focus from the start. */
  readonly startKey?: string | undefined;
  readonly takesFocus?: boolean;
};

const features = tableFeatures({});

/**
 * The one table of the program, by the WAI-ARIA grid pattern: one row is in the tab order, arrows move, Enter opens.
 * Rows are virtual, columns never.
 */
export function DataTable<Row extends object>(props: Props<Row>) {
  const {
    name,
    rows,
    columns,
    rowKey,
    onOpen,
    onMark,
    sort,
    onSort,
    sortWords,
    rowCount,
    onNearEnd,
    startKey,
    takesFocus = false,
  } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const height = useRowHeight();
  const definitions = useMemo(() => columns.map(({ id, header }) => ({ id, header, accessorFn: (row: Row) => row })), [columns]);
  const table = useTable({ features, columns: definitions, data: rows, getRowId: rowKey });
  const tableRows = table.getRowModel().rows;

  const virtualizer = useVirtualizer({
    count: tableRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => tableRows[index]?.id ?? index,
    overscan: 12,
    onChange: ({ range }) => {
      if (range !== null && range.endIndex > tableRows.length - 20) onNearEnd?.();
    },
  });
  const grid = useGridFocus({
    keys: useMemo(() => rows.map(rowKey), [rows, rowKey]),
    startKey,
    takesFocus,
    pageRows: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1),
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onOpen: (index) => {
      const row = rows[index];
      if (row !== undefined) onOpen?.(row);
    },
  });
  const template = gridTemplate(columns);

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by the virtualizer, which table elements do not allow
    <div
      role="grid"
      aria-label={name}
      aria-rowcount={(rowCount ?? rows.length) + 1}
      aria-colcount={columns.length}
      className={styles.grid}
      ref={grid.ref}
      onKeyDown={grid.onKeyDown}
    >
      <div ref={scroller} className={styles.scroller}>
        <div className={styles.sheet} style={{ minWidth: leastWidth(columns) }}>
          <DataTableHeader columns={columns} template={template} height={height} sort={sort} onSort={onSort} words={sortWords} />
          {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by the virtualizer, which table elements do not allow */}
          <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start, key }) => {
              const row = tableRows[index];
              return row === undefined ? null : (
                <DataTableRow
                  key={key}
                  row={row.original}
                  columns={columns}
                  template={template}
                  index={index}
                  top={start}
                  height={height}
                  active={index === grid.activeIndex}
                  opens={onOpen !== undefined}
                  onFocus={(at) => {
                    grid.onRowFocus(at);
                    onMark?.(row.original);
                  }}
                  onOpen={onOpen}
                />
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  grid: {
    height: '100%',
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  scroller: { flexGrow: 1, minHeight: 0, overflow: 'auto', scrollPaddingTop: '40px' },
  sheet: { width: '100%' },
  body: { position: 'relative' },
});
