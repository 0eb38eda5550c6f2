import type { PageWords } from '../../base/page.ts';
import { type MarkedPiece, markWords } from './mark-words.ts';
import { coverPersons, pageTokens, squeezed, wordsOf } from './page-words.ts';
import type { ReadSearch } from './read-search.ts';

/** Where on an invoice's pages the words that were typed stand. `page`: 1 is the first page of the file. */
export type Passage = { readonly page: number; readonly lines: readonly (readonly MarkedPiece[])[] };

const mostLines = 3;

/** The printed lines of a page, in reading order. */
export function printedLines({ words }: Pick<PageWords, 'words'>): readonly string[] {
  const lines = new Map<number, string[]>();
  for (const { text, line } of words) lines.set(line, [...(lines.get(line) ?? []), text]);
  return [...lines.values()].map((texts) => texts.join(' '));
}

/** The lines that hold most of what was typed, with it marked and persons' numbers covered; null where none does. */
export function passageOf(pages: readonly PageWords[], { terms }: ReadSearch): Passage | null {
  const sought = terms.map(({ text }) => text);
  const keys = [...new Set(sought.flatMap((text) => [squeezed(text), ...wordsOf(text)]))].filter((key) => key.length > 1);
  let best: { page: number; weight: number; lines: readonly string[] } | undefined;
  for (const page of pages) {
    const weighed = printedLines(page)
      .map((line) => ({ line, weight: weightOf(pageTokens([line]), keys) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostLines);
    const weight = weighed.reduce((sum, one) => sum + one.weight, 0);
    if (weight > (best?.weight ?? 0)) best = { page: page.page, weight, lines: weighed.map(({ line }) => line) };
  }
  return best === undefined ? null : { page: best.page, lines: best.lines.map((line) => markWords(coverPersons(line), sought)) };
}

const weightOf = (tokens: ReadonlySet<string>, keys: readonly string[]): number =>
  keys.filter((key) => [...tokens].some((token) => token.startsWith(key))).length;
