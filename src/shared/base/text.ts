/** Folded for comparing: small letters, accents off, but å, ä and ö stay letters of their own. */
export function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^åäö\p{ASCII}]/gu, (letter) => letter.normalize('NFD').replace(/\p{Mark}/gu, ''));
}

const swedishLast: Record<string, string> = { å: '{a', ä: '{b', ö: '{c', æ: '{b', ø: '{c' };

/**
 * A key that sorts by code point as Swedish clerks expect: case and accents do not matter, å ä ö come after z, digits first.
 * SQLite has no such collation of its own.
 */
export const sortKey = (text: string): string =>
  folded(text)
    .trim()
    .replace(/[åäöæø]/g, (letter) => swedishLast[letter] ?? letter);

/** What a page says, as every database can keep it: without the character NUL, and without halves of pairs. */
export const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();
