/** A file name that every system takes. */
export const fileNameOf = (parts: readonly (string | null)[]): string =>
  parts
    .filter((part) => part !== null)
    .join(' ')
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, '')
    .slice(0, 120)
    .trim();
