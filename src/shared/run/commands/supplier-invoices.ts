import { z } from 'zod';
import type { SupplierId } from '../../base/ids.ts';
import { parseBankgiro, parsePlusgiro } from '../../domain/identifiers/index.ts';
import { documentTypes } from '../../domain/invoice-fields/index.ts';
import {
  type Around,
  type CorrectField,
  decideCopyNote,
  decideCorrection,
  decideDocumentType,
  decideLink,
  decideParking,
  decideRegistration,
  decideResuming,
  decideUndo,
  decideVerification,
  findingCodes,
  numberSkeleton,
  parkReasons,
  type RegisterInvoice,
  type SupplierInvoice,
  type SupplierInvoiceEvent,
  senderKey,
  type Twin,
} from '../../domain/supplier-invoices/index.ts';
import type { Supplier } from '../../domain/suppliers/index.ts';
import { type Context, command } from '../command.ts';
import {
  boxSchema,
  daySchema,
  fieldNameSchema,
  fieldValueSchema,
  id,
  pageSchema,
  proposalSchema,
  sha256,
  words,
} from '../schemas.ts';
import type { Store } from '../store.ts';

const invoiceId = id<'supplierInvoice'>();

const registerInput: z.ZodType<RegisterInvoice> = z.object({
  invoiceId,
  fileId: id<'sourceFile'>(),
  fileIndex: z.int().min(0),
  unitId: words(60),
  receivedAtMs: z.int(),
  pages: z.array(pageSchema).max(500),
  proposal: proposalSchema,
  supplierId: id<'supplier'>().nullable(),
});

const correctInput: z.ZodType<CorrectField> = z.object({
  invoiceId,
  field: fieldNameSchema,
  value: fieldValueSchema.nullable(),
  raw: words(500),
  page: z.int().nullable(),
  box: boxSchema.nullable(),
});

export const supplierInvoiceCommands = {
  'supplier-invoices/register': command({
    input: registerInput,
    permission: 'supplier-invoices.register',
    class: 'provisional',
    load: (store, input) => store.find('supplierInvoice', 'byDocument', [input.fileId, input.fileIndex], 1),
    decide: decideRegistration,
  }),
  'supplier-invoices/correct-field': command({
    input: correctInput,
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    load: async (store, input) => ({
      invoice: await store.get('supplierInvoice', input.invoiceId),
      supplier: await supplierNamedBy(store, input),
    }),
    decide: (facts, input, { actor }) => decideCorrection(facts, input, actor),
  }),
  'supplier-invoices/change-document-type': command({
    input: z.object({ invoiceId, documentType: z.enum(documentTypes) }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: decideDocumentType,
  }),
  'supplier-invoices/link-supplier': command({
    input: z.object({ invoiceId, supplierId: id<'supplier'>() }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    load: async (store, input) => ({
      invoice: await store.get('supplierInvoice', input.invoiceId),
      supplier: await store.get('supplier', input.supplierId),
    }),
    decide: decideLink,
  }),
  'supplier-invoices/verify': command({
    input: z.object({ invoiceId, acknowledged: z.array(z.enum(findingCodes)).max(50) }),
    permission: 'supplier-invoices.verify',
    class: 'provisional',
    load: async (store, input, ctx) => {
      const invoice = await store.get('supplierInvoice', input.invoiceId);
      return { invoice, around: await loadAround(store, invoice, ctx) };
    },
    decide: (facts, input, { actor, atMs }) => decideVerification(facts, input, actor, atMs),
  }),
  'supplier-invoices/park': command({
    input: z.object({
      invoiceId,
      reason: z.enum(parkReasons as [(typeof parkReasons)[number], ...typeof parkReasons]),
      note: words(1_000),
      returnsOn: daySchema.nullable(),
    }),
    permission: 'supplier-invoices.park',
    class: 'provisional',
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: (invoice, input, { actor, today }) => decideParking(invoice, input, actor, today),
  }),
  'supplier-invoices/resume': command({
    input: z.object({ invoiceId }),
    permission: 'supplier-invoices.park',
    class: 'provisional',
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: (invoice) => decideResuming(invoice),
  }),
  'supplier-invoices/undo': command({
    input: z.object({ invoiceId, undoes: id<'command'>() }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    load: async (store, input) => ({
      invoice: await store.get('supplierInvoice', input.invoiceId),
      events: (await store.find('event', 'byCommand', [input.undoes]))
        .filter(({ subjectId }) => subjectId === input.invoiceId)
        .sort((a, b) => a.place - b.place)
        .map(({ event }) => event as SupplierInvoiceEvent),
    }),
    decide: (facts, input, { actor }) => decideUndo(facts, input, actor),
  }),
  'supplier-invoices/note-copy': command({
    input: z.object({ invoiceId, copySha256: sha256, pageCount: z.int().min(1) }),
    permission: 'supplier-invoices.copy',
    class: 'local',
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: decideCopyNote,
  }),
};

/** What the checks look at besides the invoice. The screen asks for the same while the clerk types. */
export async function loadAround(
  store: Store,
  invoice: SupplierInvoice | undefined,
  { today }: Pick<Context, 'today'>,
): Promise<Around> {
  if (invoice === undefined) return { today, supplier: undefined, paymentNumbers: [], twins: [] };
  const { supplierId } = invoice;
  return {
    today,
    supplier: supplierId === undefined ? undefined : await store.get('supplier', supplierId),
    paymentNumbers: supplierId === undefined ? [] : await store.find('paymentNumber', 'bySupplier', [supplierId]),
    twins: await findTwins(store, invoice),
  };
}

/** Invoices that may be the same one: a number that looks alike from the same sender, or the same amount on the same day. */
export async function findTwins(store: Store, invoice: SupplierInvoice): Promise<readonly Twin[]> {
  const { invoiceNumber, invoiceDate, totalMinor } = invoice.fields;
  const skeleton = invoiceNumber.value === null ? null : numberSkeleton(invoiceNumber.value);
  const alike = await store.find('supplierInvoice', 'bySenderAndSkeleton', [senderKey(invoice), skeleton], 20);
  const sameSum = await store.find('supplierInvoice', 'byTotalAndDay', [totalMinor.value, invoiceDate.value], 20);
  return [...alike, ...sameSum].filter(({ id }) => id !== invoice.id).map(asTwin);
}

const asTwin = (other: SupplierInvoice): Twin => ({
  id: other.id,
  senderKey: senderKey(other),
  number: other.fields.invoiceNumber.value,
  totalMinor: other.fields.totalMinor.value,
  invoiceDate: other.fields.invoiceDate.value,
});

/** The supplier in the register that a corrected value names, if it names one. */
async function supplierNamedBy(store: Store, { field, value }: CorrectField): Promise<Supplier | undefined> {
  if (typeof value !== 'string') return undefined;
  if (field === 'organisationNumber') return (await store.find('supplier', 'byOrganisationNumber', [value], 1))[0];
  const isRight = (field === 'bankgiro' && parseBankgiro(value).ok) || (field === 'plusgiro' && parsePlusgiro(value).ok);
  if (!isRight) return undefined;
  const owners = new Set((await store.find('paymentNumber', 'byNumber', [field, value])).map(({ supplierId }) => supplierId));
  const [owner, another] = [...owners] as (SupplierId | undefined)[];
  return owner === undefined || another !== undefined ? undefined : store.get('supplier', owner);
}
