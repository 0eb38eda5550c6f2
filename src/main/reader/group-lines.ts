import type { Box, Word } from '../../shared/base/page.ts';
import type { Piece } from './split-item.ts';

type Line = { readonly baseline: number; readonly size: number; readonly pieces: Piece[] };

/** Baselines this near each other, in shares of the letters' size, are one printed line. */
const sameLine = 0.4;
/** Pieces nearer than this, in shares of the letters' size, are one word that the file gives in parts. */
const sameWord = 0.12;

/** Puts pieces of text together to lines, from the top, and words, from the left; boxes become shares of the page. */
export function groupLines(pieces: readonly Piece[], page: { readonly width: number; readonly height: number }): Word[] {
  const level = pieces.filter((piece) => piece.level).sort((a, b) => a.baseline - b.baseline);
  const askew = pieces.filter((piece) => !piece.level);
  const lines = [...gatherLines(level), ...askew.map((piece) => ({ baseline: piece.y0, size: piece.size, pieces: [piece] }))];
  return lines
    .sort((a, b) => a.baseline - b.baseline)
    .flatMap((line, number) => joinParts(line.pieces.sort((a, b) => a.x0 - b.x0)).map((piece) => toWord(piece, number, page)))
    .filter(({ box: [x0, y0, x1, y1] }) => x1 > x0 && y1 > y0);
}

/** From pieces that are sorted by baseline. */
function gatherLines(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line !== undefined && piece.baseline - line.baseline <= sameLine * Math.min(line.size, piece.size))
      line.pieces.push(piece);
    else lines.push({ baseline: piece.baseline, size: piece.size, pieces: [piece] });
  }
  return lines;
}

/** Joins pieces of one line, sorted from the left, that touch and have no space between them. */
function joinParts(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before === undefined || !isSameWord(before, piece)) joined.push(piece);
    else joined[joined.length - 1] = join(before, piece);
  }
  return joined;
}

function isSameWord(before: Piece, piece: Piece): boolean {
  if (before.spaceAfter || piece.spaceBefore) return false;
  const gap = piece.x0 - before.x1;
  return Math.abs(gap) <= sameWord * Math.min(before.size, piece.size);
}

const join = (before: Piece, piece: Piece): Piece => ({
  ...before,
  text: before.text + piece.text,
  x0: Math.min(before.x0, piece.x0),
  y0: Math.min(before.y0, piece.y0),
  x1: Math.max(before.x1, piece.x1),
  y1: Math.max(before.y1, piece.y1),
  spaceAfter: piece.spaceAfter,
});

const toWord = (piece: Piece, line: number, page: { readonly width: number; readonly height: number }): Word => ({
  text: piece.text.normalize('NFC'),
  box: [piece.x0 / page.width, piece.y0 / page.height, piece.x1 / page.width, piece.y1 / page.height].map((value) =>
    Math.min(1, Math.max(0, value)),
  ) as unknown as Box,
  confidence: 1,
  line,
});
