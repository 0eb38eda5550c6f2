import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

type Options<Row> = {
  readonly rows: readonly Row[];
  /** Which row of the whole list the first of `rows` is, and how many the whole list has. */
  readonly from: number;
  readonly length: number;
  readonly rowKey: (row: Row) => string;
  readonly startKey: string | undefined;
  readonly takesFocus: boolean;
  readonly pageRows: number;
  readonly scrollTo: (index: number) => void;
  readonly onOpen: (index: number) => void;
  /** What a press means besides moving. True: it was taken. */
  readonly onOther: (event: KeyboardEvent<HTMLDivElement>, index: number, moveTo: (index: number) => void) => boolean;
};

/** Which row of a grid is in the tab order, and the keys that move it. It follows its row when rows come and go. */
export function useGridFocus<Row>(options: Options<Row>) {
  const { rows, from, length, rowKey, startKey, takesFocus, pageRows, scrollTo, onOpen, onOther } = options;
  const ref = useRef<HTMLDivElement>(null);
  const keyAt = useCallback(
    (index: number) => {
      const row = rows[index - from];
      return row === undefined ? undefined : rowKey(row);
    },
    [rows, from, rowKey],
  );
  const indexOf = (key: string) => {
    const place = rows.findIndex((row) => rowKey(row) === key);
    return place < 0 ? -1 : place + from;
  };
  const [active, setActive] = useState(() => {
    const found = startKey === undefined ? -1 : indexOf(startKey);
    return { key: startKey, index: Math.max(0, found) };
  });
  const wantsFocus = useRef(takesFocus);
  const mayScroll = useRef(startKey !== undefined);
  const stands = active.key === undefined || keyAt(active.index) === active.key;
  const found = stands || active.key === undefined ? active.index : indexOf(active.key);
  const activeIndex = Math.min(found >= 0 ? found : active.index, Math.max(0, length - 1));

  const moveTo = useCallback(
    (to: number) => {
      const index = Math.max(0, Math.min(length - 1, to));
      setActive({ key: keyAt(index), index });
      wantsFocus.current = true;
      scrollTo(index);
    },
    [length, keyAt, scrollTo],
  );

  // The row may be drawn only after the scrolling; so the focus is given as soon as it is there.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const row = ref.current?.querySelector<HTMLElement>(`[data-row="${activeIndex}"]`);
    if (row === null || row === undefined) {
      if (active.key === startKey && found >= 0 && mayScroll.current) scrollTo(found); // where one left it
      mayScroll.current &&= found < 0;
      return;
    }
    wantsFocus.current = row.getAttribute('aria-busy') === 'true'; // what it waits for takes its place, and the focus
    row.focus({ preventScroll: true });
  });

  // When the row with the focus goes (its invoice was verified elsewhere), the row in its place takes it.
  const hadFocus = useRef(false);
  const isHere = active.index >= from && active.index < from + rows.length;
  const isGone = active.key !== undefined && found < 0 && isHere;
  useEffect(() => {
    if (isGone && hadFocus.current && document.activeElement === document.body && rows.length > 0) {
      wantsFocus.current = true;
      setActive(({ index }) => {
        const next = Math.min(index, length - 1);
        return { key: keyAt(next), index: next };
      });
    }
  }, [rows, length, keyAt, isGone]);

  const onRowFocus = useCallback(
    (index: number) => {
      hadFocus.current = true;
      const key = keyAt(index);
      setActive((before) => (before.key === key && before.index === index ? before : { key, index }));
    },
    [keyAt],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-sorts]')];
    const head = heads.indexOf(event.target as HTMLElement);
    const isPlain = !event.altKey && !event.metaKey && !event.shiftKey && (!event.ctrlKey || ['Home', 'End'].includes(event.key));
    if (head >= 0) {
      const to = { ArrowLeft: head - 1, ArrowRight: head + 1, Home: 0, End: heads.length - 1 }[event.key];
      if (!isPlain) return;
      if (event.key === 'ArrowDown') moveTo(activeIndex);
      else if (to !== undefined) heads[Math.max(0, Math.min(heads.length - 1, to))]?.focus();
      else return;
      event.preventDefault();
      return;
    }
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return;
    if (onOther(event, activeIndex, moveTo)) return event.preventDefault();
    if (!isPlain) return;
    const to: Partial<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      PageDown: activeIndex + pageRows,
      PageUp: activeIndex - pageRows,
      Home: 0,
      End: length - 1,
    };
    const next = to[event.key];
    if (event.key === 'ArrowUp' && activeIndex === 0 && heads.length > 0) heads[0]?.focus();
    else if (next !== undefined) moveTo(next);
    else if (event.key === 'Enter') onOpen(activeIndex);
    else return;
    event.preventDefault();
  };

  return { ref, activeIndex, keyAt, onRowFocus, onKeyDown };
}
