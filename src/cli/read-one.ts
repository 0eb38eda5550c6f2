import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Blobs } from '../main/engine/blobs.ts';
import type { FileAround } from '../main/engine/intake/file-job.ts';
import type { KeptPages } from '../main/engine/intake/kept-pages.ts';
import { readFileWith } from '../main/engine/intake/read-file.ts';
import type { Readers } from '../main/engine/intake/readers.ts';
import type { PageCode, PageFlag, PageWords } from '../shared/base/page.ts';
import { readLimits } from '../shared/contract/reader.ts';
import { type EInvoiceFault, type Profile, profileOf, type ReadEInvoice } from '../shared/domain/e-invoices/index.ts';
import type { DroppedPage } from '../shared/domain/extraction/index.ts';
import type { Proposal } from '../shared/domain/invoice-fields/index.ts';
import { openScratchBlobs } from './scratch-blobs.ts';

export type ReadLine =
  | {
      readonly file: string;
      readonly documents: readonly Proposal[];
      readonly dropped: readonly DroppedPage[];
      /** Each page of the file: what is to be said of its picture, and the codes on it. */
      readonly pages: readonly {
        readonly page: number;
        readonly flags: readonly PageFlag[];
        readonly codes: readonly PageCode[];
      }[];
      readonly timingsMs: { readonly [part: string]: number };
      /** What kind of e-invoice it is, and what of it has no place in the terms of EN 16931; absent for scans. */
      readonly eInvoice?: {
        readonly syntax: ReadEInvoice['syntax'];
        readonly profile: Profile;
        readonly specification: string | null;
        readonly leftOver: ReadEInvoice['leftOver'];
      };
      /** Why the data of a hybrid PDF could not be read, so that its pages were. */
      readonly unreadEInvoice?: { readonly code: string; readonly message: string };
    }
  | { readonly file: string; readonly error: { readonly code: string; readonly message: string } };

export type ReadAround = {
  readonly readers: Readers;
  readonly scratch: string;
  readonly knowledge: FileAround['knowledge'];
};

/** Where the pages of a file are kept that is read more than once. */
export type Keeping = { readonly blobs: Blobs; readonly pages: KeptPages; readonly sha256: string };
type Extras = {
  readonly keeping?: Keeping | undefined;
  /** Told of each document with its words. */
  readonly onDocument?: (proposal: Proposal, words: readonly PageWords[]) => void;
};

/** Reads one file; files are read in the order of `place`. */
export async function readOne(
  file: string,
  { readers, scratch, knowledge }: ReadAround,
  place: number,
  { keeping, onDocument = () => {} }: Extras = {},
): Promise<ReadLine> {
  const refused = (code: string, fault?: EInvoiceFault): ReadLine => ({
    file,
    error: { code, message: `${messages[code] ?? code}${fault === undefined ? '' : particulars(fault)}` },
  });
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) return refused('file-gone');
  if (size > readLimits.bytes) return refused('too-large');
  await using own = await openScratchBlobs(scratch);
  const blobs = keeping?.blobs ?? own;
  const documents: Proposal[] = [];
  const dropped: DroppedPage[] = [];
  let eInvoice: Extract<ReadLine, { pages: unknown }>['eInvoice'];
  const pages: Extract<ReadLine, { pages: unknown }>['pages'][number][] = [];
  const note = ({ page, flags, codes }: PageWords): void => void pages.push({ page, flags, codes });
  const outcome = await readFileWith(
    { readers, blobs, kept: keeping?.pages ?? nothingKept, knowledge },
    {
      path: resolve(file),
      sha256: keeping?.sha256 ?? '',
      registered: new Set(),
      urgency: (page) => [place, page],
      isStopped: () => false,
      onReaderLost: () => {},
      onProgress: () => {},
      onDocument: async ({ proposal, pages: read, eInvoice: data }) => {
        if (data !== undefined) eInvoice = told(data);
        const words = read.map((page) => page.words);
        documents.push(proposal);
        words.forEach(note);
        onDocument(proposal, words);
      },
      onDropped: async ({ words }, why) => {
        dropped.push({ page: words.page, why });
        note(words);
      },
    },
  );
  if (outcome.kind === 'failed') return refused(outcome.code, outcome.fault);
  if (outcome.kind === 'stopped') return refused('reader-crashed');
  pages.sort((one, other) => one.page - other.page);
  const unread = outcome.unread && { unreadEInvoice: { code: outcome.unread.code, message: particulars(outcome.unread).trim() } };
  return { file, documents, dropped, pages, timingsMs: outcome.timingsMs, ...(eInvoice && { eInvoice }), ...unread };
}

const told = (read: ReadEInvoice) => ({
  syntax: read.syntax,
  profile: profileOf(read),
  specification: read.invoice.specificationId?.raw ?? null,
  leftOver: read.leftOver,
});

function particulars(fault: EInvoiceFault): string {
  if (fault.code === 'not-an-e-invoice') return ` Its root is ${fault.root} of '${fault.ns}'.`;
  const { code, line, detail } = fault;
  return ` (${[code, detail, line === undefined ? undefined : `line ${line}`].filter((part) => part !== undefined).join(', ')})`;
}

const nothingKept: FileAround['kept'] = {
  pageCount: async () => undefined,
  keepPageCount: async () => {},
  page: async () => undefined,
  keepPage: async () => {},
};

/** For people; programs go by the code. */
const messages: Record<string, string> = {
  'empty-file': 'The file is empty.',
  'unknown-type': 'The file is neither JPEG, PNG, TIFF, PDF nor XML.',
  'not-an-e-invoice': 'The file is XML, but no e-invoice in a format that is read.',
  'e-invoice-too-large': 'The e-invoice is larger than is read.',
  'document-type': 'The file has a document type (DTD), which no e-invoice may have.',
  'malformed-xml': 'The file is not well-formed XML.',
  'wrong-encoding': 'The file is not encoded as it says, or in an encoding that is not read.',
  damaged: 'The file is damaged or was cut off.',
  'password-protected': 'The PDF is protected by a password.',
  'too-many-pages': `The file has more than ${readLimits.pages} pages.`,
  'too-large': 'The file or one of its pages is too large.',
  'took-too-long': 'The file took too long to read.',
  'reader-crashed': 'The file made the reader crash.',
  'file-gone': 'There is no such file.',
  'disk-full': 'The disk is full.',
};
