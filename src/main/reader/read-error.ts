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

/** What to answer for anything that was thrown while a file was read. */
export function toFailure(error: unknown): { readonly code: ReadFailure; readonly message: string } {
  if (error instanceof ReadError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOENT') return { code: 'file-gone', message };
  if (code === 'ENOSPC') return { code: 'disk-full', message };
  if (/out of memory|allocation failed|allocate memory|pixel limit/i.test(message)) return { code: 'too-large', message };
  return { code: 'damaged', message };
}
