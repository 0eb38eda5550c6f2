import type { ReadFailure } from '../../shared/contract/reader.ts';

/** A file that cannot be read, with the code that the clerk's sentence hangs on. */
export class ReadError extends Error {
  readonly code: ReadFailure;

  constructor(code: ReadFailure, message: string) {
    super(message);
    this.name = 'ReadError';
    this.code = code;
  }
}

/** Characters. */
const longestMessage = 1_000;

/** What to answer for anything that was thrown while a file was read. */
export function toFailure(error: unknown): { readonly code: ReadFailure; readonly message: string } {
  // A decoder may have a complaint for every tag of a broken file: the first of them will do.
  const message = (error instanceof Error ? error.message : String(error)).slice(0, longestMessage);
  if (error instanceof ReadError) return { code: error.code, message };
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOENT') return { code: 'file-gone', message };
  if (code === 'ENOSPC') return { code: 'disk-full', message };
  if (/out of memory|allocation failed|allocate memory|pixel limit/i.test(message)) return { code: 'too-large', message };
  return { code: 'damaged', message };
}
