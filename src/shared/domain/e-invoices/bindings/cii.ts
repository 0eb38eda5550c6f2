import { allAt, type XmlElement } from '../../../xml/index.ts';
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
import type { Payee, Seller } from '../parties.ts';
import type { IdTerm, Term } from '../terms.ts';
import { nowhere } from './bind.ts';
import {
  allowanceOrCharge,
  buyer,
  chargeWhen,
  cii,
  day,
  dayOf102,
  delivery,
  documentOfType,
  firstOf,
  isVat,
  line,
  payee,
  period,
  referenceWithType,
  seller,
  taxRepresentative,
  whenAny,
} from './cii-parts.ts';
import { readLeaf, readSlot } from './read-table.ts';
import type { Table, Taken, Where } from './table.ts';

const { term, id, amount, attachment, turned, group, groups, readOnly, pick } = cii;

const context = 'rsm:ExchangedDocumentContext';
const document = 'rsm:ExchangedDocument';
const transaction = 'rsm:SupplyChainTradeTransaction';
const agreement = [transaction, 'ram:ApplicableHeaderTradeAgreement'] as const;
const handOver = [transaction, 'ram:ApplicableHeaderTradeDelivery'] as const;
const settlement = [transaction, 'ram:ApplicableHeaderTradeSettlement'] as const;
const tax = pick('ram:ApplicableTradeTax', isVat);

const note: Table<Note> = { subjectCode: term('ram:SubjectCode'), text: term('ram:Content') };
const precedingInvoice: Table<PrecedingInvoice> = {
  number: term('ram:IssuerAssignedID'),
  issueDate: day('ram:FormattedIssueDateTime', 'qdt:DateTimeString'),
};
const supportingDocument: Table<SupportingDocument> = {
  reference: id('ram:IssuerAssignedID'),
  description: term('ram:Name'),
  location: term('ram:URIID'),
  attachment: attachment('ram:AttachmentBinaryObject'),
};

const creditorAccount = 'ram:PayeePartyCreditorFinancialAccount';
const account: Table<CreditTransfer> = {
  accountId: firstOf(id(creditorAccount, 'ram:IBANID'), id(creditorAccount, 'ram:ProprietaryID')),
  accountName: term(creditorAccount, 'ram:AccountName'),
  serviceProviderId: term('ram:PayeeSpecifiedCreditorFinancialInstitution', 'ram:BICID'),
};
const card: Table<PaymentCard> = { accountNumber: term('ram:ID'), holderName: term('ram:CardholderName') };
const directDebit: Table<DirectDebit> = {
  mandateReference: nowhere,
  debitedAccountId: term('ram:PayerPartyDebtorFinancialAccount', 'ram:IBANID'),
};
const payment: Table<PaymentInstruction> = {
  meansCode: term('ram:TypeCode'),
  meansText: term('ram:Information'),
  remittanceInformation: nowhere,
  account: whenAny(account),
  card: group(card, 'ram:ApplicableTradeSettlementFinancialCard'),
  directDebit: whenAny(directDebit),
};

/** The reference to pay with and the mandate stand once, and hold for every way of paying. */
const payments = readOnly((element, taken) => {
  const means = readSlot(groups(payment, ...settlement, 'ram:SpecifiedTradeSettlementPaymentMeans'), element, taken, {});
  const reference = readSlot(term(...settlement, 'ram:PaymentReference'), element, taken, {}) as Term | undefined;
  const mandate = readSlot(term(...settlement, 'ram:SpecifiedTradePaymentTerms', 'ram:DirectDebitMandateID'), element, taken, {});
  const path = ((reference ?? mandate) as Term | undefined)?.path;
  const ways = means as readonly PaymentInstruction[];
  return (ways.length === 0 && path !== undefined ? [{ path }] : ways).map((one: PaymentInstruction) => ({
    ...one,
    ...(reference && { remittanceInformation: reference }),
    ...(mandate !== undefined && { directDebit: { path: one.path, ...one.directDebit, mandateReference: mandate } }),
  }));
});

/** Who the creditor is hangs on whether somebody else is paid (BT-90). */
const creditorId = (element: XmlElement, taken: Taken): { readonly creditorId?: IdTerm } => {
  const found = readSlot(id(...settlement, 'ram:CreditorReferenceID'), element, taken, {}) as IdTerm | undefined;
  return found === undefined ? {} : { creditorId: { ...found, scheme: found.scheme ?? 'SEPA' } };
};
const hasPayee = (element: XmlElement): boolean =>
  allAt(element, 'SupplyChainTradeTransaction', 'ApplicableHeaderTradeSettlement', 'PayeeTradeParty').length > 0;
const sellerSlot = readOnly((element, taken) => {
  const found = readSlot(group(seller, ...agreement, 'ram:SellerTradeParty'), element, taken, {}) as Seller | undefined;
  return found && { ...found, ...(hasPayee(element) ? {} : creditorId(element, taken)) };
});
const payeeSlot = readOnly((element, taken) => {
  const found = readSlot(group(payee, ...settlement, 'ram:PayeeTradeParty'), element, taken, {}) as Payee | undefined;
  return found && { ...found, ...creditorId(element, taken) };
});

