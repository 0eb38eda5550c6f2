import type { Box, PageWords, Word } from '../../base/page.ts';
import { type Row, type Token, textOf, toRows } from './rows.ts';

/** What a second, closer reading made of the places that some words stand in; undefined where none was made. */
export type SecondReading = (tokens: readonly Token[]) => string | undefined;

/** The second readings of a document's pages. Where the file carries its text there is none, and none is needed. */
export function secondReadingOf(pages: readonly PageWords[]): SecondReading {
  const rows = toRows(pages.map((page) => ({ ...page, words: page.again.filter((word) => wasRead(word, page)) })));
  const byPage = Map.groupBy(rows, (row) => row.page);
  return (tokens) => {
    const [first] = tokens;
    const onPage = first && byPage.get(first.page);
    return onPage && textIn(onPage, tokens);
  };
}

function textIn(rows: readonly Row[], tokens: readonly Token[]): string | undefined {
  const height = Math.max(...tokens.map((token) => token.y1 - token.y0));
  const [x0, x1] = [
    Math.min(...tokens.map((one) => one.x0)) - 0.4 * height,
    Math.max(...tokens.map((one) => one.x1)) + 0.4 * height,
  ];
  const [y0, y1] = [Math.min(...tokens.map((one) => one.y0)), Math.max(...tokens.map((one) => one.y1))];
  const isWithin = (token: Token): boolean => {
    const [x, y] = [(token.x0 + token.x1) / 2, (token.y0 + token.y1) / 2];
    return x > x0 && x < x1 && y > y0 - 0.2 * height && y < y1 + 0.2 * height;
  };
  const within = rows.flatMap((row) => row.tokens.filter(isWithin)).sort((a, b) => a.x0 - b.x0);
  return within.length === 0 ? undefined : textOf(within);
}

/** A page with the words that only the second reading found: where the first had none, they are all there is. */
export function withWordsFoundLater(page: PageWords): PageWords {
  const missed = page.again.filter((word) => !wasRead(word, page));
  return missed.length === 0 ? page : { ...page, words: [...page.words, ...missed] };
}

const wasRead = ({ box }: Word, { words }: PageWords): boolean => words.some((other) => overlaps(other.box, box));

const overlaps = (a: Box, b: Box): boolean =>
  Math.min(a[2], b[2]) > Math.max(a[0], b[0]) &&
  Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 0.3 * Math.min(a[3] - a[1], b[3] - b[1]);
