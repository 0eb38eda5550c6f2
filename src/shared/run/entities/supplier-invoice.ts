import { sortKey } from '../../base/text.ts';
import { liveKey, numberSkeleton, queueOf, type SupplierInvoice, senderKey } from '../../domain/supplier-invoices/index.ts';
import { day, defineEntity, integer, json, moment, reference, text } from '../define-entity.ts';

/** Sorted last when it is not known. */
const noDay = '9999-12-31';

export const supplierInvoice = defineEntity<SupplierInvoice>()('supplierInvoice', {
  table: 'supplier_invoices',
  columns: {
    state: text,
    unitId: reference,
    fileId: reference,
    fileIndex: integer,
    receivedAtMs: moment,
    documentType: text,
    pages: json,
    fields: json,
    lines: json,
    vat: json,
    supplierId: reference.orNone,
    parkedReason: text.orNone,
    parkedNote: text.orNone,
    parkedBy: reference.orNone,
    returnsOn: day.orNone,
    verifiedBy: reference.orNone,
    verifiedAtMs: moment.orNone,
    despiteDuplicate: text.orNone,
    approvedBy: reference.orNone,
    approvedAtMs: moment.orNone,
    duplicateOf: reference.orNone,
    setAsideBy: reference.orNone,
  },
  derived: {
    queue: { kind: 'text', of: queueOf },
    number: { kind: 'text', of: ({ fields }) => fields.invoiceNumber.value },
    invoiceDay: { kind: 'text', of: ({ fields }) => fields.invoiceDate.value },
    totalMinor: { kind: 'integer', of: ({ fields }) => fields.totalMinor.value },
    currency: { kind: 'text', of: ({ fields }) => fields.currency.value },
    supplierName: { kind: 'text', of: ({ fields }) => fields.supplierName.value },
    senderKey: { kind: 'text', of: senderKey },
    numberSkeleton: {
      kind: 'text',
      of: ({ fields }) => (fields.invoiceNumber.value === null ? null : numberSkeleton(fields.invoiceNumber.value)),
    },
    liveKey: { kind: 'text', of: liveKey },
    sortSupplier: { kind: 'text', of: ({ fields }) => sortKey(fields.supplierName.value ?? '') },
    sortNumber: { kind: 'text', of: ({ fields }) => sortKey(fields.invoiceNumber.value ?? '') },
    sortDue: { kind: 'text', of: ({ fields }) => fields.dueDate.value ?? noDay },
    sortTotal: { kind: 'integer', of: ({ fields }) => fields.totalMinor.value ?? 0 },
  },
  unique: { document: ['fileId', 'fileIndex'], live: ['liveKey'] },
  lookups: {
    byDocument: ['fileId', 'fileIndex'],
    bySenderAndSkeleton: ['senderKey', 'numberSkeleton'],
    byLiveKey: ['liveKey'],
    byTotalAndDay: ['totalMinor', 'invoiceDay'],
  },
  indexes: {
    queueByReceived: ['queue', 'receivedAtMs'],
    queueByDue: ['queue', 'sortDue'],
    queueByTotal: ['queue', 'sortTotal'],
    queueBySupplier: ['queue', 'sortSupplier'],
    queueByNumber: ['queue', 'sortNumber'],
    allByReceived: ['receivedAtMs'],
    allByDue: ['sortDue'],
    allByTotal: ['sortTotal'],
    allBySupplier: ['sortSupplier'],
    allByNumber: ['sortNumber'],
    bySupplier: ['supplierId', 'receivedAtMs'],
  },
  scope: (row) => `unit:${row.unitId}`,
  cites: ({ pages }) => pages.flatMap(({ imageSha256, wordsSha256 }) => [imageSha256, wordsSha256]),
});
