import { z } from 'zod';
import type { SupplierInvoiceId } from '../../base/ids.ts';
import {
  decideFault,
  decideFaultSettling,
  decideFetchingBack,
  decideLetterNote,
  decideNote,
  faultOutcomes,
  faultReasons,
  longestNote,
} from '../../domain/supplier-invoices/index.ts';
import { command } from '../command.ts';
import { daySchema, fieldNameSchema, id, reasonSchema, sha256, words } from '../schemas.ts';

const invoiceId = id<'supplierInvoice'>();
const leaseOn = (input: { readonly invoiceId: SupplierInvoiceId }): SupplierInvoiceId => input.invoiceId;

/** What is wrong with an invoice, and what is noted on it. */
export const invoiceFaultCommands = {
  'supplier-invoices/report-fault': command({
    input: z.object({
      invoiceId,
      reason: z.enum(faultReasons),
      note: words(1_000),
      field: fieldNameSchema.nullable(),
      isDisputed: z.boolean(),
      outcome: z.enum(faultOutcomes),
      returnsOn: daySchema.nullable(),
    }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    leaseOn,
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: (invoice, input, { actor, atMs, today }) => decideFault(invoice, input, actor, atMs, today),
  }),
  'supplier-invoices/settle-fault': command({
    input: z.object({ invoiceId, reason: reasonSchema }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    leaseOn,
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: decideFaultSettling,
  }),
  'supplier-invoices/fetch-back': command({
    input: z.object({ invoiceId }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    leaseOn,
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: (invoice) => decideFetchingBack(invoice),
  }),
  'supplier-invoices/write-note': command({
    input: z.object({ invoiceId, text: words(longestNote).min(1) }),
    permission: 'supplier-invoices.park',
    class: 'provisional',
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: (invoice, input, { actor, atMs }) => decideNote(invoice, input, actor, atMs),
  }),
  'supplier-invoices/note-letter': command({
    input: z.object({ invoiceId, letterSha256: sha256, language: z.enum(['sv', 'en']) }),
    permission: 'supplier-invoices.correct',
    class: 'local',
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: decideLetterNote,
  }),
};
