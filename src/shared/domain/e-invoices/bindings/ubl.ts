import { childOf, childrenOf, type XmlElement } from '../../../xml/index.ts';
import type { Totals, VatBreakdown } from '../amounts.ts';
import type {
  CreditTransfer,
  DirectDebit,
  EInvoice,
  Note,
  PaymentCard,
  PaymentInstruction,
  PrecedingInvoice,
  SupportingDocument,
} from '../e-invoice.ts';
import type { Term } from '../terms.ts';
import { readLeaf, readSlot } from './read-table.ts';
import { type Slot, type Table, type Where, written } from './table.ts';
import {
  allowanceOrCharge,
  buyer,
  chargeWhen,
  delivery,
  documentOfType,
  isVat,
  line,
  payee,
  period,
  seller,
  taxRepresentative,
  ubl,
  ublNamespaces,
} from './ubl-parts.ts';
import { descend, writeSlot } from './write-table.ts';

const { term, id, amount, attachment, attribute, group, groups, own, pick, way } = ubl;

/** '#AAI#Text' is a text with the code of its subject. */
const note: Table<Note> = {
  subjectCode: own(
    (element) => {
      const code = /^\s*#([A-Z]{3})#/.exec(element.text)?.[1];
      return code === undefined ? undefined : { raw: code, path: element.path };
    },
    (value, into) => {
      if (value !== undefined) into.text = `#${(value as Term).raw}#`;
    },
  ),
  text: own(
    (element, taken, { subjectCode }) => {
      const { raw, path } = readLeaf({ attributes: {} }, element, taken) as Term;
      return { raw: subjectCode === undefined ? raw : raw.slice(5).trim(), path };
    },
    (value, into) => {
      if (value !== undefined) into.text += (value as Term).raw;
    },
  ),
};

const precedingInvoice: Table<PrecedingInvoice> = { number: term('cbc:ID'), issueDate: term('cbc:IssueDate') };

const account: Table<CreditTransfer> = {
  accountId: id('cbc:ID'),
  accountName: term('cbc:Name'),
  serviceProviderId: term('cac:FinancialInstitutionBranch', 'cbc:ID'),
};
const card: Table<PaymentCard> = {
  accountNumber: term('cbc:PrimaryAccountNumberID'),
  holderName: term('cbc:HolderName'),
};
const directDebit: Table<DirectDebit> = {
  mandateReference: term('cbc:ID'),
  debitedAccountId: term('cac:PayerFinancialAccount', 'cbc:ID'),
};
const payment: Table<PaymentInstruction> = {
  meansCode: term('cbc:PaymentMeansCode'),
  meansText: attribute('name', 'cbc:PaymentMeansCode'),
  remittanceInformation: term('cbc:PaymentID'),
  card: group(card, 'cac:CardAccount'),
  account: group(account, 'cac:PayeeFinancialAccount'),
  directDebit: group(directDebit, 'cac:PaymentMandate'),
};

const vatBreakdown: Table<VatBreakdown> = {
  taxableAmount: amount('cbc:TaxableAmount'),
  taxAmount: amount('cbc:TaxAmount'),
  category: term(pick('cac:TaxCategory', isVat), 'cbc:ID'),
  rate: term(pick('cac:TaxCategory', isVat), 'cbc:Percent'),
  exemptionReasonCode: term(pick('cac:TaxCategory', isVat), 'cbc:TaxExemptionReasonCode'),
  exemptionReason: term(pick('cac:TaxCategory', isVat), 'cbc:TaxExemptionReason'),
};

const monetaryTotal: Omit<Table<Totals>, 'vat' | 'vatInAccountingCurrency'> = {
  lineNet: amount('cbc:LineExtensionAmount'),
  withoutVat: amount('cbc:TaxExclusiveAmount'),
  withVat: amount('cbc:TaxInclusiveAmount'),
  allowances: amount('cbc:AllowanceTotalAmount'),
  charges: amount('cbc:ChargeTotalAmount'),
  prepaid: amount('cbc:PrepaidAmount'),
  rounding: amount('cbc:PayableRoundingAmount'),
  due: amount('cbc:PayableAmount'),
};
const monetaryTotalSlot: Slot = { kind: 'group', way: way(['cac:LegalMonetaryTotal']), table: monetaryTotal };

