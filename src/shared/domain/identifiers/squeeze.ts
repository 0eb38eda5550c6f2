/** Without the spaces, dots and dashes of any kind that people write between digits. */
export const squeeze = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00a0\u2000-\u200b\u202f.-]/g, '');
