import { assert, unreachable } from '../../base/assert.ts';
import type { PersonId, SourceFileId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';

/** How a file came to us. */
export const channels = ['watched-folder', 'dropped', 'command-line'] as const;
export type Channel = (typeof channels)[number];

type Every = {
  readonly id: SourceFileId;
  readonly rev: number;
  readonly name: string;
  readonly channel: Channel;
  /** Of the bytes as they came; the original is kept under it. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly receivedAtMs: number;
  readonly receivedBy: PersonId;
  readonly unitId: string;
};

/** A file that was taken in. It is `received` until it has been read or was found unreadable. */
export type SourceFile =
  | (Every & { readonly state: 'received' })
  | (Every & { readonly state: 'read'; readonly pageCount: number; readonly documentCount: number; readonly readAtMs: number })
  | (Every & { readonly state: 'rejected'; readonly reason: string });

export type SourceFileEvent =
  | ({ readonly on: 'sourceFile'; readonly type: 'file-received' } & Omit<Every, 'rev'>)
  | {
      readonly on: 'sourceFile';
      readonly id: SourceFileId;
      readonly type: 'file-read';
      readonly pageCount: number;
      readonly documentCount: number;
      readonly atMs: number;
    }
  | { readonly on: 'sourceFile'; readonly id: SourceFileId; readonly type: 'file-rejected'; readonly reason: string }
  | { readonly on: 'sourceFile'; readonly id: SourceFileId; readonly type: 'file-tried-again' };

export type ReceiveFile = Pick<Every, 'name' | 'channel' | 'sha256' | 'sizeBytes' | 'unitId'> & { readonly fileId: SourceFileId };
export type ReceiveRejection = {
  readonly code: 'already-received';
  readonly fileId: SourceFileId;
  readonly state: SourceFile['state'];
};

/** Takes in a file. The same bytes are one file, however often they come; an unreadable one that comes again is tried again. */
export function decideReceipt(
  twins: readonly SourceFile[],
  { fileId, ...facts }: ReceiveFile,
  by: PersonId,
  atMs: number,
): Result<readonly SourceFileEvent[], ReceiveRejection> {
  const twin = twins[0];
  if (twin === undefined)
    return ok([{ on: 'sourceFile', type: 'file-received', id: fileId, ...facts, receivedBy: by, receivedAtMs: atMs }]);
  if (twin.state === 'rejected') return ok([{ on: 'sourceFile', id: twin.id, type: 'file-tried-again' }]);
  return err({ code: 'already-received', fileId: twin.id, state: twin.state });
}

export type ReadingRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-state'; readonly state: SourceFile['state'] };

/** The file has been read, and each of its documents is registered. */
export function decideReadingDone(
  file: SourceFile | undefined,
  { pageCount, documentCount }: { readonly pageCount: number; readonly documentCount: number },
  atMs: number,
): Result<readonly SourceFileEvent[], ReadingRejection> {
  if (file === undefined) return err({ code: 'not-found' });
  if (file.state !== 'received') return err({ code: 'wrong-state', state: file.state });
  return ok([{ on: 'sourceFile', id: file.id, type: 'file-read', pageCount, documentCount, atMs }]);
}

/** The file cannot be read; the reason is a code that the screen has a sentence for. */
export function decideFileRejection(
  file: SourceFile | undefined,
  reason: string,
): Result<readonly SourceFileEvent[], ReadingRejection> {
  if (file === undefined) return err({ code: 'not-found' });
  if (file.state !== 'received') return err({ code: 'wrong-state', state: file.state });
  return ok([{ on: 'sourceFile', id: file.id, type: 'file-rejected', reason }]);
}

/** A clerk asks for an unreadable file to be read once more. */
export function decideNewTry(file: SourceFile | undefined): Result<readonly SourceFileEvent[], ReadingRejection> {
  if (file === undefined) return err({ code: 'not-found' });
  if (file.state !== 'rejected') return err({ code: 'wrong-state', state: file.state });
  return ok([{ on: 'sourceFile', id: file.id, type: 'file-tried-again' }]);
}

export function evolveSourceFile(file: SourceFile | undefined, event: SourceFileEvent): SourceFile {
  if (event.type === 'file-received') {
    const { on, type, ...facts } = event;
    return { ...facts, rev: 1, state: 'received' };
  }
  assert(file !== undefined, 'a file is received before anything else happens to it');
  const { id, name, channel, sha256, sizeBytes, receivedAtMs, receivedBy, unitId } = file;
  const next = { id, name, channel, sha256, sizeBytes, receivedAtMs, receivedBy, unitId, rev: file.rev + 1 };
  switch (event.type) {
    case 'file-read':
      return { ...next, state: 'read', pageCount: event.pageCount, documentCount: event.documentCount, readAtMs: event.atMs };
    case 'file-rejected':
      return { ...next, state: 'rejected', reason: event.reason };
    case 'file-tried-again':
      return { ...next, state: 'received' };
    default:
      return unreachable(event);
  }
}
