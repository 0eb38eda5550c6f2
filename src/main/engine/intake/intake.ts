import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PersonId, SourceFileId } from '../../../shared/base/ids.ts';
import { EngineError, type IntakeStatus } from '../../../shared/contract/engine.ts';
import type { ReadFailure } from '../../../shared/contract/reader.ts';
import type { SourceFile } from '../../../shared/domain/intake/index.ts';
import { atMostEvery } from '../at-most-every.ts';
import type { EngineParts } from '../engine-parts.ts';
import { asFailure, codeOf } from '../failures.ts';
import type { ReadSoFar, ShownPage } from '../queries/file-pages.ts';
import { openKeptPages, type ReadPageFacts } from './kept-pages.ts';
import { knowledgeOf } from './knowledge.ts';
import { type ReadFile, readFileWith } from './read-file.ts';
import { isMail, mailLimits } from './read-mail.ts';
import type { Readers } from './readers.ts';
import { marks, registerDocuments } from './register-documents.ts';
import { type Received, takeInBytes, takeInFile } from './take-in.ts';
import { type ReceivedMail, takeInMail } from './take-in-mail.ts';
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
  /** This file before all others, and of its pages this one. */
  prefer(fileId: SourceFileId, page: number | null): void;
  /** What has been read of a file that is not registered in full. */
  readSoFar(file: SourceFile): Promise<ReadSoFar>;
  watch(folder: string): Promise<void>;
  status(): IntakeStatus;
  stop(): Promise<void>;
};

/** A file that could not be taken in (disk full, still being written) is tried again after this long. */
const againMs = 15_000;
/** A folder of thousands would else tell of thousands, thousands of times. */
const tellEveryMs = 100;

type Progress = {
  readonly fileName: string;
  pagesRead: number;
  pageCount: number | null;
  registeredCount: number;
  readonly pages: Map<number, ShownPage>;
};

/**
 * From a file to registered invoices, safe against a crash at every step: the bytes are kept, then received by a command, then
 * read page by page, and each document is registered as soon as it has ended; each step finds out from the rows and from the kept
 * pages what has been done already. The original is moved aside last.
 */
