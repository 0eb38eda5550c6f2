import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

type Options = {
  readonly keys: readonly string[];
  readonly startKey: string | undefined;
  readonly takesFocus: boolean;
  readonly pageRows: number;
  readonly scrollTo: (index: number) => void;
  readonly onOpen: (index: number) => void;
};

/** Which row of a grid is in the tab order, and the keys that move it. It follows its row when rows come and go. */
export function useGridFocus({ keys, startKey, takesFocus, pageRows, scrollTo, onOpen }: Options) {
  const ref = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState({ key: startKey, index: Math.max(0, keys.indexOf(startKey ?? '')) });
  const wantsFocus = useRef(takesFocus);
  const found = active.key === undefined ? -1 : keys.indexOf(active.key);
  const activeIndex = found >= 0 ? found : Math.min(active.index, Math.max(0, keys.length - 1));

  const moveTo = useCallback(
    (to: number) => {
      const index = Math.max(0, Math.min(keys.length - 1, to));
      setActive({ key: keys[index], index });
      wantsFocus.current = true;
      scrollTo(index);
    },
    [keys, scrollTo],
  );

  // The row may be drawn only after the scrolling; so the focus is given as soon as it is there.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const row = ref.current?.querySelector<HTMLElement>(`[data-row="${activeIndex}"]`);
    if (row === null || row === undefined) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  // When the row with the focus goes (its invoice was verified elsewhere), the row in its place takes it.
  const hadFocus = useRef(false);
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body && keys.length > 0) {
      wantsFocus.current = true;
      setActive(({ index }) => ({ key: keys[Math.min(index, keys.length - 1)], index: Math.min(index, keys.length - 1) }));
    }
  }, [keys]);

  const onRowFocus = useCallback(
    (index: number) => {
      hadFocus.current = true;
      setActive((before) => (before.key === keys[index] && before.index === index ? before : { key: keys[index], index }));
    },
    [keys],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey && !['Home', 'End'].includes(event.key)) return;
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-sorts]')];
    const head = heads.indexOf(event.target as HTMLElement);
    if (head >= 0) {
      const to = { ArrowLeft: head - 1, ArrowRight: head + 1, Home: 0, End: heads.length - 1 }[event.key];
      if (event.key === 'ArrowDown') moveTo(activeIndex);
      else if (to !== undefined) heads[Math.max(0, Math.min(heads.length - 1, to))]?.focus();
      else return;
      event.preventDefault();
      return;
    }
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return;
    const to: Partial<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      PageDown: activeIndex + pageRows,
      PageUp: activeIndex - pageRows,
      Home: 0,
      End: keys.length - 1,
    };
    const next = to[event.key];
    if (event.key === 'ArrowUp' && activeIndex === 0 && heads.length > 0) heads[0]?.focus();
    else if (next !== undefined) moveTo(next);
    else if (event.key === 'Enter') onOpen(activeIndex);
    else return;
    event.preventDefault();
  };

  return { ref, activeIndex, onRowFocus, onKeyDown };
}
