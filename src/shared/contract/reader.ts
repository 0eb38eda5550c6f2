import { z } from 'zod';
import { type Box, type PageWords, pageFlags, textSources, type Word } from '../base/page.ts';
import { storable } from '../base/text.ts';

/**
 * What the engine asks of a reader process, and what it answers. A reader opens foreign files (decode, rasterise, OCR) and
 * holds no data of ours: it gets a path to bytes, and gives back page images and words.
 */
export type ReaderRequest =
  /** How many pages a file has. */
  | { readonly kind: 'open'; readonly requestId: number; readonly path: string }
  /** One page of a file, 1 first. `alone`: no other reader is at work or soon will be, so it may use two cores. */
  | {
      readonly kind: 'read-page';
      readonly requestId: number;
      readonly path: string;
      readonly page: number;
      readonly alone?: boolean;
    }
  /** Some places of an upright page image (as a `page` reply gave it), read closely. */
  | { readonly kind: 'read-zones'; readonly requestId: number; readonly path: string; readonly zones: readonly Zone[] }
  | { readonly kind: 'cancel'; readonly requestId: number };

export type ReaderReply =
  /** Sent once, when the process can take work. */
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'opened';
      readonly requestId: number;
      readonly mediaType: MediaType;
      readonly pageCount: number;
      /** The e-invoice that a hybrid PDF carries (Factur-X, ZUGFeRD), as its bytes stand. */
      readonly invoiceXml?: Uint8Array | undefined;
    }
  /** A sign of life: a pass of OCR over this page begins. A page that lies askew or on its head takes several. */
  | { readonly kind: 'reading'; readonly requestId: number; readonly page: number }
  /** The page that was asked for. */
  | { readonly kind: 'page'; readonly requestId: number; readonly page: ReadPage }
  /** The words of each zone, in the order asked for, with boxes on the page; [] where nothing can be read. */
  | { readonly kind: 'zones'; readonly requestId: number; readonly words: readonly (readonly Word[])[] }
  /** The end of a request, after its answer. */
  | { readonly kind: 'done'; readonly requestId: number; readonly timingsMs: ReadTimings }
  /** The end of a request that was cancelled. */
  | { readonly kind: 'cancelled'; readonly requestId: number }
  | { readonly kind: 'failed'; readonly requestId: number; readonly code: ReadFailure; readonly message: string };

export type MediaType = 'image/jpeg' | 'image/png' | 'image/tiff' | 'application/pdf';

/**
 * A place on a page, and what is expected there: `digits` for an OCR reference, `amount`, `day`; `code` for letters and figures that stand for
 * something, as an order number; `text` for anything.
 */
export type Zone = {
  readonly box: Box;
  readonly alphabet: (typeof zoneAlphabets)[number];
  /** A first close reading was poor: try larger, in black and white, inverted, turned. */
  readonly harder: boolean;
};
export const zoneAlphabets = ['text', 'code', 'digits', 'amount', 'day'] as const;

/** An upright, straightened page image as JPEG or PNG, and its words with boxes on that image. */
export type ReadPage = {
  readonly words: PageWords;
  readonly image: Uint8Array;
  readonly imageType: 'image/jpeg' | 'image/png';
  /** Pixels per inch of the image, where the file tells; else null. */
  readonly dpi: number | null;
  /** Degrees that the page was turned clockwise to stand upright and straight, -180..180; 0 for one that was left as it is. */
  readonly turnedDegrees: number;
  /** The picture in 64 bits (16 hex digits), by which the same paper scanned again is known; null where nothing is printed. */
  readonly pixelHash?: string | null | undefined;
};

export type ReadTimings = { readonly open: number; readonly render: number; readonly read: number; readonly total: number };

/** Counted up when pages come to be read otherwise: what an earlier reader gave is then read anew. */
export const readerVersion = '5';

/** Why a file cannot be read. The sentence for the clerk stands in the renderer's texts. */
export const readFailures = [
  'empty-file',
  'unknown-type',
  'damaged',
  'password-protected',
  'too-many-pages',
  'too-large',
  'took-too-long',
  'reader-crashed',
  'file-gone',
  'disk-full',
  'not-an-e-invoice',
  'e-invoice-too-large',
  'document-type',
  'malformed-xml',
  'wrong-encoding',
  'mail-without-files',
] as const;
export type ReadFailure = (typeof readFailures)[number];

/** Limits on one file. A file over them is refused before it is decoded. */
export const readLimits = {
  bytes: 200_000_000,
  pages: 500,
  pixelsPerPage: 100_000_000,
  /** No sign of life from a reader for this long, and the file is given up. */
  silenceMs: 60_000,
} as const;

const share = z.number().min(0).max(1);
const box = z.tuple([share, share, share, share]);
const words = z
  .array(z.object({ text: z.string().max(5_000).transform(storable), box, confidence: share, line: z.int() }))
  .max(100_000);
const requestId = z.int();
const pixels = z.int().min(1).max(100_000);
const page = z.int().min(1).max(readLimits.pages);

/**
 * What a reader sends is parsed by the engine: a reader that a file has taken over is trusted no more than the file.
 */
export const readerReplySchema: z.ZodType<ReaderReply> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('opened'),
    requestId,
    mediaType: z.enum(['image/jpeg', 'image/png', 'image/tiff', 'application/pdf']),
    pageCount: z.int().min(0).max(readLimits.pages),
    invoiceXml: z.instanceof(Uint8Array).optional(),
  }),
  z.object({ kind: z.literal('reading'), requestId, page }),
  z.object({
    kind: z.literal('page'),
    requestId,
    page: z.object({
      words: z.object({
        page,
        widthPx: pixels,
        heightPx: pixels,
        textSource: z.enum(textSources),
        words,
        again: words,
        codes: z.array(z.object({ format: z.string().max(50), text: z.string().max(5_000).transform(storable), box })).max(100),
        flags: z.array(z.enum(pageFlags)).max(20),
      }),
      image: z.instanceof(Uint8Array),
      imageType: z.enum(['image/jpeg', 'image/png']),
      dpi: z.number().nullable(),
      turnedDegrees: z.number(),
      pixelHash: z
        .string()
        .regex(/^[0-9a-f]{16}$/)
        .nullish(),
    }),
  }),
  z.object({ kind: z.literal('zones'), requestId, words: z.array(words).max(200) }),
  z.object({
    kind: z.literal('done'),
    requestId,
    timingsMs: z.object({ open: z.number(), render: z.number(), read: z.number(), total: z.number() }),
  }),
  z.object({ kind: z.literal('cancelled'), requestId }),
  z.object({ kind: z.literal('failed'), requestId, code: z.enum(readFailures), message: z.string().max(1_000) }),
]);
