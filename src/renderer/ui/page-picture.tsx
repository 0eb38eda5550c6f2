import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Box, Word } from '../../shared/base/page.ts';
import { type PageBox, PageBoxes } from './page-boxes.tsx';
import { makeStyles, tokens } from './style.ts';
import { scrollIntoSight, scrollSmoothly, useElementSize } from './use-element.ts';
import { useRectangle } from './use-rectangle.ts';

/** `field` shows the box in focus large; a number is a share of the pane's width. */
export type Zoom = 'field' | 'width' | 'page' | number;
type Props = {
  readonly name: string;
  readonly source: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly boxes: readonly PageBox[];
  /** Scrolled into the upper third when it changes. */
  readonly focusBox: Box | null;
  /** Scrolled into sight, no further than needed. */
  readonly inView?: Box | undefined;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: number) => void;
  readonly words: readonly Word[];
  /** A word was clicked; its place in `words`. */
  readonly onPickWord?: ((index: number, extend: boolean) => void) | undefined;
  /** A rectangle was drawn with the pointer. */
  readonly onDrawn?: ((box: Box) => void) | undefined;
  /** Another one: the picture is asked for again. */
  readonly version?: number;
  readonly failedText: string;
  readonly onFailed?: () => void;
};

/** The picture of a page with boxes over it. Scans stay white in the dark theme too. */
export function PagePicture(props: Props) {
  const {
    name,
    source,
    widthPx,
    heightPx,
    boxes,
    focusBox,
    inView,
    zoom,
    onZoom,
    words,
    onPickWord,
    onDrawn,
    version = 0,
    failedText,
    onFailed,
  } = props;
  const asked = `${source} ${version}`;
  const styles = useStyles();
  const pane = useRef<HTMLDivElement>(null);
  const size = useElementSize(pane);
  const [hovered, setHovered] = useState(-1);
  const [failed, setFailed] = useState<string>();
  const width = Math.round(pictureWidth(zoom, size, heightPx / widthPx, focusBox));
  const height = Math.round((width * heightPx) / widthPx);

  useEffect(() => {
    if (pane.current === null || focusBox === null || width === 0) return;
    const [x0, y0, x1] = focusBox;
    const middle = ((x0 + x1) / 2) * width;
    scrollSmoothly(pane.current, {
      top: y0 * height - pane.current.clientHeight * 0.27,
      left: middle - pane.current.clientWidth / 2,
    });
  }, [focusBox, width, height]);

  useEffect(() => {
    if (pane.current !== null && inView !== undefined && width > 0) scrollIntoSight(pane.current, inView, { width, height });
  }, [inView, width, height]);
  const rectangle = useRectangle(pane, onDrawn);

  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const now = width / Math.max(1, element.clientWidth);
      onZoom(Math.min(4, Math.max(0.3, now * (event.deltaY < 0 ? 1.15 : 1 / 1.15))));
    };
    // React's own wheel listener is passive and cannot keep the page from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [width, onZoom]);

  const wordAt = (event: MouseEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return findWord(words, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };
  const hoveredWord = words[hovered];
  const picks = onPickWord !== undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so can be come to by keyboard
    <section ref={pane} className={styles.pane} aria-label={name} data-pane tabIndex={0}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a way for the mouse only; the same is done by typing in the field, and by F4 */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div
        className={styles.page}
        style={{
          width,
          height,
          cursor: picks && hoveredWord !== undefined ? 'pointer' : onDrawn === undefined ? 'default' : 'crosshair',
        }}
        {...rectangle.handlers}
        onPointerMove={(event: PointerEvent<HTMLElement>) => {
          rectangle.handlers.onPointerMove(event);
          if (picks) setHovered(rectangle.box === undefined ? wordAt(event) : -1);
        }}
        onPointerLeave={() => setHovered(-1)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          if (rectangle.tookClick()) return;
          const index = wordAt(event);
          if (index >= 0) onPickWord?.(index, event.shiftKey);
        }}
      >
        {failed === asked ? (
          <p role="status" className={styles.failed}>
            {failedText}
          </p>
        ) : (
          <img
            key={asked}
            src={source}
            alt=""
            draggable={false}
            className={styles.image}
            onError={() => {
              setFailed(asked);
              onFailed?.();
            }}
          />
        )}
        <PageBoxes boxes={boxes} hovered={picks ? hoveredWord?.box : undefined} drawn={rectangle.box} />
      </div>
    </section>
  );
}

function pictureWidth(
  zoom: Zoom,
  pane: { readonly width: number; readonly height: number },
  ratio: number,
  box: Box | null,
): number {
  const whole = Math.max(0, pane.width - 18);
  if (typeof zoom === 'number') return pane.width * zoom;
  if (zoom === 'page') return Math.min(whole, (pane.height - 16) / ratio);
  if (zoom === 'width' || box === null) return whole;
  return Math.min(whole * 2.2, Math.max(whole, (whole * 0.5) / Math.max(0.01, box[2] - box[0])));
}

/** The word at a point, with a little room around it. */
function findWord(words: readonly Word[], x: number, y: number): number {
  return words.findIndex(({ box: [x0, y0, x1, y1] }) => x >= x0 - 0.003 && x <= x1 + 0.003 && y >= y0 - 0.002 && y <= y1 + 0.002);
}

const useStyles = makeStyles({
  pane: {
    height: '100%',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground5,
    padding: '8px',
    position: 'relative',
  },
  page: { position: 'relative', margin: '0 auto', backgroundColor: '#fff', boxShadow: tokens.shadow8 },
  image: { width: '100%', height: '100%', display: 'block', userSelect: 'none' },
  failed: { color: '#424242', padding: '24px', margin: 0, textAlign: 'center' },
});
