import { join } from 'node:path';
import { asId, type PersonId, type SourceFileId } from '../../../shared/base/ids.ts';
import { EngineError, type IntakeStatus } from '../../../shared/contract/engine.ts';
import type { ReadFailure } from '../../../shared/contract/reader.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import type { SourceFile } from '../../../shared/domain/intake/index.ts';
import type { EngineParts } from '../engine-parts.ts';
import { asFailure, codeOf } from '../failures.ts';
import { type ReadFile, readFileWith, supplierOf } from './read-file.ts';
import type { Readers } from './readers.ts';
import { takeInBytes, takeInFile } from './take-in.ts';
import { sortFile, watchFolder } from './watch-folder.ts';

export type Intake = {
  /** Bytes that came through the window. */
  takeIn(
    name: string,
    bytes: Uint8Array,
    by: PersonId,
  ): Promise<{ readonly fileId: SourceFileId; readonly alreadyReceived: boolean }>;
  /** Reads what waits to be read: after a start, and when a clerk asked for a new try. */
  readWaiting(): Promise<void>;
  watch(folder: string): Promise<void>;
  status(): IntakeStatus;
  stop(): Promise<void>;
};

/** A reader that went away this many times over the same file: the file is at fault. */
const readerLosses = 5;
/** A file that could not be taken in (disk full, still being written) is tried again after this long. */
const againMs = 15_000;

/**
 * From a file to registered invoices, safe against a crash at every step: the bytes are kept, then received by a command, then
 * read, then registered; each step finds out from the rows what has been done already. The original is moved aside last.
 */
export function startIntake(parts: EngineParts, readers: Readers, program: PersonId): Intake {
  const reading = new Map<SourceFileId, { fileName: string; page: number; pageCount: number | null }>();
  const pathsInFolder = new Map<SourceFileId, string>();
  const timers = new Set<NodeJS.Timeout>();
  let folder = '';
  let watcher: { close(): void } | undefined;
  let stopped = false;

  const status = (): IntakeStatus => ({
    watchedFolder: folder,
    readersReady: readers.ready(),
    waiting: readers.waiting(),
    reading: [...reading].map(([fileId, progress]) => ({ fileId, ...progress })),
  });
  const tell = (): void => parts.notify({ kind: 'reading', status: status() });

  async function takeFromFolder(path: string): Promise<void> {
    const fileName = path.slice(folder.length + 1);
    try {
      const { fileId, alreadyReceived, state } = await takeInFile(parts, path, 'watched-folder', program);
      if (state === 'read' || !parts.isOurs(fileId)) {
        await sortFile(path, 'taken-in');
        parts.notify({ kind: 'problem', problem: { code: 'already-received', fileName } });
        return;
      }
      pathsInFolder.set(fileId, path);
      if (!alreadyReceived) await readOne(fileId);
    } catch (error) {
      if (stopped || codeOf(error) === 'ENOENT') return; // taken away again before it was ours
      const { message: reason } = asFailure(error);
      parts.notify({ kind: 'problem', problem: { code: 'cannot-take-in', fileName, reason } });
      if (reason === 'too-large') await sortFile(path, 'rejected');
      else later(() => takeFromFolder(path));
    }
  }

  function later(work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void work();
    }, againMs);
    timers.add(timer);
  }

  async function readOne(fileId: SourceFileId): Promise<void> {
    const file = await parts.store.get('sourceFile', fileId);
    if (file === undefined) return moveAside(fileId, 'taken-in'); // another workstation had received it: the server said so
    if (file.state !== 'received' || !parts.isOurs(fileId) || reading.has(fileId) || stopped) return;
    reading.set(fileId, { fileName: file.name, page: 0, pageCount: null });
    tell();
    try {
      await finish(file, await readWithPatience(file));
    } catch (error) {
      if (stopped) return;
      const { message: reason } = asFailure(error);
      parts.notify({ kind: 'problem', problem: { code: 'cannot-take-in', fileName: file.name, reason } });
      later(() => readOne(fileId));
    } finally {
      reading.delete(fileId);
      tell();
    }
  }

  /** Reads it again when the reader went away; a file that takes reader after reader with it is given up. */
  async function readWithPatience(file: SourceFile): Promise<ReadFile> {
    for (let loss = 1; ; loss += 1) {
      const outcome = await readFileWith(
        { ...parts, readers },
        {
          path: parts.blobs.pathOf(file.sha256),
          fileName: file.name,
          onProgress: (page, pageCount) => {
            reading.set(file.id, { fileName: file.name, page, pageCount });
            tell();
          },
        },
      );
      if (outcome.kind !== 'reader-gone') return outcome;
      if (loss >= readerLosses) return { kind: 'failed', code: 'reader-crashed' };
      parts.notify({ kind: 'problem', problem: { code: 'reader-restarted', fileName: file.name } });
    }
  }

  async function finish(file: SourceFile, outcome: ReadFile): Promise<void> {
    if (outcome.kind === 'read') await register(file, outcome);
    else if (outcome.kind === 'failed') await reject(file, outcome.code);
  }

  async function register(file: SourceFile, { pages, documents, suppliers }: Extract<ReadFile, { kind: 'read' }>): Promise<void> {
    for (const [fileIndex, document] of documents.entries()) {
      const { pages: numbers, appendixPages, ...proposal } = document;
      const result = await parts.execute(program, 'supplier-invoices/register', {
        invoiceId: asId<'supplierInvoice'>(uuid()),
        fileId: file.id,
        fileIndex,
        unitId: parts.unit(),
        receivedAtMs: file.receivedAtMs,
        pages: pages
          .filter(({ page }) => numbers.includes(page))
          .map((page) => (appendixPages.includes(page.page) ? { ...page, isAppendix: true } : page)),
        proposal,
        supplierId: supplierOf(document, suppliers)?.id ?? null,
      });
      // A crash after the last try registered it already: that is what was wanted.
      if (!result.ok && result.error.code !== 'already-registered') throw new EngineError('failed', result.error.code);
    }
    await parts.execute(program, 'intake/finish-reading', {
      fileId: file.id,
      pageCount: pages.length,
      documentCount: documents.length,
    });
    await moveAside(file.id, 'taken-in');
  }

  async function reject(file: SourceFile, reason: ReadFailure): Promise<void> {
    await parts.execute(program, 'intake/reject-file', { fileId: file.id, reason });
    await moveAside(file.id, 'rejected');
    parts.notify({ kind: 'problem', problem: { code: 'file-rejected', fileName: file.name, reason } });
  }

  async function moveAside(fileId: SourceFileId, into: 'taken-in' | 'rejected'): Promise<void> {
    const path = pathsInFolder.get(fileId);
    pathsInFolder.delete(fileId);
    if (path !== undefined) await sortFile(path, into);
  }

  return {
    status,
    takeIn: async (name, bytes, by) => {
      const { fileId, alreadyReceived } = await takeInBytes(parts, name, bytes, by);
      void readOne(fileId);
      return { fileId, alreadyReceived };
    },
    readWaiting: async () => {
      const waiting = await parts.store.find('sourceFile', 'byState', ['received'], 10_000);
      for (const { id } of waiting) void readOne(id);
    },
    watch: async (path) => {
      watcher?.close();
      folder = join(path);
      const onGone = () => parts.notify({ kind: 'problem', problem: { code: 'watched-folder-gone', folder } });
      watcher = await watchFolder(folder, (file) => void takeFromFolder(file), onGone);
      tell();
    },
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      watcher?.close();
    },
  };
}
