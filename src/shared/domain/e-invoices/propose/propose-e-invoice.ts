import { err, ok } from '../../../base/result.ts';
import type { KnownSupplier } from '../../extraction/index.ts';
import type { Fields, Proposal } from '../../invoice-fields/index.ts';
import type { EInvoice } from '../e-invoice.ts';
import { dayOf } from '../values.ts';
import { isCreditNote } from '../write-ubl.ts';
import { fileField, readText } from './file-field.ts';
import { payToFields } from './pay-to.ts';
import { knownSeller, sellerFields, supplierKeysOf } from './seller.ts';
import { invoiceLines, isBelowZero, sumFields, vatSums } from './sums.ts';

/**
 * An e-invoice as the record that a scan would give: every field with the path that it stands at (`Field.source`), safe by standing in
 * the file. Never safe: an unknown supplier, a payment number that its row in the register does not have, sums that do not add up.
 *
 * An invoice whose sum is below zero is a credit note in all but its code (docs/e-invoices.md), and its amounts keep their sign.
 */
export function proposeEInvoice(
  invoice: EInvoice,
  { suppliers, pages = [] }: { readonly suppliers: readonly KnownSupplier[]; readonly pages?: readonly number[] },
): Proposal {
  const isCredit = isCreditNote(invoice);
  const sign = isCredit ? -1 : 1;
  const supplier = knownSeller(supplierKeysOf(invoice), suppliers);
  const text = { read: readText, empty: 'absent' } as const;
  const day = {
    read: (raw: string) => {
      const found = dayOf({ raw, path: '' });
      return found === undefined ? err('none' as const) : ok<string>(found);
    },
  };
  const fields: Fields = {
    ...sellerFields(invoice, supplier),
    invoiceNumber: fileField(invoice.number, { ...text, empty: 'missing' }),
    invoiceDate: fileField(invoice.issueDate, { ...day, empty: 'missing' }),
    dueDate: fileField(invoice.dueDate, { ...day, empty: isCredit ? 'absent' : 'missing' }),
    ...payToFields(invoice, supplier),
    ...sumFields(invoice, sign),
    currency: fileField(invoice.currencyCode, {
      read: (raw) => (/^[A-Z]{3}$/.test(raw) ? ok(raw) : err('none')),
      empty: 'missing',
    }),
    buyerReference: fileField(invoice.buyerReference, text),
    purchaseOrderNumber: fileField(invoice.purchaseOrderReference, text),
  };
  return {
    pages,
    appendixPages: [],
    documentType: isCredit || isBelowZero(invoice) ? 'credit_note' : 'invoice',
    fields,
    lines: invoiceLines(invoice, sign),
    vat: vatSums(invoice, sign),
  };
}
