import { elementScroll, observeElementOffset, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useMemo } from 'react';
import { scrollMap } from './scroll-map.ts';

type Options = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  /** Of a row, and of the heads that stand above the rows. */
  readonly rowPx: number;
  /** The first row in view, and the last. */
  readonly onRange: (firstIndex: number, lastIndex: number) => void;
};

/** Which rows to draw, and where. A list that is taller than a browser can scroll is scrolled through by its share of the way. */
export function useMappedRows({ scroller, count, rowPx, onRange }: Options) {
  /** The room that is left below the heads. */
  const viewPx = Math.max(rowPx, (scroller.current?.clientHeight ?? 600) - rowPx);
  const map = useMemo(() => scrollMap(count * rowPx, viewPx), [count, rowPx, viewPx]);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
    observeElementOffset: (instance, told) => observeElementOffset(instance, (px, moves) => told(map.toRows(px), moves)),
    scrollToFn: (px, options, instance) => elementScroll(map.toScroll(px), options, instance),
    onChange: ({ range }) => {
      if (range !== null) onRange(range.startIndex, range.endIndex);
    },
  });
  /** As little as brings the row wholly into view. */
  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (element === null) return;
      const offset = map.toRows(element.scrollTop);
      const top = index * rowPx;
      if (top < offset) element.scrollTop = map.toScroll(top);
      else if (top + rowPx > offset + viewPx) element.scrollTop = map.toScroll(top + rowPx - viewPx);
    },
    [scroller, map, rowPx, viewPx],
  );
  const offset = virtualizer.scrollOffset ?? 0;
  /** From where the rows lie to where they are drawn. */
  const shift = map.toScroll(offset) - offset;
  return {
    heightPx: map.heightPx,
    items: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start + shift })),
    scrollTo,
    pageRows: Math.max(1, Math.floor(viewPx / rowPx)),
  };
}
