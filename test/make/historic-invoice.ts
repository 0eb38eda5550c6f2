import { addDays, type Day } from '../../src/shared/base/day.ts';
import { asId, type SupplierId } from '../../src/shared/base/ids.ts';
import { emptyField } from '../../src/shared/domain/invoice-fields/index.ts';
import type { SupplierInvoice } from '../../src/shared/domain/supplier-invoices/index.ts';
import { aField, anna, aVerifiedInvoice, someFields } from './invoices.ts';

export type HistoricFacts = {
  /** Null where the invoice is tied to nobody in the register. */
  readonly supplierId: SupplierId | null;
  readonly name: string;
  readonly organisationNumber: string | null;
  /** A bankgiro number. */
  readonly payee: string;
  readonly number: string | null;
  readonly day: Day;
  readonly receivedOn: Day;
  readonly totalMinor: number;
  readonly ocrReference: string | null;
  readonly buyerReference: string | null;
  readonly documentType: 'invoice' | 'reminder';
};

const absent = emptyField('absent');
const { supplierId: _, ...template } = aVerifiedInvoice({ vat: [], pages: [] });

/** The `n`th invoice of a history, verified; a reminder is never verified. */
export function historicInvoice(n: number, facts: HistoricFacts): SupplierInvoice {
  const id = asId<'supplierInvoice'>(`0190dddd-0000-7000-8000-${n.toString(16).padStart(12, '0')}`);
  const { number, day, totalMinor, payee, ocrReference, organisationNumber, documentType, supplierId } = facts;
  const invoice: SupplierInvoice = {
    ...template,
    ...{ id, fileId: asId(`0190eeee-0000-7000-8000-${n.toString(16).padStart(12, '0')}`), documentType },
    receivedAtMs: Date.parse(`${facts.receivedOn}T08:00:00Z`) + (n % 3_600_000),
    fields: someFields({
      supplierName: aField(facts.name),
      organisationNumber: organisationNumber === null ? absent : aField(organisationNumber),
      vatNumber: absent,
      invoiceNumber: number === null ? absent : aField(number),
      invoiceDate: aField(day as string),
      dueDate: aField(addDays(day, 30) as string),
      ocrReference: ocrReference === null ? absent : aField(ocrReference),
      bankgiro: aField(payee),
      buyerReference: facts.buyerReference === null ? absent : aField(facts.buyerReference),
      netMinor: absent,
      vatMinor: absent,
      totalMinor: aField(totalMinor),
    }),
    ...(supplierId !== null && { supplierId }),
    // As one that was let past its twin: so that doubles can stand beside each other.
    ...{ state: 'verified', verifiedBy: anna, verifiedAtMs: 0, despiteDuplicate: 'Planterad' },
  };
  if (documentType === 'invoice') return invoice;
  const {
    verifiedBy: __,
    verifiedAtMs: ___,
    despiteDuplicate: ____,
    ...scanned
  } = invoice as Extract<SupplierInvoice, { state: 'verified' }>;
  return { ...scanned, state: 'scanned' };
}
