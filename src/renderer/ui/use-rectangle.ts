import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Box } from '../../shared/base/page.ts';
import { useKeys } from './use-keys.ts';

type Point = { readonly x: number; readonly y: number };
type Drag = { readonly page: HTMLElement; readonly from: Point; readonly start: Point };

/** Shorter than this in both directions a press is a click; a rectangle that is thinner holds no text. In CSS pixels. */
const leastMovePx = 6;
const leastSidePx = 5;
/** So near the edge of the pane the page scrolls by itself. */
const edgePx = 22;
const scrollStepPx = 10;

/** Draws a rectangle on a page with the pointer, also when the page is zoomed or scrolls meanwhile. Esc gives it up. */
export function useRectangle(pane: RefObject<HTMLElement | null>, onDrawn: ((box: Box) => void) | undefined) {
  const [box, setBox] = useState<Box>();
  const drag = useRef<Drag>(undefined);
  const pointer = useRef<Point>({ x: 0, y: 0 });
  /** The click that ends a rectangle is no click on a word. */
  const endsRectangle = useRef(false);

  const stop = useCallback(() => {
    drag.current = undefined;
    setBox(undefined);
  }, []);
  const follow = useCallback(() => {
    if (drag.current !== undefined) setBox(boxOf(drag.current, pointer.current));
  }, []);
  useKeys({ back: stop }, { level: 2, active: box !== undefined });

  const isDrawing = box !== undefined;
  useEffect(() => {
    if (!isDrawing) return;
    let frame = 0;
    const step = () => {
      if (pane.current !== null && scrollAtEdge(pane.current, pointer.current)) follow();
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [isDrawing, pane, follow]);

  return {
    box,
    /** Whether the click that comes now belongs to a rectangle; asked once for each click. */
    tookClick: () => {
      const took = endsRectangle.current;
      endsRectangle.current = false;
      return took;
    },
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        endsRectangle.current = false;
        if (onDrawn === undefined || event.button !== 0 || event.shiftKey) return;
        const at = { x: event.clientX, y: event.clientY };
        drag.current = { page: event.currentTarget, from: at, start: shareOf(event.currentTarget, at) };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (drag.current === undefined) return;
        pointer.current = { x: event.clientX, y: event.clientY };
        const { from, page } = drag.current;
        if (!isDrawing && Math.max(Math.abs(event.clientX - from.x), Math.abs(event.clientY - from.y)) < leastMovePx) return;
        if (!isDrawing) page.setPointerCapture(event.pointerId);
        follow();
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const drawn = drag.current;
        const wasDrawing = isDrawing;
        stop();
        if (drawn === undefined || !wasDrawing) return;
        endsRectangle.current = true;
        const done = boxOf(drawn, { x: event.clientX, y: event.clientY });
        const { width, height } = drawn.page.getBoundingClientRect();
        if ((done[2] - done[0]) * width >= leastSidePx && (done[3] - done[1]) * height >= leastSidePx) onDrawn?.(done);
      },
      onPointerCancel: stop,
    },
  };
}

/** A place on the screen as shares of the page, inside it. */
function shareOf(page: HTMLElement, { x, y }: Point): Point {
  const { left, top, width, height } = page.getBoundingClientRect();
  return { x: within((x - left) / width), y: within((y - top) / height) };
}

function boxOf({ page, start }: Drag, to: Point): Box {
  const end = shareOf(page, to);
  return [Math.min(start.x, end.x), Math.min(start.y, end.y), Math.max(start.x, end.x), Math.max(start.y, end.y)];
}

/** Scrolls a step when the pointer is at the edge; whether it moved. */
function scrollAtEdge(pane: HTMLElement, { x, y }: Point): boolean {
  const { left, right, top, bottom } = pane.getBoundingClientRect();
  const before = { left: pane.scrollLeft, top: pane.scrollTop };
  const by = (low: number, high: number, at: number) =>
    at < low + edgePx ? -scrollStepPx : at > high - edgePx ? scrollStepPx : 0;
  pane.scrollLeft += by(left, right, x);
  pane.scrollTop += by(top, bottom, y);
  return pane.scrollLeft !== before.left || pane.scrollTop !== before.top;
}

const within = (share: number): number => Math.min(1, Math.max(0, share));
