import { z } from 'zod';
import type { Day } from '../../base/day.ts';
import type { PersonId, SupplierInvoiceId } from '../../base/ids.ts';
import { holds, unitScope } from '../../domain/access/index.ts';
import { parseBankgiro, parsePlusgiro } from '../../domain/identifiers/index.ts';
import { documentTypes } from '../../domain/invoice-fields/index.ts';
import { limitsOn, paymentRemarkCodes, paymentRemarks } from '../../domain/supplier-control/index.ts';
import {
  type CorrectField,
  decideApproval,
  decideCopyNote,
  decideCorrection,
  decideDocumentType,
  decideHandOver,
  decideLink,
  decideParking,
  decideRegistration,
  decideResuming,
  decideSettingAside,
  decideTwinRelease,
  decideUndo,
  decideVerification,
  findingCodes,
  handsOn,
  parkReasons,
  type RegisterInvoice,
  type SupplierInvoiceEvent,
  type VerifyInvoice,
} from '../../domain/supplier-invoices/index.ts';
import { inForceOn, type Supplier } from '../../domain/suppliers/index.ts';
import { command } from '../command.ts';
import {
  boxSchema,
  daySchema,
  fieldNameSchema,
  fieldValueSchema,
  id,
  pageSchema,
  proposalSchema,
  reasonSchema,
  sha256,
  vouchedValuesSchema,
  words,
} from '../schemas.ts';
import type { Store } from '../store.ts';
import { judgementSchema } from './judgement-schema.ts';
import { loadPaymentFacts } from './payment-facts.ts';
import { loadPayee, survivorBehind } from './supplier-family.ts';
import { loadAround } from './twins.ts';
import { withMore } from './with-more.ts';

const invoiceId = id<'supplierInvoice'>();
const leaseOn = (input: { readonly invoiceId: SupplierInvoiceId }): SupplierInvoiceId => input.invoiceId;

const registerInput: z.ZodType<RegisterInvoice> = z.object({
  invoiceId,
  fileId: id<'sourceFile'>(),
  fileIndex: z.int().min(0),
  unitId: words(60),
  receivedAtMs: z.int(),
  pages: z.array(pageSchema).max(500),
  proposal: proposalSchema,
  supplierId: id<'supplier'>().nullable(),
  judgement: judgementSchema.optional(),
});

const correctInput: z.ZodType<CorrectField> = z.object({
  invoiceId,
  field: fieldNameSchema,
  value: fieldValueSchema.nullable(),
  raw: words(500),
  page: z.int().nullable(),
  box: boxSchema.nullable(),
  seen: z.object({ value: fieldValueSchema.nullable() }).nullable(),
});

const verifyInput: z.ZodType<VerifyInvoice> = z.object({
  invoiceId,
  acknowledged: z.array(z.enum(findingCodes)).max(50),
  values: vouchedValuesSchema.nullable(),
  despiteDuplicate: z.object({ reason: reasonSchema }).nullable(),
});

