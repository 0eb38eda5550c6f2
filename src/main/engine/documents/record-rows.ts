import { minor, toDecimalText } from '../../../shared/base/money.ts';
import {
  showBankgiro,
  showIban,
  showOrganisationNumber,
  showPlusgiro,
  withPersonsCovered,
} from '../../../shared/domain/identifiers/index.ts';
import {
  type DocumentType,
  type FieldKind,
  type FieldName,
  type FieldValue,
  fieldKinds,
  fieldNames,
} from '../../../shared/domain/invoice-fields/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';

/** A document that leaves the house is in the recipient's language, Swedish until customers have a language of their own. */
const labels: Record<FieldName, string> = {
  supplierName: 'Leverantör',
  organisationNumber: 'Organisationsnummer',
  vatNumber: 'Momsregistreringsnummer',
  invoiceNumber: 'Fakturanummer',
  invoiceDate: 'Fakturadatum',
  dueDate: 'Förfallodatum',
  ocrReference: 'OCR-nummer',
  bankgiro: 'Bankgiro',
  plusgiro: 'Plusgiro',
  iban: 'IBAN',
  netMinor: 'Netto',
  vatMinor: 'Moms',
  roundingMinor: 'Öresavrundning',
  totalMinor: 'Att betala',
  currency: 'Valuta',
  buyerReference: 'Er referens',
  purchaseOrderNumber: 'Inköpsorder',
};

const types: Record<DocumentType, string> = {
  invoice: 'Faktura',
  credit_note: 'Kreditfaktura',
  reminder: 'Påminnelse',
  collection_demand: 'Inkassokrav',
  other: 'Annan handling',
};

/** A sole trader's number is a person's, and its end is covered on what leaves the house. */
const covered = (organisationNumber: string): string => withPersonsCovered({ organisationNumber }).organisationNumber;

const shown: Partial<Record<FieldKind, (value: string) => string>> = {
  'organisation-number': (value) => showOrganisationNumber(covered(value)),
  'vat-number': covered,
  bankgiro: showBankgiro,
  plusgiro: showPlusgiro,
  iban: showIban,
};

/** The record as rows for paper: what kind it is, then each field that has a value. */
export function recordRows({
  documentType,
  fields,
}: SupplierInvoice): readonly { readonly label: string; readonly value: string }[] {
  const rows = fieldNames.flatMap((name) => {
    const { value } = fields[name];
    return value === null ? [] : [{ label: labels[name], value: showValue(fieldKinds[name], value) }];
  });
  return [{ label: 'Dokumenttyp', value: types[documentType] }, ...rows];
}

function showValue(kind: FieldKind, value: FieldValue): string {
  if (typeof value === 'number')
    return toDecimalText(minor(value))
      .replace('.', ',')
      .replace(/\B(?=(\d{3})+,)/g, '\u00a0');
  return shown[kind]?.(value) ?? value;
}
