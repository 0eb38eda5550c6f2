import { folded } from '../../base/text.ts';

/** Capitals do not count, nor what stands between letters and digits: '556677-8899' and '5566 77 88 99' are one. */
export const squeezed = (text: string): string => folded(text).replace(/[^\p{Letter}\p{Number}]/gu, '');

/** The words of a text, folded: å, ä and ö stay letters of their own, é is e. */
export const wordsOf = (text: string): readonly string[] => folded(text).match(/[\p{Letter}\p{Number}]+/gu) ?? [];

/**
 * What may be a person's identity number: six or eight figures that can be a day of birth (also in a coordination number), and four more, by
 * themselves. The check digit is not asked: what was misread is a person's number too.
 */
const personal = /(?<!\d)(?:18|19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])\s?[-+]?\s?\d{4}(?!\d)/g;

/** A line as it may be searched for, and told: without persons' numbers. */
export const withoutPersons = (line: string): string => line.replace(personal, ' ');

/** The same line with the last four digits of each person's number covered. */
export const coverPersons = (line: string): string =>
  line.replace(personal, (found) => `${found.slice(0, -4).replace(/[\s+-]+$/, '')}-••••`);

const longest = 40;

/**
 * The words that the pages of an invoice are found by, each once: as they are, and what of them stands between signs ('el-material' is also
 * 'el' and 'material'). No single letter, and no person's number. `lines`: the printed lines.
 */
export function pageTokens(lines: readonly string[]): ReadonlySet<string> {
  const tokens = new Set<string>();
  const keep = (token: string): void => void (token.length > 1 && token.length <= longest && tokens.add(token));
  for (const line of lines)
    for (const word of withoutPersons(folded(line)).split(/\s+/)) {
      const parts = word.match(/[\p{Letter}\p{Number}]+/gu) ?? [];
      for (const part of parts) keep(part);
      if (parts.length > 1) keep(parts.join(''));
    }
  return tokens;
}
