import type { Day } from '../../base/day.ts';
import type { PersonId, SourceFileId, SupplierId, SupplierInvoiceId } from '../../base/ids.ts';
import type { Judgement } from '../e-invoices/index.ts';
import type { DropReason } from '../extraction/index.ts';
import type { FilePage } from '../intake/index.ts';
import type { DocumentType, FieldName, Fields, InvoiceLine, VatSum } from '../invoice-fields/index.ts';
import type { TwinKind } from '../supplier-control/index.ts';

/** A page of the invoice: its picture and its words. */
export type InvoicePage = FilePage & {
  /** An appendix (bilaga): kept with the invoice and not read as one. */
  readonly isAppendix?: boolean | undefined;
  /** It had been dropped for this reason, and was brought back by a clerk. */
  readonly wasDropped?: DropReason | undefined;
};

type Every = {
  readonly id: SupplierInvoiceId;
  readonly rev: number;
  readonly unitId: string;
  readonly fileId: SourceFileId;
  /** Which document of the file it is, 0 first. */
  readonly fileIndex: number;
  readonly receivedAtMs: number;
  readonly documentType: DocumentType;
  readonly pages: readonly InvoicePage[];
  readonly fields: Fields;
  readonly lines: readonly InvoiceLine[];
  readonly vat: readonly VatSum[];
  /** The supplier in the register that the invoice was tied to; none while unknown. */
  readonly supplierId?: SupplierId;
  /** Invoices that it was taken to be, and that somebody has said it is not (false alarms); only where there are any. */
  readonly releasedTwins?: readonly ReleasedTwin[];
  /** What is wrong with it, as long as something is. */
  readonly fault?: InvoiceFault;
  /** What the rules said of its file when it came; only where it came as an e-invoice. */
  readonly judgement?: Judgement;
  /** For whoever looks at it next, the oldest first; only where there are any. */
  readonly notes?: readonly InvoiceNote[];
};

/**
 * Why an invoice is faulty (felaktig leverantörsfaktura).
 *
 * Source: mervärdesskattelagen (2023:200) 17 kap. 24 § (what an invoice contains); lag (2018:1277) 4 § (e-invoices to public bodies); docs/rules.md.
 */
export const faultReasons = [
  'reference-missing',
  'wrong-recipient',
  'wrong-vat',
  'sums-differ',
  'identity-missing',
  'payment-number',
  'duplicate',
  'known-notice',
  'fraud-suspected',
  'unreadable',
  'not-e-invoice',
  'breaks-rules',
  'other',
] as const;
export type FaultReason = (typeof faultReasons)[number];

export type InvoiceFault = {
  readonly reason: FaultReason;
  readonly note: string;
  /** The field that is at fault; null: the invoice as a whole. */
  readonly field: FieldName | null;
  /** The claim is disputed (bestrids): it is not paid while it is. */
  readonly isDisputed: boolean;
  readonly by: PersonId;
  readonly atMs: number;
};

export type InvoiceNote = { readonly text: string; readonly by: PersonId; readonly atMs: number };

/** A false alarm of the duplicate check: which other invoice, why it was asked about, and why it is not the same. */
export type ReleasedTwin = {
  readonly otherId: SupplierInvoiceId;
  readonly kind: TwinKind;
  readonly reason: string;
  readonly by: PersonId;
  readonly atMs: number;
};

export type ParkReason = 'waits-for-supplier' | 'waits-for-buyer' | 'new-supplier' | 'unreadable' | 'not-an-invoice' | 'other';
export const parkReasons: readonly ParkReason[] = [
  'waits-for-supplier',
  'waits-for-buyer',
  'new-supplier',
  'unreadable',
  'not-an-invoice',
  'other',
];

/** What is known from the verification on. */
type Vouched = {
  readonly verifiedBy: PersonId;
  readonly verifiedAtMs: number;
  /** Why it was verified although the same invoice was there already; only where it was. */
  readonly despiteDuplicate?: string;
};

/** A supplier invoice (leverantörsfaktura). Each state holds just what is known by then. */
export type SupplierInvoice =
  | (Every & { readonly state: 'scanned' })
  | (Every & {
      readonly state: 'parked';
      readonly parkedReason: ParkReason;
      readonly parkedNote: string;
      readonly parkedBy: PersonId;
      readonly returnsOn?: Day;
    })
  | (Every & Vouched & { readonly state: 'verified' })
  | (Every & Vouched & { readonly state: 'approved'; readonly approvedBy: PersonId; readonly approvedAtMs: number })
  | (Every & { readonly state: 'duplicate'; readonly duplicateOf: SupplierInvoiceId; readonly setAsideBy: PersonId })
  /** Sent back to the supplier (retur till leverantör), who sends another in its place or none. */
  | (Every & { readonly state: 'returned'; readonly returnedBy: PersonId });

export type SupplierInvoiceState = SupplierInvoice['state'];

/** Who may follow whom. The screen greys out its buttons from this same table. */
export const nextStates = {
  scanned: ['verified', 'parked', 'duplicate', 'returned'],
  parked: ['scanned'],
  verified: ['scanned', 'approved'],
  approved: [],
  duplicate: ['scanned'],
  returned: ['scanned'],
} as const satisfies Record<SupplierInvoiceState, readonly SupplierInvoiceState[]>;

export const mayBecome = (from: SupplierInvoiceState, to: SupplierInvoiceState): boolean =>
  (nextStates[from] as readonly SupplierInvoiceState[]).includes(to);

/** The queues (korgar) that invoices stand in. Reminders and collection demands are never booked and come first. */
export const queues = ['notices', 'to-verify', 'parked', 'verified', 'approved', 'duplicate', 'returned'] as const;
export type Queue = (typeof queues)[number];

export function queueOf({ state, documentType }: Pick<SupplierInvoice, 'state' | 'documentType'>): Queue {
  if (state !== 'scanned') return state;
  return isNotice(documentType) ? 'notices' : 'to-verify';
}

/** A reminder (påminnelse) or collection demand (inkassokrav): about another invoice, never one itself. */
export const isNotice = (type: DocumentType): boolean => type === 'reminder' || type === 'collection_demand';

/** What must stand on an invoice before it is verified; a payment number and a due date are asked for by checks of their own. */
export const requiredFields: readonly FieldName[] = ['supplierName', 'invoiceNumber', 'invoiceDate', 'totalMinor', 'currency'];

/** What a person is asked about when it was not found. */
const wantedFields: readonly FieldName[] = [...requiredFields, 'dueDate'];

/** A field that a person has to look at before the invoice can be verified. */
export function needsPerson(name: FieldName, { state }: Fields[FieldName]): boolean {
  return state === 'check' || state === 'error' || (state === 'missing' && wantedFields.includes(name));
}

/** Who sent it, for comparing: the supplier in the register, else the organisation number as read, else the name. */
export function senderKey({ supplierId, fields }: Pick<SupplierInvoice, 'supplierId' | 'fields'>): string {
  return supplierId ?? fields.organisationNumber.value ?? fields.supplierName.value?.toLowerCase() ?? '';
}
