import { useCallback } from 'react';
import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { saveBlob } from '../../save-blob.ts';
import { useTask } from '../../use-execute.ts';

export type LetterLanguage = 'sv' | 'en';

/** Makes a letter to the supplier about what is wrong with the invoice, and saves it as a PDF. Gives its file's name; undefined: it was not made. */
export function useLetter(invoiceId: SupplierInvoiceId): (language: LetterLanguage) => Promise<string | undefined> {
  const task = useTask();
  return useCallback(
    async (language) => {
      const made = await task('supplier-invoices/make-fault-letter', { invoiceId, language });
      if (!made.ok) return undefined;
      saveBlob(made.value);
      return made.value.fileName;
    },
    [task, invoiceId],
  );
}