/**
 * VAT stands in one TaxTotal for each currency: the one in the currency of accounting (BT-6) is BT-111, the first other one BT-110.
 * Totals of an invoice without LegalMonetaryTotal have the path of the whole.
 */
const totals = own(
  (element, taken) => {
    const found = readSlot(monetaryTotalSlot, element, taken, {}) as Totals | undefined;
    const vat = taxTotal(element, false);
    const vatInAccountingCurrency = taxTotal(element, true);
    if (found === undefined && vat === undefined && vatInAccountingCurrency === undefined) return undefined;
    const read = (from: XmlElement) => readLeaf({ attributes: { currency: 'currencyID' } }, from, taken);
    return {
      ...(found ?? { path: element.path }),
      ...(vat && { vat: read(vat) }),
      ...(vatInAccountingCurrency && { vatInAccountingCurrency: read(vatInAccountingCurrency) }),
    };
  },
  (value, into, group) => {
    const { vat, vatInAccountingCurrency, ...others } = (value ?? {}) as Partial<Totals>;
    const breakdown = (group as EInvoice).vatBreakdown;
    if (vat !== undefined || breakdown.length > 0) {
      const first = descend(into, way(['cac:TaxTotal']), true);
      if (vat !== undefined) writeSlot(amount('cbc:TaxAmount'), vat, first, {});
      writeSlot(groups(vatBreakdown, 'cac:TaxSubtotal'), breakdown, first, {});
    }
    if (vatInAccountingCurrency !== undefined)
      writeSlot(amount('cbc:TaxAmount'), vatInAccountingCurrency, descend(into, way(['cac:TaxTotal']), true), {});
    if (Object.keys(others).some((field) => field !== 'path')) writeSlot(monetaryTotalSlot, others, into, {});
  },
);

function taxTotal(invoice: XmlElement, isAccounting: boolean): XmlElement | undefined {
  const currencyOf = (name: string) => childOf(invoice, name, ublNamespaces.cbc)?.text.trim();
  const accounting = currencyOf('TaxCurrencyCode');
  const hasAccounting = accounting !== undefined && accounting !== currencyOf('DocumentCurrencyCode');
  return childrenOf(invoice, 'TaxTotal', ublNamespaces.cac)
    .flatMap((total) => childrenOf(total, 'TaxAmount', ublNamespaces.cbc))
    .find(({ attributes }) => (hasAccounting && attributes.currencyID === accounting) === isAccounting);
}

/** Written with the totals, since they share TaxTotal. */
const vatBreakdownSlot = own(
  (element, taken) => readSlot(groups(vatBreakdown, 'cac:TaxTotal', 'cac:TaxSubtotal'), element, taken, {}),
  () => undefined,
);

const isNotSpecial: Where = {
  key: 'supporting',
  test: (element) => !documentOfType('130').test(element) && !documentOfType('50').test(element),
};
const supportingDocument: Table<SupportingDocument> = {
  reference: id('cbc:ID'),
  description: term('cbc:DocumentDescription'),
  attachment: attachment('cac:Attachment', 'cbc:EmbeddedDocumentBinaryObject'),
  location: term('cac:Attachment', 'cac:ExternalReference', 'cbc:URI'),
};

/** A period of which only the code is told is no period of its own. */
const isPeriod: Where = {
  key: '',
  test: (element) => element.children.some(({ name }) => name !== 'DescriptionCode') || element.children.length === 0,
};

