import type { PageWords, Word } from '../../src/shared/base/page.ts';

/** 'text@x,y': a word 0.012 a letter wide and 0.01 high; words with the same y stand on one line. */
export function aPage(...words: readonly string[]): PageWords {
  const rows: string[] = [];
  return {
    page: 1,
    widthPx: 2480,
    heightPx: 3508,
    textSource: 'ocr',
    again: [],
    codes: [],
    flags: [],
    words: words.map((word): Word => {
      const at = word.lastIndexOf('@');
      const text = word.slice(0, at);
      const [x = 0, y = 0] = word
        .slice(at + 1)
        .split(',')
        .map(Number);
      if (!rows.includes(String(y))) rows.push(String(y));
      return { text, box: [x, y, x + text.length * 0.012, y + 0.01], confidence: 0.9, line: rows.indexOf(String(y)) };
    }),
  };
}