export const supplierInvoiceCommands = {
  'supplier-invoices/register': command({
    input: registerInput,
    permission: 'supplier-invoices.register',
    class: 'provisional',
    load: async (store, input) => ({
      file: await store.get('sourceFile', input.fileId),
      twins: await store.find('supplierInvoice', 'byDocument', [input.fileId, input.fileIndex], 1),
    }),
    decide: decideRegistration,
  }),
  'supplier-invoices/correct-field': command({
    input: correctInput,
    version: 2,
    upcasts: { 1: withMore({ seen: null }) },
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    leaseOn,
    load: async (store, input, { today }) => ({
      invoice: await store.get('supplierInvoice', input.invoiceId),
      supplier: await supplierNamedBy(store, input, today),
    }),
    decide: (facts, input, { actor }) => decideCorrection(facts, input, actor),
  }),
  'supplier-invoices/change-document-type': command({
    input: z.object({ invoiceId, documentType: z.enum(documentTypes) }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    leaseOn,
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: decideDocumentType,
  }),
  'supplier-invoices/link-supplier': command({
    input: z.object({ invoiceId, supplierId: id<'supplier'>() }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    leaseOn,
    load: async (store, input) => ({
      invoice: await store.get('supplierInvoice', input.invoiceId),
      supplier: await survivorBehind(store, input.supplierId),
    }),
    decide: decideLink,
  }),
  'supplier-invoices/verify': command({
    input: verifyInput,
    version: 2,
    upcasts: { 1: withMore({ values: null, despiteDuplicate: null }) },
    permission: 'supplier-invoices.verify',
    class: 'provisional',
    leaseOn,
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
    leaseOn,
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: (invoice, input, { actor, today }) => decideParking(invoice, input, actor, today),
  }),
  'supplier-invoices/resume': command({
    input: z.object({ invoiceId }),
    permission: 'supplier-invoices.park',
    class: 'provisional',
    leaseOn,
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: (invoice) => decideResuming(invoice),
  }),
  'supplier-invoices/undo': command({
    input: z.object({ invoiceId, undoes: id<'command'>() }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    leaseOn,
    load: async (store, input) => ({
      invoice: await store.get('supplierInvoice', input.invoiceId),
      events: (await store.find('event', 'byCommand', [input.undoes]))
        .filter(({ subjectId }) => subjectId === input.invoiceId)
        .sort((a, b) => a.place - b.place)
        .map(({ event }) => event as SupplierInvoiceEvent),
    }),
    decide: (facts, input, { actor }) => decideUndo(facts, input, actor),
  }),
  'supplier-invoices/set-aside-duplicate': command({
    input: z.object({ invoiceId, duplicateOf: invoiceId }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    leaseOn,
    load: async (store, input, { scopes }) => {
      const original = await store.get('supplierInvoice', input.duplicateOf);
      return {
        invoice: await store.get('supplierInvoice', input.invoiceId),
        original: original !== undefined && holds(scopes, unitScope(original.unitId)) ? original : undefined,
      };
    },
    decide: (facts, input, { actor }) => decideSettingAside(facts, input, actor),
  }),
  'supplier-invoices/release-twin': command({
    input: z.object({ invoiceId, otherId: invoiceId, reason: reasonSchema }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    leaseOn,
    load: async (store, input, ctx) => {
      const invoice = await store.get('supplierInvoice', input.invoiceId);
      return { invoice, around: await loadAround(store, invoice, ctx) };
    },
    decide: (facts, input, { actor, atMs }) => decideTwinRelease(facts, input, actor, atMs),
  }),
  'supplier-invoices/hand-over': command({
    input: z.object({ invoiceId, unitId: words(60).min(1), note: words(1_000) }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    leaseOn,
    load: async (store, input) => ({
      invoice: await store.get('supplierInvoice', input.invoiceId),
      lease: await store.get('lease', input.invoiceId),
    }),
    decide: decideHandOver,
  }),
  'supplier-invoices/approve': command({
    input: z.object({ invoiceId, seen: z.array(z.enum(paymentRemarkCodes)).max(20).optional() }),
    permission: 'supplier-invoices.approve',
    class: 'online',
    ownSession: true,
    load: async (store, input, { actor, today }) => {
      const invoice = await store.get('supplierInvoice', input.invoiceId);
      return {
        invoice,
        remarks:
          invoice === undefined ? [] : paymentRemarks(await loadPaymentFacts(store, invoice, today), today, limitsOn(today)),
        hadAHand: await hadAHand(store, input.invoiceId, actor),
        payee: invoice?.supplierId === undefined ? undefined : await loadPayee(store, invoice.supplierId),
      };
    },
    decide: (facts, input, { actor, atMs }) => decideApproval(facts, input, actor, atMs),
  }),
  'supplier-invoices/note-copy': command({
    input: z.object({ invoiceId, copySha256: sha256, pageCount: z.int().min(1) }),
    permission: 'supplier-invoices.copy',
    class: 'local',
    load: (store, input) => store.get('supplierInvoice', input.invoiceId),
    decide: decideCopyNote,
  }),
};

/** Whether a person has ever done anything to an invoice that bars them from approving it: one look for each kind of act. */
async function hadAHand(store: Store, invoiceId: SupplierInvoiceId, person: PersonId): Promise<boolean> {
  for (const type of handsOn)
    if ((await store.find('event', 'bySubjectActorAndType', [invoiceId, person, type], 1)).length > 0) return true;
  return false;
}

/** The supplier in the register that a corrected value names, if it names one. */
async function supplierNamedBy(store: Store, { field, value }: CorrectField, today: Day): Promise<Supplier | undefined> {
  if (typeof value !== 'string') return undefined;
  if (field === 'organisationNumber') {
    const [numbered] = await store.find('supplier', 'byOrganisationNumber', [value], 1);
    return numbered && survivorBehind(store, numbered.id);
  }
  const isRight = (field === 'bankgiro' && parseBankgiro(value).ok) || (field === 'plusgiro' && parsePlusgiro(value).ok);
  if (!isRight) return undefined;
  const numbers = (await store.find('paymentNumber', 'byNumber', [field, value])).filter(inForceOn(today));
  const owners = await Promise.all(
    [...new Set(numbers.map(({ supplierId }) => supplierId))].map((id) => survivorBehind(store, id)),
  );
  const [owner, another] = new Map(owners.map((one) => [one?.id, one])).values();
  return another === undefined ? owner : undefined;
}
