import { createReadStream } from 'node:fs';
import { type DetailedError, Upload } from 'tus-js-client';
import { ask, linkErrorOf, wireHeaders } from './http-requests.ts';
import { LinkError } from './ports.ts';

const partBytes = 4_000_000;

export type UploadNotes = {
  /** Where an upload that was begun goes on. */
  uploadUrl(sha256: string): string | undefined;
  keepUploadUrl(sha256: string, url: string | null): void;
};

/** Sends a blob unless the server has it. One that was broken off, also by a restart, goes on where it was. Throws LinkError. */
export async function sendBlob(
  { address, token, notes }: { readonly address: string; readonly token: string; readonly notes: UploadNotes },
  { sha256, path }: { readonly sha256: string; readonly path: string },
): Promise<void> {
  if (await isThere(address, token, sha256)) return notes.keepUploadUrl(sha256, null);
  const begun = notes.uploadUrl(sha256);
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(createReadStream(path), {
      endpoint: `${address}/v1/blobs`,
      ...(begun !== undefined && { uploadUrl: begun }),
      headers: wireHeaders(token),
      metadata: { sha256 },
      chunkSize: partBytes,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => {
        if (upload.url !== null) notes.keepUploadUrl(sha256, upload.url);
      },
      onSuccess: () => resolve(),
      onError: (error) => reject(asLinkError(error)),
    });
    upload.start();
  });
  notes.keepUploadUrl(sha256, null);
}

export async function isThere(address: string, token: string, sha256: string): Promise<boolean> {
  try {
    await ask(address, `/v1/blobs/${sha256}`, { method: 'HEAD', token });
    return true;
  } catch (error) {
    if (error instanceof LinkError && error.code === 'not-found') return false;
    throw error;
  }
}

function asLinkError(error: Error | DetailedError): LinkError {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (response === null) return new LinkError('unreachable');
  return linkErrorOf(response.getStatus(), response.getBody(), response.getHeader('retry-after') ?? null);
}
