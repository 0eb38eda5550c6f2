import { blobAddress } from '../shared/contract/page-bridge.ts';

/** Lets the clerk save a PDF that the engine keeps by its SHA-256. */
export function saveBlob({ sha256, fileName }: { readonly sha256: string; readonly fileName: string }): void {
  const link = document.createElement('a');
  link.href = blobAddress(sha256, { type: 'application/pdf', download: fileName });
  link.download = fileName;
  link.click();
}
