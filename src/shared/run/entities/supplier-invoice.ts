import { sortKey } from '../../base/text.ts';
import { bandsOf, numberSkeleton, numberTail } from '../../domain/supplier-control/index.ts';
import { liveKey, queueOf, type SupplierInvoice, senderKey } from '../../domain/supplier-invoices/index.ts';
import { day, defineEntity, integer, json, moment, reference, text } from '../define-entity.ts';

/** Sorted last when it is not known. */
const noDay = '9999-12-31';

/** One band of the first page's picture, with the total: the pictures of one layout are much alike, those of one layout and amount are few. */
const pictureBand = (place: number) => ({
  kind: 'text' as const,
  of: ({ pages, fields }: SupplierInvoice): string | null => {
    const hash = pages[0]?.pixelHash;
    return hash === undefined ? null : `${bandsOf(hash)[place]}:${fields.totalMinor.value ?? ''}`;
  },
});

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
    releasedTwins: json.orNone,
    fault: json.orNone,
    judgement: json.orNone,
    notes: json.orNone,
    returnedBy: reference.orNone,
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
    numberTail: {
      kind: 'text',
      of: ({ fields }) => (fields.invoiceNumber.value === null ? null : numberTail(fields.invoiceNumber.value)),
    },
    ocrReference: { kind: 'text', of: ({ fields }) => fields.ocrReference.value },
    pictureBand0: pictureBand(0),
    pictureBand1: pictureBand(1),
    pictureBand2: pictureBand(2),
    pictureBand3: pictureBand(3),
    soundness: { kind: 'text', of: ({ judgement }) => judgement?.soundness ?? null },
    liveKey: { kind: 'text', of: liveKey },
    sortSupplier: { kind: 'text', of: ({ fields }) => sortKey(fields.supplierName.value ?? '') },
    sortNumber: { kind: 'text', of: ({ fields }) => sortKey(fields.invoiceNumber.value ?? '') },
    sortDue: { kind: 'text', of: ({ fields }) => fields.dueDate.value ?? noDay },
    sortTotal: { kind: 'integer', of: ({ fields }) => fields.totalMinor.value ?? 0 },
  },
  unique: { document: ['fileId', 'fileIndex'], live: ['liveKey'] },
  lookups: {
    byDocument: ['fileId', 'fileIndex'],
    byFile: ['fileId'],
    bySupplierAndState: ['supplierId', 'state'],
    bySenderAndSkeleton: ['senderKey', 'numberSkeleton'],
    byLiveKey: ['liveKey'],
    byTotalAndDay: ['totalMinor', 'invoiceDay'],
    byTotalAndTail: ['totalMinor', 'numberTail'],
    bySenderAndTotal: ['senderKey', 'totalMinor'],
    byOcrReference: ['ocrReference'],
    byPictureBand0: ['pictureBand0'],
    byPictureBand1: ['pictureBand1'],
    byPictureBand2: ['pictureBand2'],
    byPictureBand3: ['pictureBand3'],
  },
  indexes: {
    queueByReceived: ['queue', 'receivedAtMs'],
    queueByDue: ['queue', 'sortDue'],
    queueByTotal: ['queue', 'sortTotal'],
    queueBySupplier: ['queue', 'sortSupplier'],
    queueByNumber: ['queue', 'sortNumber'],
    queueByReturns: ['queue', 'returnsOn'],
    queueByDays: ['queue', 'invoiceDay', 'receivedAtMs', 'sortDue'],
    queueByType: ['queue', 'documentType', 'receivedAtMs'],
    queueBySoundness: ['queue', 'soundness', 'receivedAtMs'],
    queueByKnown: ['queue', 'supplierId', 'receivedAtMs'],
    queueBySkeleton: ['queue', 'senderKey', 'numberSkeleton'],
    allByReceived: ['receivedAtMs'],
    allByDue: ['sortDue'],
    allByTotal: ['sortTotal'],
    allBySupplier: ['sortSupplier'],
    allByNumber: ['sortNumber'],
    bySupplier: ['supplierId', 'receivedAtMs'],
    byVerified: ['verifiedAtMs', 'receivedAtMs', 'unitId', 'fileId'],
  },
  scope: (row) => `unit:${row.unitId}`,
  buildsOn: ({ fileId }) => ({ entity: 'sourceFile', id: fileId }),
  cites: ({ pages }) => pages.flatMap(({ imageSha256, wordsSha256 }) => [imageSha256, wordsSha256]),
});
