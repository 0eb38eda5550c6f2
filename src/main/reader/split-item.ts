import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';

/** A stretch of text without spaces, in points of the upright page, y downwards. */
export type Piece = {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Runs along the page, left to right; else up, down or askew. */
  readonly level: boolean;
  /** Where the letters stand: y for level text. */
  readonly baseline: number;
  /** Height of the letters in points. */
  readonly size: number;
  /** Nothing stood between it and the piece before it in the same item. */
  readonly spaceBefore: boolean;
  readonly spaceAfter: boolean;
};

type Viewport = { readonly transform: readonly number[] };

/** What of a letter's size stands above and below the line it stands on. */
const ascent = 0.8;
const descent = 0.2;

/** The pieces of one text item of pdf.js; the item's width is shared out by how wide letters usually are. */
export function splitItem(item: Pick<TextItem, 'str' | 'transform' | 'width' | 'height'>, viewport: Viewport): Piece[] {
  const [a, b, c, d, e, f] = multiply(viewport.transform, item.transform);
  const along = Math.hypot(a, b);
  const up = Math.hypot(c, d);
  // The viewport's own scale (a unit other than 1/72 inch) holds for the item's width too.
  const width = item.width * Math.hypot(viewport.transform[0] ?? 1, viewport.transform[1] ?? 0);
  if (!(along > 0 && up > 0 && Number.isFinite(width + e + f))) return [];

  const total = widthOf(item.str);
  const at = (share: number, height: number) => ({
    x: e + (a / along) * width * share + (c / up) * up * height,
    y: f + (b / along) * width * share + (d / up) * up * height,
  });
  return [...item.str.matchAll(/[^\s\u00a0]+/gu)].map((match) => {
    const from = widthOf(item.str.slice(0, match.index)) / total;
    const to = from + widthOf(match[0]) / total;
    const corners = [at(from, ascent), at(from, -descent), at(to, ascent), at(to, -descent)];
    return {
      text: match[0],
      x0: Math.min(...corners.map(({ x }) => x)),
      y0: Math.min(...corners.map(({ y }) => y)),
      x1: Math.max(...corners.map(({ x }) => x)),
      y1: Math.max(...corners.map(({ y }) => y)),
      level: a > 0 && Math.abs(b) < 0.1 * a,
      baseline: at((from + to) / 2, 0).y,
      size: up,
      spaceBefore: match.index > 0,
      spaceAfter: match.index + match[0].length < item.str.length,
    };
  });
}

/** The two transforms, `inner` first: [a, b, c, d, e, f] as in PDF. */
function multiply(outer: readonly number[], inner: readonly number[]): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);

/** In shares of a usual letter. */
function letterWidth(letter: string): number {
  if (/[iljtfIr.,:;'’|!()[\]/\s-]/u.test(letter)) return 0.6;
  if (/[mwMW@%—]/u.test(letter)) return 1.5;
  if (/\p{Lu}/u.test(letter)) return 1.2;
  return 1;
}
