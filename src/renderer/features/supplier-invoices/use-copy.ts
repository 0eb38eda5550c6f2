import { useCallback } from 'react';
import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useTask } from '../../use-execute.ts';

/** Makes a copy (fakturakopia) as a PDF and saves it. */
export function useCopy(invoiceId: SupplierInvoiceId): () => Promise<void> {
  const task = useTask();
  const say = useSay();
  const t = useText();
  return useCallback(async () => {
    say('note', t.invoice.copyMaking);
    const made = await task('supplier-invoices/make-copy', { invoiceId });
    if (!made.ok) return;
    const { sha256, fileName } = made.value;
    const link = document.createElement('a');
    link.href = blobAddress(sha256, { type: 'application/pdf', download: fileName });
    link.download = fileName;
    link.click();
    say('note', fill(t.invoice.copyMade, { fileName }));
  }, [task, say, t, invoiceId]);
}
