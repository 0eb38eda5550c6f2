import { asPageWords, type PageWords, type Word } from '../../../src/shared/base/page.ts';

const across = 100;
const down = 70;

/** A page drawn with a typewriter: one text a row, 100 signs across, 70 rows down. Words stand where they stand in the text. */
export function aPage(rows: readonly string[], page = 1): PageWords {
  const words = rows.flatMap((row, line) =>
    [...row.matchAll(/\S+/g)].map((match): Word => {
      const [x0, x1] = [match.index / across, (match.index + match[0].length) / across];
      return { text: match[0], box: [x0, line / down, x1, (line + 0.7) / down], confidence: 0.95, line };
    }),
  );
  return asPageWords({ page, widthPx: 1654, heightPx: 2339, textSource: 'ocr', words });
}
