import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { asId, type PersonId, type SourceFileId } from '../../../shared/base/ids.ts';
import { EngineError } from '../../../shared/contract/engine.ts';
import { readLimits } from '../../../shared/contract/reader.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import type { Channel, MailOrigin, SourceFile } from '../../../shared/domain/intake/index.ts';
import type { EngineParts } from '../engine-parts.ts';

export type Received = { readonly fileId: SourceFileId; readonly alreadyReceived: boolean; readonly state: SourceFile['state'] };

/** Keeps a file's bytes under their SHA-256 and receives it. The file itself stays where it lies. */
export async function takeInFile(parts: EngineParts, path: string, channel: Channel, by: PersonId): Promise<Received> {
  const before = await stat(path);
  if (before.size > readLimits.bytes) throw new EngineError('failed', 'too-large');
  const kept = await parts.blobs.putFile(path);
  const after = await stat(path);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw new EngineError('failed', 'still-being-written');
  return receive(parts, { ...kept, name: basename(path), channel }, by);
}

/** The same for bytes that came through the window. */
export async function takeInBytes(parts: EngineParts, name: string, bytes: Uint8Array, by: PersonId): Promise<Received> {
  if (bytes.length > readLimits.bytes) throw new EngineError('failed', 'too-large');
  const sha256 = await parts.blobs.put(bytes);
  return receive(parts, { sha256, sizeBytes: bytes.length, name: basename(name), channel: 'dropped' }, by);
}

type Kept = {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly name: string;
  readonly channel: Channel;
  readonly mail?: MailOrigin;
};

/** Receives what is kept already; the same bytes are one file, however often they come. */
export async function receive(parts: EngineParts, kept: Kept, by: PersonId): Promise<Received> {
  const fileId = asId<'sourceFile'>(uuid());
  const unitId = parts.unit();
  const result = await parts.execute(by, 'intake/receive-file', { fileId, ...kept, unitId });
  if (result.ok) {
    const [file] = await parts.store.find('sourceFile', 'bySha256', [unitId, kept.sha256], 1);
    return { fileId: file?.id ?? fileId, alreadyReceived: false, state: 'received' };
  }
  if (result.error.code !== 'already-received') throw new EngineError('forbidden', result.error.code);
  return { fileId: result.error.fileId, alreadyReceived: true, state: result.error.state };
}
