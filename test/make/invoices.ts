import { asId, type PersonId, type SupplierId } from '../../src/shared/base/ids.ts';
import type { SourceFile } from '../../src/shared/domain/intake/index.ts';
import {
  emptyField,
  type Field,
  type Fields,
  type FieldValue,
  type Proposal,
} from '../../src/shared/domain/invoice-fields/index.ts';
import type { LearnedRule } from '../../src/shared/domain/learned-rules/index.ts';
import type { SupplierInvoice, VerifyInvoice } from '../../src/shared/domain/supplier-invoices/index.ts';
import type { PaymentNumber, Supplier } from '../../src/shared/domain/suppliers/index.ts';

/** Makers give a whole, valid thing; a test names only what matters to it. */

export const anna = asId<'person'>('0190aaaa-0000-7000-8000-000000000001') satisfies PersonId;
export const bo = asId<'person'>('0190aaaa-0000-7000-8000-000000000002') satisfies PersonId;
export const cecilia = asId<'person'>('0190aaaa-0000-7000-8000-000000000003') satisfies PersonId;

/** A field that somebody has vouched for. */
export function aField<Value extends FieldValue>(value: Value | null, changes: Partial<Field<Value>> = {}): Field<Value> {
  return {
    value,
    raw: value === null ? '' : String(value),
    state: value === null ? 'absent' : 'safe',
    confidence: 1,
    page: value === null ? null : 1,
    box: value === null ? null : [0.1, 0.1, 0.2, 0.12],
    source: null,
    evidence: [],
    alternatives: [],
    ...changes,
  };
}

/** 1 000,00 + 25 % VAT = 1 250,00 kr from Exempelbolaget, everything safe. */
export function someFields(changes: Partial<Fields> = {}): Fields {
  return {
    supplierName: aField('Exempelbolaget AB'),
    organisationNumber: aField('5566778899'),
    vatNumber: aField('SE556677889901'),
    invoiceNumber: aField('10045'),
    invoiceDate: aField('2026-11-02'),
    dueDate: aField('2026-12-02'),
    ocrReference: aField('100234' + '89'),
    bankgiro: aField('9912346', { evidence: [{ kind: 'label', ref: 'Bankgiro' }] }),
    plusgiro: emptyField('absent'),
    iban: emptyField('absent'),
    netMinor: aField(100_000),
    vatMinor: aField(25_000),
    roundingMinor: emptyField('absent'),
    totalMinor: aField(125_000),
    currency: aField('SEK'),
    buyerReference: emptyField('absent'),
    purchaseOrderNumber: emptyField('absent'),
    ...changes,
  };
}

export const aProposal = (changes: Partial<Proposal> = {}): Proposal => ({
  pages: [1],
  appendixPages: [],
  documentType: 'invoice',
  fields: someFields(),
  lines: [],
  vat: [{ ratePercent: 25, baseMinor: 100_000, vatMinor: 25_000 }],
  ...changes,
});

export const exempelbolaget: Supplier = {
  id: asId<'supplier'>('0190bbbb-0000-7000-8000-000000000001') satisfies SupplierId,
  rev: 1,
  name: 'Exempelbolaget AB',
  organisationNumber: '5566778899',
};

export const theirBankgiro: PaymentNumber = {
  id: asId('0190cccc-0000-7000-8000-000000000001'),
  rev: 1,
  supplierId: exempelbolaget.id,
  kind: 'bankgiro',
  number: '9912346',
};

type Scanned = Extract<SupplierInvoice, { state: 'scanned' }>;
const { pages: _, appendixPages: __, ...proposal } = aProposal();

/** A scanned invoice from Exempelbolaget with nothing left in doubt. */
export const aScannedInvoice = (changes: Partial<Scanned> = {}): Scanned => ({
  id: asId('0190dddd-0000-7000-8000-000000000001'),
  rev: 1,
  state: 'scanned',
  unitId: 'main',
  fileId: asId('0190eeee-0000-7000-8000-000000000001'),
  fileIndex: 0,
  receivedAtMs: Date.UTC(2026, 10, 3, 8),
  pages: [
    {
      page: 1,
      imageSha256: 'a'.repeat(64),
      imageType: 'image/png',
      wordsSha256: 'b'.repeat(64),
      widthPx: 2480,
      heightPx: 3508,
      textSource: 'ocr',
    },
  ],
  ...proposal,
  supplierId: exempelbolaget.id,
  ...changes,
});

type Verified = Extract<SupplierInvoice, { state: 'verified' }>;

/** The same, verified by Anna. */
export const aVerifiedInvoice = (changes: Partial<Verified> = {}): Verified => ({
  ...aScannedInvoice(),
  rev: 2,
  state: 'verified',
  verifiedBy: anna,
  verifiedAtMs: Date.UTC(2026, 10, 22, 11),
  ...changes,
});

/** A clerk's wish to verify it, with nothing stated that need not be. */
export const aVerification = (changes: Partial<VerifyInvoice> = {}): VerifyInvoice => ({
  invoiceId: aScannedInvoice().id,
  acknowledged: [],
  values: null,
  despiteDuplicate: null,
  ...changes,
});

/** The file that the invoice came from. */
export const aFile: SourceFile = {
  id: aScannedInvoice().fileId,
  rev: 1,
  state: 'received',
  name: 'faktura.pdf',
  channel: 'watched-folder',
  sha256: 'c'.repeat(64),
  sizeBytes: 1_000,
  receivedAtMs: Date.UTC(2026, 10, 3, 8),
  receivedBy: anna,
  unitId: 'main',
};

/** The same when it has been read: one invoice page and an empty one. */
export const aReadFile: SourceFile = {
  ...aFile,
  ...{ state: 'read', pageCount: 2, documentCount: 1, invoicePageCount: 1, appendixPageCount: 0, readAtMs: 2 },
  dropped: aScannedInvoice().pages.map((page) => ({ ...page, page: 2, flags: ['blank'], why: 'blank' })),
};

/** A rule that a correction on the invoice taught, in use. */
export const aLearnedRule: Extract<LearnedRule, { state: 'active' }> = {
  id: asId('0190ffff-0000-7000-8000-000000000001'),
  rev: 1,
  state: 'active',
  unitId: 'main',
  supplierId: exempelbolaget.id,
  field: 'invoiceNumber',
  anchor: { field: 'invoiceNumber', page: 1, label: 'fakturanr', dx0: 0.1, dx1: 0.2, dy: -0.001, shape: '9', stands: true },
  taughtBy: anna,
  taughtAtMs: Date.UTC(2026, 10, 22, 11),
  invoiceId: aScannedInvoice().id,
  correctionId: asId('0190ffff-0000-7000-8000-0000000000c1'),
  exampleText: '10045',
  replay: { checked: 2, agreed: 2, broken: [] },
};
