import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useMemo, useRef } from 'react';
import { useDensity } from './display.ts';
import { PageTile, type Tile } from './page-tile.tsx';
import { makeStyles } from './style.ts';
import { lineOf, tileRows, tileTo } from './tile-rows.ts';
import { useElementSize } from './use-element.ts';

type Props = {
  readonly name: string;
  readonly sections: readonly { readonly key: string; readonly heading: ReactNode; readonly tiles: readonly Tile[] }[];
  /** The tile in the tab order, counted over all sections. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onOpen: (index: number) => void;
};

const sizes = {
  dense: { width: 116, height: 196, heading: 44 },
  normal: { width: 132, height: 224, heading: 48 },
  big: { width: 176, height: 300, heading: 64 },
} as const;
/** Between documents, and between the pages of one. */
const gap = 12;
const innerGap = 2;
const edge = 12;

/**
 * Small pages under their headings, in reading order. One page is in the tab order; arrows move, Enter opens. Only the rows in sight
 * are drawn, so that a file of 500 pages costs no more than one of 20.
 */
export function ContactSheet({ name, sections, active, onActive, onOpen }: Props) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(scroller);
  const size = sizes[useDensity()];
  const columns = Math.max(1, Math.floor((width - 2 * edge + gap) / (size.width + gap)));
  const rows = useMemo(
    () =>
      tileRows(
        sections.map(({ tiles }) => tiles.length),
        columns,
      ),
    [sections, columns],
  );
  const tiles = useMemo(() => sections.flatMap((section) => section.tiles), [sections]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => size.height + 6 + (rows[index]?.some(({ isStart }) => isStart) ? size.heading : 0),
    getItemKey: (index) => `${columns} ${size.width} ${index}`,
    overscan: 3,
    paddingStart: 8,
    paddingEnd: 12,
  });

  // The page may be drawn only after the scrolling; so the focus is given as soon as it is there.
  // When pages come in above the one with the focus, it is drawn elsewhere, and has it there.
  const wantsFocus = useRef(true);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (!wantsFocus.current && !(hadFocus.current && document.activeElement === document.body)) return;
    const tile = scroller.current?.querySelector<HTMLElement>(`[data-tile="${active}"]`);
    if (tile === null || tile === undefined) return;
    wantsFocus.current = false;
    tile.focus({ preventScroll: true });
  });
  const onFocus = (index: number) => {
    hadFocus.current = true;
    onActive(index);
  };
  const moveTo = (to: number) => {
    wantsFocus.current = true;
    onActive(to);
    virtualizer.scrollToIndex(lineOf(rows, to));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.tile === undefined) return;
    if (event.altKey || event.metaKey || event.shiftKey || (event.ctrlKey && !['Home', 'End'].includes(event.key))) return;
    if (event.key === 'Enter') onOpen(active);
    else {
      const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (size.height + size.heading)));
      const to = tileTo(event.key, { rows, active, pageRows });
      if (to === undefined) return;
      moveTo(to);
    }
    event.preventDefault();
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by the virtualizer, which table elements do not allow */}
      <div
        role="grid"
        aria-label={name}
        aria-rowcount={rows.length}
        aria-colcount={columns}
        className={styles.sheet}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget !== null) hadFocus.current = false;
        }}
      >
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
            // biome-ignore lint/a11y/useFocusableInteractive: its pages have the focus
            <div
              key={key}
              role="row"
              aria-rowindex={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.map(({ section, first, end, isStart }) => (
                <div
                  key={section}
                  role="presentation"
                  className={styles.stretch}
                  style={{ width: widthOf(end - first, size.width) }}
                >
                  {row.some((one) => one.isStart) && (
                    <div role={isStart ? 'gridcell' : 'presentation'} className={styles.heading} style={{ height: size.heading }}>
                      {isStart && sections[section]?.heading}
                    </div>
                  )}
                  <div role="presentation" className={styles.tiles}>
                    {tiles.slice(first, end).map((tile, place) => (
                      <PageTile
                        key={tile.key}
                        tile={tile}
                        index={first + place}
                        column={first + place - (row[0]?.first ?? 0)}
                        active={first + place === active}
                        width={size.width}
                        height={size.height}
                        onFocus={onFocus}
                        onOpen={onOpen}
                      />
                    ))}
                  </div>
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const widthOf = (count: number, tile: number): number => count * tile + (count - 1) * innerGap;

const useStyles = makeStyles({
  scroller: { height: '100%', overflowY: 'auto', overflowX: 'hidden', minWidth: 0 },
  sheet: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%', display: 'flex', gap: `${gap}px`, padding: `0 ${edge}px` },
  stretch: { flexShrink: 0, minWidth: 0 },
  tiles: { display: 'flex', gap: `${innerGap}px` },
  heading: { display: 'flex', alignItems: 'flex-end', minWidth: 0, paddingBottom: '4px' },
});
