import type { SourceFileId } from '../../base/ids.ts';
import type { Box, Word } from '../../base/page.ts';
import type { FilePage } from '../intake/index.ts';

/** Where on a page that was taken in the change stands that a letter or an invoice asks for (pixlar ur underlaget). */
export type AskedPixels = {
  readonly fileId: SourceFileId;
  /** 1 is the first page of the file. */
  readonly page: number;
  /** The whole page where the place was not found. */
  readonly box: Box;
  /** As it stands there; '' of a whole page. */
  readonly text: string;
};
/** As the change keeps it: with the picture, so that whoever decides sees it. */
export type SourcePixels = AskedPixels & Pick<FilePage, 'imageSha256' | 'imageType' | 'widthPx' | 'heightPx'>;

export const wholePage: Box = [0, 0, 1, 1];
export const isWholePage = ([x0, y0, x1, y1]: Box): boolean => x0 === 0 && y0 === 0 && x1 === 1 && y1 === 1;

/** So many printed words at most make one number: 'SE35 5000 0000 0549 1000 0003'. */
const mostWords = 8;
const bare = (text: string): string => text.replace(/[^0-9a-z]/gi, '').toUpperCase();

/** The place where a number stands among the words of a page, whatever signs part its digits; null where it does not, or is short. */
export function placeOfNumber(words: readonly Word[], number: string): Pick<AskedPixels, 'box' | 'text'> | null {
  const wanted = bare(number);
  if (wanted.length < 5) return null;
  for (const [from, first] of words.entries()) {
    let text = '';
    for (const [more, word] of words.slice(from, from + mostWords).entries()) {
      if (word.line !== first.line) break;
      text += bare(word.text);
      if (text === wanted) return spanOf(words.slice(from, from + more + 1));
      if (!wanted.startsWith(text)) break;
    }
  }
  return null;
}

function spanOf(words: readonly Word[]): Pick<AskedPixels, 'box' | 'text'> {
  const edges = (place: 0 | 1 | 2 | 3) => words.map(({ box }) => box[place]);
  const box: Box = [Math.min(...edges(0)), Math.min(...edges(1)), Math.max(...edges(2)), Math.max(...edges(3))];
  return { box, text: words.map(({ text }) => text).join(' ') };
}
