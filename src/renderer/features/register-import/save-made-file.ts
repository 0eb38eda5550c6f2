import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import type { MadeExport } from '../../../shared/contract/register-exchange.ts';

/** Lets the person save a file that the engine has written. */
export function saveMadeFile({ sha256, fileName }: MadeExport): void {
  const link = document.createElement('a');
  link.href = blobAddress(sha256, { download: fileName });
  link.download = fileName;
  link.click();
}
