import type { Box, PageWords, Word } from '../../base/page.ts';

/** A word and its place in page heights, so that a step across and a step down have one scale. */
export type Token = {
  readonly text: string;
  readonly box: Box;
  readonly confidence: number;
  readonly page: number;
  /** The place of its row among all rows of the document. */
  readonly row: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
};

/** One printed line: its tokens from left to right. */
export type Row = {
  readonly page: number;
  readonly number: number;
  readonly tokens: readonly Token[];
};

/** The height of a piece of print, in page heights. */
export const heightOf = (token: Token): number => token.y1 - token.y0;

/** The words of the pages grouped into printed lines by where they stand; the reader's own line numbers are not trusted. */
export function toRows(pages: readonly PageWords[]): readonly Row[] {
  const grouped = pages.flatMap((page) => groupRows(page).map((tokens) => ({ page: page.page, tokens })));
  return grouped.map(({ page, tokens }, number) => ({
    page,
    number,
    tokens: tokens.map((token) => ({ ...token, row: number })),
  }));
}

/** The part of a row with no wide gap in it: a cell, a label, a phrase. */
export function segmentsOf(row: Row): readonly (readonly Token[])[] {
  const segments: Token[][] = [];
  for (const token of row.tokens) {
    const segment = segments.at(-1);
    const before = segment?.at(-1);
    if (segment && before && gapInHeights(before, token) < 1.5) segment.push(token);
    else segments.push([token]);
  }
  return segments;
}

/** The blank between two tokens of a row, measured in the height of the lower one. */
export function gapInHeights(left: Token, right: Token): number {
  const height = Math.max(Math.min(heightOf(left), heightOf(right)), 0.004);
  return (right.x0 - left.x1) / height;
}

/** The smallest box around all tokens, on the page of the first. */
export function boxAround(tokens: readonly Token[]): Box | null {
  const [first] = tokens;
  if (!first) return null;
  const boxes = tokens.filter((token) => token.page === first.page).map((token) => token.box);
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

export const textOf = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join(' ');

/** The middle height of all tokens: the size of ordinary print. */
export function ordinaryHeight(rows: readonly Row[]): number {
  const heights = rows.flatMap((row) => row.tokens.map(heightOf)).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0.01;
}

type Loose = Omit<Token, 'row'>;

/** Left to right, each token joins the row whose last token stands level with it: this follows a slightly crooked line. */
function groupRows(page: PageWords): readonly (readonly Loose[])[] {
  const rows: Loose[][] = [];
  const loose = page.words
    .flatMap(splitAtRules)
    .flatMap(splitLabel)
    .flatMap((word) => placed(word, page));
  for (const token of loose.sort((a, b) => a.x0 - b.x0)) {
    const best = rows
      .map((row) => ({ row, level: levelness(row.at(-1), token) }))
      .reduce<{ row: Loose[]; level: number } | undefined>((a, b) => (a && a.level >= b.level ? a : b), undefined);
    if (best && best.level >= 0.5) best.row.push(token);
    else rows.push([token]);
  }
  return rows.sort((a, b) => middleOf(a) - middleOf(b));
}

/** How much two tokens stand side by side, 0..1 of the lower one's height; a heading beside small print counts less. */
function levelness(last: Loose | undefined, token: Loose): number {
  if (!last || last.x1 > token.x1) return 0;
  const shared = Math.min(last.y1, token.y1) - Math.max(last.y0, token.y0);
  return shared / Math.max(Math.min(last.y1 - last.y0, token.y1 - token.y0), 1e-6);
}

const middleOf = (row: readonly Loose[]): number =>
  row.reduce((sum, token) => sum + token.y0 + token.y1, 0) / Math.max(2 * row.length, 1);

/** Rules and specks of a table are read as signs without letter or digit; the giro line's own signs are kept. */
function placed(word: Word, page: PageWords): readonly Loose[] {
  const text = word.text
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^[|_[\]{}«»‹›„“”"<]+|[|_[\]{}«»‹›„“”"]+$/g, '')
    .replace(/^(?:[.-]{2,}|…+)|(?:\.{3,}|…+)$/g, ''); // leaders between a label and its value
  if (!/[\p{L}\p{N}#>%$€£&+-]/u.test(text)) return [];
  const wide = page.heightPx > 0 ? page.widthPx / page.heightPx : 1;
  const [x0, y0, x1, y1] = word.box;
  return [{ text, box: word.box, confidence: word.confidence, page: page.page, x0: x0 * wide, y0, x1: x1 * wide, y1 }];
}

/** 'Betalningsdatum|OCR-nr': a rule between two cells was read as a sign. The box is shared out by letters. */
function splitAtRules(word: Word): readonly Word[] {
  if (!/[\p{L}\p{N}]\|[\p{L}\p{N}]/u.test(word.text)) return [word];
  const [x0, y0, x1, y1] = word.box;
  const at = (letters: number): number => x0 + ((x1 - x0) * letters) / word.text.length;
  let from = 0;
  return word.text.split('|').map((text) => {
    const part: Word = { ...word, text, box: [at(from), y0, at(from + text.length), y1] };
    from += text.length + 1;
    return part;
  });
}

/** 'Fakturanr:12345' and 'BG123-4567' are a label and a value: two words, the box shared out by letters. */
function splitLabel(word: Word): readonly Word[] {
  const match =
    /^(\p{L}[\p{L}.\-/ ]+(?::|\.{3,}))(\S+)$/u.exec(word.text) ??
    /^(BG|PG|OCR|Bankgiro|Plusgiro|n[or]\.)((?:SE)?\d\S+)$/i.exec(word.text);
  const [, label, value] = match ?? [];
  if (!label || !value || value.startsWith('//')) return [word];
  const [x0, y0, x1, y1] = word.box;
  const cut = x0 + ((x1 - x0) * label.length) / word.text.length;
  return [
    { ...word, text: label, box: [x0, y0, cut, y1] },
    { ...word, text: value, box: [cut, y0, x1, y1] },
  ];
}
