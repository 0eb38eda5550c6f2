import { useCallback } from 'react';
import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { useSay } from '../../messages.ts';
import { saveBlob } from '../../save-blob.ts';
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
    saveBlob(made.value);
    say('note', fill(t.invoice.copyMade, { fileName: made.value.fileName }));
  }, [task, say, t, invoiceId]);
}
