import type { Word } from '../../shared/base/page.ts';
import type { MediaType } from '../../shared/contract/reader.ts';
import type { Raster } from './raster.ts';

/** A foreign file, opened: its pages can be asked for one by one. Close it after use. */
export type OpenFile = {
  readonly mediaType: MediaType;
  readonly pageCount: number;
  /** The e-invoice that a hybrid PDF carries. */
  readonly invoiceXml?: Uint8Array | undefined;
  /** `page` counts from 1. */
  readonly openPage: (page: number) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
};

/** The pixels of one page, and its words where the file carries them as text. */
export type OpenPage = {
  readonly raster: Raster;
  readonly textLayer: readonly Word[] | undefined;
  /** Pixels per inch of what was scanned, where it is other than the raster's: of its coarser side. */
  readonly scanDpi?: number | null;
};
