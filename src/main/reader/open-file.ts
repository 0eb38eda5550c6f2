import { readFile, stat } from 'node:fs/promises';
import { readLimits } from '../../shared/contract/reader.ts';
import { openImage } from './open-image.ts';
import { openPdf } from './open-pdf.ts';
import type { OpenFile } from './opened.ts';
import { ReadError } from './read-error.ts';
import { sniffType } from './sniff-type.ts';

/** Opens a file by what its bytes are. Throws a ReadError when it is empty, too large, of no known type, damaged or locked. */
export async function openFile(path: string): Promise<OpenFile> {
  const bytes = await readWithinLimit(path);
  const mediaType = sniffType(bytes);
  if (mediaType === undefined) throw new ReadError('unknown-type', 'not a JPEG, PNG, TIFF or PDF');
  const file = mediaType === 'application/pdf' ? await openPdf(bytes) : await openImage(bytes, mediaType);
  if (file.pageCount <= readLimits.pages) return file;
  await file.close();
  throw new ReadError('too-many-pages', `${file.pageCount} pages`);
}

async function readWithinLimit(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size === 0) throw new ReadError('empty-file', 'no bytes');
  if (size > readLimits.bytes) throw new ReadError('too-large', `${size} bytes`);
  return readFile(path);
}
