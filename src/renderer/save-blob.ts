import { blobAddress } from '../shared/contract/page-bridge.ts';

/** Lets the clerk save a file that the engine keeps by its SHA-256. It is saved and never shown, so of what type it is served says nothing. */
export function saveBlob({ sha256, fileName }: { readonly sha256: string; readonly fileName: string }): void {
  const link = document.createElement('a');
  link.href = blobAddress(sha256, { ...(fileName.endsWith('.pdf') && { type: 'application/pdf' as const }), download: fileName });
  link.download = fileName;
  link.click();
}
