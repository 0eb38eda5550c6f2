import { tableFeatures, useTable } from '@tanstack/react-table';
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useId, useMemo, useRef, useState } from 'react';
import { type Column, gridTemplate, leastWidth, type Sort, type SortWords, textOf } from './data-table-column.ts';
import { DataTableDetail } from './data-table-detail.tsx';
import { DataTableHeader } from './data-table-header.tsx';
import { DataTablePrint } from './data-table-print.tsx';
import { DataTableRow } from './data-table-row.tsx';
import { DataTableWaiting } from './data-table-waiting.tsx';
import { useRowHeight } from './display.ts';
import { makeStyles, tokens } from './style.ts';
import { csvOf } from './table-csv.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useMappedRows } from './use-mapped-rows.ts';
import { type RowChoice, useRowChoice } from './use-row-choice.ts';
import { useTypeAhead } from './use-type-ahead.ts';

type Props<Row> = {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Which row of the whole list the first of `rows` is, where only a stretch of it is here. Those beyond are drawn as waiting. */
  readonly from?: number;
  /** How many rows one can scroll through; none: those that are here. */
  readonly length?: number;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  /** The row got the focus: what stands beside the table follows it. */
  readonly onMark?: (row: Row) => void;
  /** Rows can be chosen: Space, Shift with arrows, Ctrl+A. */
  readonly choice?: RowChoice;
  readonly sort?: Sort;
  readonly onSort?: (columnId: string) => void;
  readonly sortWords: SortWords;
  /** All rows there are, when known; those not yet here count too. */
  readonly rowCount?: number | undefined;
  /** Called when the last rows come into view. */
  readonly onNearEnd?: () => void;
  /** Which rows of the whole list are in view. */
  readonly onView?: (firstIndex: number, lastIndex: number) => void;
  /** So many rows lie on the clipboard. */
  readonly onCopied?: (count: number) => void;
  /** The row that has the focus from the start. */
  readonly startKey?: string | undefined;
  readonly takesFocus?: boolean;
};

const features = tableFeatures({});

/**
 * The one grid of the program, by the WAI-ARIA grid pattern: one row is in the tab order, arrows move, letters lead to what begins so, Enter
 * opens, → shows the row whole and ← puts that away, Ctrl+C copies the visible columns. Rows are virtual up to a million, columns never.
 */