export function startIntake(parts: EngineParts, readers: Readers, program: PersonId): Intake {
  const reading = new Map<SourceFileId, Progress>();
  const pathsInFolder = new Map<SourceFileId, string>();
  const timers = new Set<NodeJS.Timeout>();
  const kept = openKeptPages(parts.workspace, parts.blobs);
  let preferred: { readonly fileId: SourceFileId; readonly page: number | null } | undefined;
  let filesBegun = 0;
  let folder = '';
  let watcher: { close(): void } | undefined;
  let stopped = false;

  function status(): IntakeStatus {
    const files = [...reading].map(([fileId, { pages: _, ...progress }]) => ({ fileId, ...progress }));
    const opened = files.filter(({ pageCount }) => pageCount !== null);
    return { watchedFolder: folder, readersReady: readers.ready(), waiting: files.length - opened.length, reading: opened };
  }
  const tell = atMostEvery(tellEveryMs, () => parts.notify({ kind: 'reading', status: status() }));

  async function takeFromFolder(path: string): Promise<void> {
    const fileName = path.slice(folder.length + 1);
    try {
      if (isMail(path)) return await takeMailFromFolder(path);
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

  /** The message is kept when its files have been received, so it goes aside at once. */
  async function takeMailFromFolder(path: string): Promise<void> {
    const { size } = await stat(path);
    if (size > mailLimits.bytes) throw new EngineError('failed', 'too-large');
    const { kind } = await takeMail(basename(path), await readFile(path), program);
    await sortFile(path, kind === 'files' ? 'taken-in' : 'rejected');
  }

  /** Gives the first file that came of it. */
  async function takeMail(name: string, bytes: Uint8Array, by: PersonId): Promise<Received & Pick<ReceivedMail, 'kind'>> {
    const mail = await takeInMail(parts, name, bytes, by);
    if (mail.kind === 'files') {
      for (const { fileId, alreadyReceived } of [mail.first, ...mail.others]) if (!alreadyReceived) void readOne(fileId);
    } else {
      const file = await parts.store.get('sourceFile', mail.first.fileId);
      if (file?.state === 'received') await reject(file, mail.why);
    }
    return { ...mail.first, kind: mail.kind };
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
    const progress: Progress = { fileName: file.name, pagesRead: 0, pageCount: null, registeredCount: 0, pages: new Map() };
    reading.set(fileId, progress);
    tell();
    try {
      const outcome = await readAndRegister(file, progress);
      if (outcome.kind === 'failed') await reject(file, outcome.code);
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

  async function readAndRegister(file: SourceFile, progress: Progress): Promise<ReadFile> {
    const documents = await registerDocuments(parts, file, program);
    progress.registeredCount = documents.documentCount();
    const { store, clock, verified } = parts;
    const around = { readers, blobs: parts.blobs, kept, knowledge: knowledgeOf.bind(undefined, { store, clock, verified }) };
    const outcome = await readFileWith(around, {
      path: parts.blobs.pathOf(file.sha256),
      sha256: file.sha256,
      registered: documents.registered,
      urgency: urgencyIn(file.id),
      isStopped: () => stopped,
      onReaderLost: () => parts.notify({ kind: 'problem', problem: { code: 'reader-restarted', fileName: file.name } }),
      onProgress: (pagesRead, pageCount, page) => {
        Object.assign(progress, { pagesRead, pageCount });
        if (page !== null) progress.pages.set(page.words.page, asShown(page));
        tell();
      },
      onDocument: async (document) => {
        await documents.register(document);
        progress.registeredCount = documents.documentCount();
        tell();
      },
      onDropped: documents.drop,
    });
    if (outcome.kind !== 'read') return outcome;
    await documents.finish(outcome.pageCount);
    await kept.forget(file.sha256);
    await moveAside(file.id, 'taken-in');
    return outcome;
  }

  /** A crash may come between the last step of a file and the forgetting of its pages. Those of a rejected file wait for a new try. */
  async function forgetOthers(): Promise<void> {
    for (const sha256 of await kept.files()) {
      const [file] = await parts.store.find('sourceFile', 'bySha256', [parts.unit(), sha256], 1);
      if (file === undefined || file.state === 'read') await kept.forget(sha256);
    }
  }

  /** Files in the order in which they came, and their pages in order; but what somebody looks at comes first. */
  function urgencyIn(fileId: SourceFileId): (page: number) => readonly number[] {
    filesBegun += 1;
    const place = filesBegun;
    return (page) => {
      if (preferred?.fileId !== fileId) return [3, place, page];
      return [page > 0 && page === preferred.page ? 1 : 2, place, page];
    };
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
      if (isMail(name)) return takeMail(name, bytes, by);
      const { fileId, alreadyReceived } = await takeInBytes(parts, name, bytes, by);
      void readOne(fileId);
      return { fileId, alreadyReceived };
    },
    readWaiting: async () => {
      const waiting = await parts.store.find('sourceFile', 'byState', ['received'], 10_000);
      for (const { id } of waiting) void readOne(id);
      await forgetOthers();
    },
    prefer: (fileId, page) => {
      preferred = { fileId, page };
    },
    readSoFar: async ({ id, sha256 }) => {
      const progress = reading.get(id);
      if (progress !== undefined) return { pageCount: progress.pageCount, pages: [...progress.pages.values()] };
      return { pageCount: (await kept.pageCount(sha256)) ?? null, pages: (await kept.all(sha256)).map(asShown) };
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
      tell.stop();
      watcher?.close();
    },
  };
}

function asShown({ imageSha256, imageType, words }: ReadPageFacts): ShownPage {
  const { page, widthPx, heightPx, textSource } = words;
  return { page, imageSha256, imageType, widthPx, heightPx, textSource, ...marks(words) };
}
