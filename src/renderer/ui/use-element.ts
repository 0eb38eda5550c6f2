import { type RefObject, useLayoutEffect, useState } from 'react';

type Size = { readonly width: number; readonly height: number };

/** The inner size of an element, kept true. */
export function useElementSize(ref: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () =>
      setSize((before) => {
        const { clientWidth: width, clientHeight: height } = element;
        // A scrollbar that comes and goes changes the width by its own: not worth drawing anew.
        return Math.abs(before.width - width) < 2 && Math.abs(before.height - height) < 2 ? before : { width, height };
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

/** At most this long, so that the eye can follow and the hand need not wait. */
const scrollMs = 110;
const scrolling = new WeakMap<HTMLElement, number>();

/** Scrolls an element; at once for those who want no motion. */
export function scrollSmoothly(element: HTMLElement, to: { readonly top: number; readonly left: number }): void {
  cancelAnimationFrame(scrolling.get(element) ?? 0);
  const from = { top: element.scrollTop, left: element.scrollLeft };
  const target = {
    top: Math.max(0, Math.min(to.top, element.scrollHeight - element.clientHeight)),
    left: Math.max(0, Math.min(to.left, element.scrollWidth - element.clientWidth)),
  };
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    element.scrollTo(target);
    return;
  }
  const start = performance.now();
  const step = (now: number) => {
    const share = Math.min(1, Math.max(0, (now - start) / scrollMs));
    const eased = 1 - (1 - share) ** 3;
    element.scrollTop = from.top + (target.top - from.top) * eased;
    element.scrollLeft = from.left + (target.left - from.left) * eased;
    if (share < 1) scrolling.set(element, requestAnimationFrame(step));
  };
  scrolling.set(element, requestAnimationFrame(step));
}

/** Space kept between what is looked at and the edge of its pane. */
const roomPx = 40;

/** Scrolls a pane no further than needed to show a box of the page in it. The page is `size` large, centred in the pane. */
export function scrollIntoSight(
  pane: HTMLElement,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  size: { readonly width: number; readonly height: number },
): void {
  const along = (start: number, end: number, scrolled: number, seen: number): number => {
    if (start - roomPx < scrolled) return start - roomPx;
    return end + roomPx > scrolled + seen ? Math.min(start - roomPx, end + roomPx - seen) : scrolled;
  };
  const to = {
    left: along(x0 * size.width, x1 * size.width, pane.scrollLeft, pane.clientWidth),
    top: along(y0 * size.height, y1 * size.height, pane.scrollTop, pane.clientHeight),
  };
  if (to.left !== pane.scrollLeft || to.top !== pane.scrollTop) scrollSmoothly(pane, to);
}