export function DataTable<Row extends object>(props: Props<Row>) {
  const {
    name,
    rows,
    from = 0,
    columns,
    rowKey,
    onOpen,
    onMark,
    choice,
    sort,
    onSort,
    sortWords,
    rowCount,
    onNearEnd,
    onCopied,
  } = props;
  const length = Math.max(props.length ?? 0, from + rows.length);
  const rowAt = (index: number): Row | undefined => rows[index - from];
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const height = useRowHeight();
  const [showsDetail, setShowsDetail] = useState(false);
  const detailId = useId();
  const mapped = useMappedRows({
    scroller,
    count: length,
    rowPx: height,
    onRange: (first, last) => {
      if (last > length - 20) onNearEnd?.();
      props.onView?.(first, last);
    },
  });
  const [lead] = columns.filter(({ text }) => text !== undefined);
  const typeAhead = useTypeAhead(rows.length, (place) => (lead && rows[place] ? textOf(lead, rows[place]) : ''));
  const grid = useGridFocus({
    rows,
    from,
    length,
    rowKey,
    startKey: props.startKey,
    takesFocus: props.takesFocus ?? false,
    pageRows: mapped.pageRows,
    scrollTo: mapped.scrollTo,
    onOpen: (index) => open(index),
    onOther: (event, index, moveTo) => onKey(event, index, moveTo),
  });
  const chosen = useRowChoice(choice, grid.keyAt, () => rows.map(rowKey));

  function onKey(event: KeyboardEvent<HTMLDivElement>, index: number, moveTo: (index: number) => void): boolean {
    const { key, ctrlKey, shiftKey, altKey, metaKey } = event;
    if (altKey || metaKey) return false;
    if (chosen !== undefined && key === ' ' && !ctrlKey) chosen.toggle(index);
    else if (chosen !== undefined && shiftKey && !ctrlKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const to = Math.max(0, Math.min(length - 1, index + (key === 'ArrowDown' ? 1 : -1)));
      chosen.extend(index, to);
      moveTo(to);
    } else if (chosen !== undefined && ctrlKey && key.toLowerCase() === 'a') chosen.chooseAll();
    else if (key === 'ArrowRight' && !ctrlKey && !shiftKey) setShowsDetail(true);
    else if (key === 'ArrowLeft' && !ctrlKey && !shiftKey) setShowsDetail(false);
    else if (key.length === 1 && key !== ' ' && !ctrlKey) {
      const found = typeAhead(key, Math.max(0, Math.min(rows.length - 1, index - from)), event.timeStamp);
      if (found !== undefined) moveTo(found + from);
    } else {
      if (key !== 'Shift' && key !== 'Control') chosen?.letGo();
      return false;
    }
    return true;
  }

  const onPress = (event: MouseEvent, index: number) => {
    if (chosen !== undefined && event.ctrlKey) chosen.toggle(index);
    else if (chosen !== undefined && event.shiftKey) chosen.extend(grid.activeIndex, index);
    else open(index);
  };
  function open(index: number): void {
    const row = rowAt(index);
    if (row !== undefined) onOpen?.(row);
  }
  const onCopy = (event: ClipboardEvent) => {
    if (window.getSelection()?.toString()) return; // text that is marked is what was meant
    const active = rowAt(grid.activeIndex);
    const keys = chosen?.keys;
    const copied =
      keys === undefined || keys.size === 0
        ? active === undefined
          ? []
          : [active]
        : rows.filter((row) => keys.has(rowKey(row)));
    if (copied.length === 0) return;
    event.clipboardData.setData('text/plain', csvOf(columns, copied));
    event.preventDefault();
    onCopied?.(copied.length);
  };

  const definitions = useMemo(() => columns.map(({ id, header }) => ({ id, header, accessorFn: (row: Row) => row })), [columns]);
  const here = mapped.items.filter(({ index }) => rowAt(index) !== undefined);
  const inView = here.flatMap(({ index }) => rowAt(index) ?? []);
  const table = useTable({ features, columns: definitions, data: inView, getRowId: rowKey });
  const template = gridTemplate(columns);
  const active = rowAt(grid.activeIndex);

  return (
    <div className={`${styles.frame} print-whole`}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by the virtualizer, which table elements do not allow */}
      <div
        role="grid"
        aria-label={name}
        aria-rowcount={(rowCount ?? length) + 1}
        aria-colcount={columns.length}
        aria-multiselectable={choice !== undefined}
        className={`${styles.grid} no-print`}
        ref={grid.ref}
        onKeyDown={grid.onKeyDown}
        onCopy={onCopy}
      >
        <div ref={scroller} className={styles.scroller}>
          <div className={styles.sheet} style={{ minWidth: leastWidth(columns) }}>
            <DataTableHeader
              columns={columns}
              template={template}
              height={height}
              sort={sort}
              onSort={onSort}
              words={sortWords}
            />
            {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by the virtualizer, which table elements do not allow */}
            <div role="rowgroup" className={styles.body} style={{ height: mapped.heightPx }}>
              {table.getRowModel().rows.map(({ id, original }, place) => {
                const item = here[place];
                return item === undefined ? null : (
                  <DataTableRow
                    key={id}
                    row={original}
                    columns={columns}
                    template={template}
                    index={item.index}
                    top={item.top}
                    height={height}
                    active={item.index === grid.activeIndex}
                    opens={onOpen !== undefined}
                    chosen={chosen?.keys.has(id)}
                    detailId={showsDetail && item.index === grid.activeIndex ? detailId : undefined}
                    onFocus={(at) => {
                      grid.onRowFocus(at);
                      onMark?.(original);
                    }}
                    onPress={onPress}
                  />
                );
              })}
              {mapped.items.map(({ index, top }) =>
                rowAt(index) === undefined ? (
                  <DataTableWaiting key={index} index={index} top={top} height={height} active={index === grid.activeIndex} />
                ) : null,
              )}
            </div>
          </div>
        </div>
      </div>
      {showsDetail && active !== undefined && (
        <DataTableDetail
          id={detailId}
          name={`${name}: ${lead ? textOf(lead, active) : grid.activeIndex + 1}`}
          row={active}
          columns={columns}
        />
      )}
      <DataTablePrint name={name} rows={rows} columns={columns} />
    </div>
  );
}

const useStyles = makeStyles({
  frame: { height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column' },
  grid: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  scroller: { flexGrow: 1, minHeight: 0, overflow: 'auto', scrollPaddingTop: '40px' },
  sheet: { width: '100%' },
  body: { position: 'relative' },
});