const start = {
  specificationId: term('cbc:CustomizationID'),
  profileId: term('cbc:ProfileID'),
  number: term('cbc:ID'),
  issueDate: term('cbc:IssueDate'),
};
const currenciesToDespatch = {
  currencyCode: term('cbc:DocumentCurrencyCode'),
  vatCurrencyCode: term('cbc:TaxCurrencyCode'),
  buyerAccountingReference: term('cbc:AccountingCost'),
  buyerReference: term('cbc:BuyerReference'),
  period: group(period, pick('cac:InvoicePeriod', isPeriod)),
  taxPointDateCode: term('cac:InvoicePeriod', 'cbc:DescriptionCode'),
  purchaseOrderReference: term('cac:OrderReference', 'cbc:ID'),
  salesOrderReference: term('cac:OrderReference', 'cbc:SalesOrderID'),
  precedingInvoices: groups(precedingInvoice, 'cac:BillingReference', 'cac:InvoiceDocumentReference'),
  despatchAdviceReference: term('cac:DespatchDocumentReference', 'cbc:ID'),
  receivingAdviceReference: term('cac:ReceiptDocumentReference', 'cbc:ID'),
};
const originator = { tenderOrLotReference: term('cac:OriginatorDocumentReference', 'cbc:ID') };
const contract = { contractReference: term('cac:ContractDocumentReference', 'cbc:ID') };
const documents = {
  invoicedObjectId: id(pick('cac:AdditionalDocumentReference', documentOfType('130')), 'cbc:ID'),
  supportingDocuments: groups(supportingDocument, pick('cac:AdditionalDocumentReference', isNotSpecial)),
};
const parties = {
  seller: group(seller, 'cac:AccountingSupplierParty', 'cac:Party'),
  buyer: group(buyer, 'cac:AccountingCustomerParty', 'cac:Party'),
  payee: group(payee, 'cac:PayeeParty'),
  taxRepresentative: group(taxRepresentative, 'cac:TaxRepresentativeParty'),
  delivery: group(delivery, 'cac:Delivery'),
  payments: groups(payment, 'cac:PaymentMeans'),
};
const termsToTotals = {
  paymentTerms: term('cac:PaymentTerms', 'cbc:Note'),
  allowances: groups(allowanceOrCharge, pick('cac:AllowanceCharge', chargeWhen(false))),
  charges: groups(allowanceOrCharge, pick('cac:AllowanceCharge', chargeWhen(true))),
  vatBreakdown: vatBreakdownSlot,
  totals,
};

/** UBL 2.1 Invoice. */
export const ublInvoice: Table<EInvoice> = {
  ...start,
  dueDate: term('cbc:DueDate'),
  typeCode: term('cbc:InvoiceTypeCode'),
  notes: groups(note, 'cbc:Note'),
  taxPointDate: term('cbc:TaxPointDate'),
  ...currenciesToDespatch,
  ...originator,
  ...contract,
  ...documents,
  projectReference: term('cac:ProjectReference', 'cbc:ID'),
  ...parties,
  ...termsToTotals,
  lines: groups(line('cbc:InvoicedQuantity'), 'cac:InvoiceLine'),
};

/** UBL 2.1 CreditNote: its due day stands with the first way of paying, its project among the documents. */
export const ublCreditNote: Table<EInvoice> = {
  ...start,
  taxPointDate: term('cbc:TaxPointDate'),
  typeCode: term('cbc:CreditNoteTypeCode'),
  notes: groups(note, 'cbc:Note'),
  ...currenciesToDespatch,
  ...contract,
  projectReference: term(pick('cac:AdditionalDocumentReference', documentOfType('50')), 'cbc:ID'),
  ...documents,
  ...originator,
  ...parties,
  dueDate: own(
    (element, taken) => readSlot(term('cac:PaymentMeans', 'cbc:PaymentDueDate'), element, taken, {}),
    (value, into) => {
      if (value === undefined) return;
      const means =
        into.children.find(({ name }) => name === 'cac:PaymentMeans') ?? descend(into, way(['cac:PaymentMeans']), true);
      const after = means.children.findIndex(({ name }) => name === 'cbc:PaymentMeansCode') + 1;
      means.children.splice(after, 0, written('cbc:PaymentDueDate', (value as Term).raw));
    },
  ),
  ...termsToTotals,
  lines: groups(line('cbc:CreditedQuantity'), 'cac:CreditNoteLine'),
};
