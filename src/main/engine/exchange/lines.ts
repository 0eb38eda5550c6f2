import { limits } from './limits.ts';

/** A line with its own end, which a quoted cell keeps; `isCut`: more of it than anyone reads was left out. */
export type Line = { readonly text: string; readonly isCut: boolean };

/** Lines end in CR LF, LF or CR alone. The last one may have no end. */
export async function* lines(chunks: AsyncIterable<string>): AsyncGenerator<readonly Line[]> {
  let rest = '';
  let isCut = false;
  const found: Line[] = [];
  const take = (text: string): void => {
    found.push({ text, isCut });
    isCut = false;
  };
  for await (const chunk of chunks) {
    const text = rest + chunk;
    let from = 0;
    for (let end = endOfLine(text, from); end > 0; end = endOfLine(text, from)) {
      take(text.slice(from, end));
      from = end;
    }
    rest = text.slice(from);
    if (rest.length > 2 * limits.rowChars) {
      isCut = true;
      rest = rest.slice(0, limits.rowChars) + (rest.endsWith('\r') ? '\r' : '');
    }
    if (found.length > 0) yield found.splice(0);
  }
  if (rest !== '') take(rest);
  if (found.length > 0) yield found;
}

const ends = /[\r\n]/g;

/** The place after the line's end; 0 where the line goes on in the next chunk, as after a CR that stands last. */
function endOfLine(text: string, from: number): number {
  ends.lastIndex = from;
  const place = ends.exec(text)?.index;
  if (place === undefined) return 0;
  if (text[place] === '\n') return place + 1;
  if (place + 1 === text.length) return 0;
  return text[place + 1] === '\n' ? place + 2 : place + 1;
}
