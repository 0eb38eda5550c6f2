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

/** The words of one page in reading order, and where they came from. */
export type PageWords = {
  /** 1 is the first page of the file. */
  readonly page: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly textSource: 'ocr' | 'text-layer';
  readonly words: readonly Word[];
};
