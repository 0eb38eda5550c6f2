import { basename } from 'node:path';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { ReadFailure } from '../../../shared/contract/reader.ts';
import type { EngineParts } from '../engine-parts.ts';
import { readMail } from './read-mail.ts';
import { type Received, receive } from './take-in.ts';

/** What came of a message: its files, or the message itself as a file of which nothing can be read. */
export type ReceivedMail =
  | { readonly kind: 'files'; readonly first: Received; readonly others: readonly Received[] }
  | { readonly kind: 'refused'; readonly first: Received; readonly why: ReadFailure };

/** Takes in the files of a message, each a file of its own; the message is kept beside them. */
export async function takeInMail(parts: EngineParts, name: string, bytes: Uint8Array, by: PersonId): Promise<ReceivedMail> {
  const sha256 = await parts.blobs.put(bytes);
  const read = await readMail(bytes);
  const origin = read.ok
    ? { channel: 'e-mail' as const, mail: { sha256, ...read.value.origin } }
    : { channel: 'e-mail' as const };
  const received: Received[] = [];
  for (const file of read.ok ? read.value.files : []) {
    const kept = { sha256: await parts.blobs.put(file.bytes), sizeBytes: file.bytes.length, name: file.name };
    received.push(await receive(parts, { ...kept, ...origin }, by));
  }
  const [first, ...others] = received;
  if (first !== undefined) return { kind: 'files', first, others };
  const itself = await receive(parts, { sha256, sizeBytes: bytes.length, name: basename(name), ...origin }, by);
  return { kind: 'refused', first: itself, why: read.ok ? 'mail-without-files' : read.error };
}
