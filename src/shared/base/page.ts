/** A rectangle on a page, as shares (0..1) of its width and height from the top left: x0, y0, x1, y1. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** One word as it stands on a page. */
export type Word = {
  readonly text: string;
  readonly box: Box;
  /** How sure the reading is, 0..1; 1 for a text layer. */
  readonly confidence: number;
  /** Words with the same number stand on one printed line; numbers grow in reading order. */
  readonly line: number;
};

/** A barcode or a square code on a page. `format` is ZXing's name for its kind: 'QRCode', 'Code128'. */
export type PageCode = { readonly format: string; readonly text: string; readonly box: Box };

/**
 * What is to be said of a page's picture.
 *
 * - `blank`: nothing is printed on it · `too-dark`, `too-light`: letters and paper differ little · `cut-edge`: print runs over the rim
 * - `low-resolution`: below 200 pixels per inch · `skewed`: it lay more than 3° askew
 * - `text-differs`: the text that the file carries is not what its picture shows; the picture was read instead
 */
export const pageFlags = ['blank', 'too-dark', 'too-light', 'cut-edge', 'low-resolution', 'skewed', 'text-differs'] as const;
export type PageFlag = (typeof pageFlags)[number];

/** The words of one page in reading order, and where they came from. */
export type PageWords = {
  /** 1 is the first page of the file. */
  readonly page: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** `mixed`: a text layer, with OCR for what is picture. */
  readonly textSource: TextSource;
  readonly words: readonly Word[];
  /** A second, closer reading of some places: its words stand where the first reading's do. */
  readonly again: readonly Word[];
  readonly codes: readonly PageCode[];
  readonly flags: readonly PageFlag[];
};

export const textSources = ['ocr', 'text-layer', 'mixed'] as const;
export type TextSource = (typeof textSources)[number];

/** Words as an earlier version kept them know of no second reading, codes or flags. */
export const asPageWords = (kept: Omit<PageWords, 'again' | 'codes' | 'flags'> & Partial<PageWords>): PageWords => ({
  again: [],
  codes: [],
  flags: [],
  ...kept,
});
