/**
 * What keeps a cell of ours from being run as a formula where someone opens the file, and how it is read back without loss.
 *
 * A text is guarded by an apostrophe before it when a spreadsheet could take it for a formula: it begins with = + - @, their full-width
 * forms, a tab or a line's end. A text that begins with an apostrophe of its own, or with a space, or that ends with one, is guarded
 * too: taking one apostrophe off, and leaving the rest as it is, gives every text back.
 *
 * Source: OWASP, "CSV Injection", which names these first characters and the apostrophe.
 */
const needsGuard = /^[\s\ufeff\u200b='+\-@\uff1d\uff0b\uff0d\uff20]|[\s\ufeff]$/;

export const guardCell = (text: string): string => (needsGuard.test(text) ? `'${text}` : text);

export const isGuarded = (cell: string): boolean => cell.startsWith("'");

/** The text that was guarded. A text that no guard of ours stands before is left as it is. */
export const unguardCell = (cell: string): string => (isGuarded(cell) ? cell.slice(1) : cell);
