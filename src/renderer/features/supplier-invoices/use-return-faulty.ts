import { letterLanguage, type SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { useSay } from '../../messages.ts';
import { invoiceName } from '../../sentences.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useExecute } from '../../use-execute.ts';
import { useLetter } from './use-letter.ts';

/** Sends a faulty e-invoice back to its supplier by one press: the fault is noted, the letter lists each broken rule. Ctrl+Z fetches it back. */
export function useReturnFaulty(invoice: SupplierInvoice, onReturned: () => void): () => Promise<void> {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const makeLetter = useLetter(invoice.id);
  return async () => {
    if (invoice.judgement?.soundness !== 'faulty') return say('note', t.fileRules.notFaulty);
    const returned = await execute('supplier-invoices/report-fault', {
      ...{ invoiceId: invoice.id, reason: 'breaks-rules', note: '', field: null, isDisputed: false },
      ...{ outcome: 'returns', returnsOn: null },
    });
    if (!returned.ok) return;
    const fileName = await makeLetter(letterLanguage(invoice));
    const named = { invoice: invoiceName(invoice, t) };
    say(
      'note',
      fileName === undefined ? fill(t.fileRules.returned, named) : fill(t.fileRules.returnedWithLetter, { ...named, fileName }),
    );
    onReturned();
  };
}
