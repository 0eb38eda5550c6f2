import type { PageCode, PageFlag, TextSource } from '../../base/page.ts';
import type { DropReason } from '../extraction/index.ts';

/** A page of a file as it is kept: its picture and its words, each a blob under its SHA-256. */
export type FilePage = {
  /** Its number in the file, 1 first. */
  readonly page: number;
  readonly imageSha256: string;
  readonly imageType: 'image/jpeg' | 'image/png';
  readonly wordsSha256: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly textSource: TextSource;
  /** What is to be said of its picture; not there where there is nothing. */
  readonly flags?: readonly PageFlag[] | undefined;
  /** The first of its barcodes and square codes, cut off where they are long; not there where there are none. */
  readonly codes?: readonly PageCode[] | undefined;
  /** Its picture in 64 bits (16 hex digits), by which the same paper scanned again is known; not there for what was read before this was kept. */
  readonly pixelHash?: string | undefined;
};

/** A page that belongs to no document (bortvald sida): kept, and brought back when a clerk says so. */
export type DroppedPage = FilePage & { readonly why: DropReason };