const vatBreakdown: Table<VatBreakdown> = {
  taxableAmount: amount('ram:BasisAmount'),
  taxAmount: amount('ram:CalculatedAmount'),
  category: term('ram:CategoryCode'),
  rate: term('ram:RateApplicablePercent'),
  exemptionReason: term('ram:ExemptionReason'),
  exemptionReasonCode: term('ram:ExemptionReasonCode'),
};
const totals: Table<Totals> = {
  lineNet: amount('ram:LineTotalAmount'),
  allowances: amount('ram:AllowanceTotalAmount'),
  charges: amount('ram:ChargeTotalAmount'),
  withoutVat: amount('ram:TaxBasisTotalAmount'),
  vat: nowhere,
  vatInAccountingCurrency: nowhere,
  withVat: amount('ram:GrandTotalAmount'),
  prepaid: amount('ram:TotalPrepaidAmount'),
  rounding: amount('ram:RoundingAmount'),
  due: amount('ram:DuePayableAmount'),
};
/** VAT stands once in each currency, as in UBL. */
const totalsSlot = readOnly((element, taken, { currencyCode, vatCurrencyCode }) => {
  const way = [...settlement, 'ram:SpecifiedTradeSettlementHeaderMonetarySummation'] as const;
  const found = readSlot(group(totals, ...way), element, taken, {}) as Totals | undefined;
  if (found === undefined) return undefined;
  const accounting = (vatCurrencyCode as Term | undefined)?.raw;
  const hasAccounting = accounting !== undefined && accounting !== (currencyCode as Term | undefined)?.raw;
  const sums = allAt(element, ...[...way, 'ram:TaxTotalAmount'].map((name) => name.slice(4)));
  const inAccounting = ({ attributes }: XmlElement) => hasAccounting && attributes.currencyID === accounting;
  const read = (from: XmlElement | undefined) => from && readLeaf({ attributes: { currency: 'currencyID' } }, from, taken);
  const vat = read(sums.find((sum) => !inAccounting(sum)));
  const vatInAccountingCurrency = read(sums.find(inAccounting));
  return { ...found, ...(vat && { vat }), ...(vatInAccountingCurrency && { vatInAccountingCurrency }) };
});

const isSupporting: Where = {
  key: 'supporting',
  test: (element) => !documentOfType('130').test(element) && !documentOfType('50').test(element),
};

/** UN/CEFACT Cross Industry Invoice, as in Factur-X, ZUGFeRD 2 and XRechnung. */
export const ciiInvoice: Table<EInvoice> = {
  specificationId: term(context, 'ram:GuidelineSpecifiedDocumentContextParameter', 'ram:ID'),
  profileId: term(context, 'ram:BusinessProcessSpecifiedDocumentContextParameter', 'ram:ID'),
  number: term(document, 'ram:ID'),
  typeCode: term(document, 'ram:TypeCode'),
  issueDate: day(document, 'ram:IssueDateTime', 'udt:DateTimeString'),
  notes: groups(note, document, 'ram:IncludedNote'),
  currencyCode: term(...settlement, 'ram:InvoiceCurrencyCode'),
  vatCurrencyCode: term(...settlement, 'ram:TaxCurrencyCode'),
  taxPointDate: turned(dayOf102, ['format'], ...settlement, tax, 'ram:TaxPointDate', 'udt:DateString'),
  taxPointDateCode: term(...settlement, tax, 'ram:DueDateTypeCode'),
  dueDate: day(...settlement, 'ram:SpecifiedTradePaymentTerms', 'ram:DueDateDateTime', 'udt:DateTimeString'),
  paymentTerms: term(...settlement, 'ram:SpecifiedTradePaymentTerms', 'ram:Description'),
  buyerReference: term(...agreement, 'ram:BuyerReference'),
  projectReference: term(...agreement, 'ram:SpecifiedProcuringProject', 'ram:ID'),
  contractReference: term(...agreement, 'ram:ContractReferencedDocument', 'ram:IssuerAssignedID'),
  purchaseOrderReference: term(...agreement, 'ram:BuyerOrderReferencedDocument', 'ram:IssuerAssignedID'),
  salesOrderReference: term(...agreement, 'ram:SellerOrderReferencedDocument', 'ram:IssuerAssignedID'),
  receivingAdviceReference: term(...handOver, 'ram:ReceivingAdviceReferencedDocument', 'ram:IssuerAssignedID'),
  despatchAdviceReference: term(...handOver, 'ram:DespatchAdviceReferencedDocument', 'ram:IssuerAssignedID'),
  tenderOrLotReference: term(
    ...agreement,
    pick('ram:AdditionalReferencedDocument', documentOfType('50')),
    'ram:IssuerAssignedID',
  ),
  invoicedObjectId: readOnly((element, taken) => {
    const [header] = allAt(element, 'SupplyChainTradeTransaction');
    return header && readSlot(referenceWithType('ram:ApplicableHeaderTradeAgreement'), header, taken, {});
  }),
  buyerAccountingReference: term(...settlement, 'ram:ReceivableSpecifiedTradeAccountingAccount', 'ram:ID'),
  precedingInvoices: groups(precedingInvoice, ...settlement, 'ram:InvoiceReferencedDocument'),
  seller: sellerSlot,
  buyer: group(buyer, ...agreement, 'ram:BuyerTradeParty'),
  payee: payeeSlot,
  taxRepresentative: group(taxRepresentative, ...agreement, 'ram:SellerTaxRepresentativeTradeParty'),
  delivery: whenAny(delivery, ...handOver),
  period: group(period, ...settlement, 'ram:BillingSpecifiedPeriod'),
  payments,
  allowances: groups(allowanceOrCharge, ...settlement, pick('ram:SpecifiedTradeAllowanceCharge', chargeWhen(false))),
  charges: groups(allowanceOrCharge, ...settlement, pick('ram:SpecifiedTradeAllowanceCharge', chargeWhen(true))),
  totals: totalsSlot,
  vatBreakdown: groups(vatBreakdown, ...settlement, tax),
  supportingDocuments: groups(supportingDocument, ...agreement, pick('ram:AdditionalReferencedDocument', isSupporting)),
  lines: groups(line, transaction, 'ram:IncludedSupplyChainTradeLineItem'),
};
