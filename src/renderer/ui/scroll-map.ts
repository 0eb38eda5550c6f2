/** Taller than this no browser draws an element right. */
const tallestPx = 8_000_000;

/** How far down one is, in rows as they would be under each other and in what the browser scrolls. The same, but for very long lists. */
export type ScrollMap = {
  /** What the browser scrolls. */
  readonly heightPx: number;
  readonly toRows: (scrolledPx: number) => number;
  readonly toScroll: (rowsPx: number) => number;
};

/** Both ends of a list meet both ends of its scrollbar, however long it is. */
export function scrollMap(rowsPx: number, viewPx: number): ScrollMap {
  if (rowsPx <= tallestPx) return { heightPx: rowsPx, toRows: (px) => px, toScroll: (px) => px };
  const share = (rowsPx - viewPx) / (tallestPx - viewPx);
  return { heightPx: tallestPx, toRows: (px) => px * share, toScroll: (px) => px / share };
}
