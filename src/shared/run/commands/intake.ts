import { z } from 'zod';
import type { SourceFileId } from '../../base/ids.ts';
import { dropReasons } from '../../domain/extraction/index.ts';
import {
  channels,
  decideFileRejection,
  decideNewTry,
  decideReadingDone,
  decideReceipt,
  type PageCounts,
} from '../../domain/intake/index.ts';
import { decideBringingBack, decideDroppingAgain } from '../../domain/supplier-invoices/index.ts';
import { command } from '../command.ts';
import { filePageSchema, id, sha256, words } from '../schemas.ts';
import type { Store } from '../store.ts';

const fileId = id<'sourceFile'>();
const page = z.int().min(1);
/** A file has no more pages than this, and a document has one. */
const allDocuments = 500;

const fileAndInvoices = async (store: Store, id: SourceFileId) => ({
  file: await store.get('sourceFile', id),
  invoices: await store.find('supplierInvoice', 'byFile', [id], allDocuments),
});

/** In version 1 no page was dropped, and none was known to be an appendix. */
const withPageCounts = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'pageCount' in input
    ? { ...input, invoicePageCount: input.pageCount, appendixPageCount: 0, dropped: [] }
    : input;

const finishInput: z.ZodType<PageCounts & { readonly fileId: SourceFileId }> = z.object({
  fileId,
  pageCount: z.int().min(0),
  documentCount: z.int().min(0),
  invoicePageCount: z.int().min(0),
  appendixPageCount: z.int().min(0),
  dropped: z.array(filePageSchema.extend({ why: z.enum(dropReasons) })).max(500),
});

export const intakeCommands = {
  'intake/receive-file': command({
    input: z.object({
      fileId,
      name: words(300),
      channel: z.enum(channels),
      sha256,
      sizeBytes: z.int().min(0),
      unitId: words(60),
      mail: z.object({ sha256, from: words(300), subject: words(300), sentAtMs: z.int().nullable() }).optional(),
    }),
    permission: 'intake.receive',
    class: 'local',
    load: (store, input) => store.find('sourceFile', 'bySha256', [input.unitId, input.sha256], 1),
    decide: (twins, input, { actor, atMs }) => decideReceipt(twins, input, actor, atMs),
  }),
  'intake/finish-reading': command({
    input: finishInput,
    version: 2,
    upcasts: { 1: withPageCounts },
    permission: 'intake.receive',
    class: 'local',
    load: (store, input) => store.get('sourceFile', input.fileId),
    decide: (file, input, { atMs }) => decideReadingDone(file, input, atMs),
  }),
  'intake/reject-file': command({
    input: z.object({ fileId, reason: words(60) }),
    permission: 'intake.receive',
    class: 'local',
    load: (store, input) => store.get('sourceFile', input.fileId),
    decide: (file, input) => decideFileRejection(file, input.reason),
  }),
  'intake/try-again': command({
    input: z.object({ fileId }),
    permission: 'intake.receive',
    class: 'local',
    load: (store, input) => store.get('sourceFile', input.fileId),
    decide: (file) => decideNewTry(file),
  }),
  'intake/restore-page': command({
    input: z.object({ fileId, page }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    load: (store, input) => fileAndInvoices(store, input.fileId),
    decide: decideBringingBack,
  }),
  'intake/drop-page': command({
    input: z.object({ fileId, page }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    load: (store, input) => fileAndInvoices(store, input.fileId),
    decide: decideDroppingAgain,
  }),
};
