import { allAt, childOf, firstAt, type XmlElement } from '../../../xml/index.ts';
import type { AllowanceOrCharge, Item, Line, Period, Price, Totals, VatBreakdown, VatTerms } from '../amounts.ts';
import type { CreditTransfer, EInvoice, Note, PaymentInstruction, PrecedingInvoice, SupportingDocument } from '../e-invoice.ts';
import type { Address, Buyer, Contact, Delivery, Seller } from '../parties.ts';
import type { Term } from '../terms.ts';
import { bind, nowhere } from './bind.ts';
import { readLeaf } from './read-table.ts';
import type { Table, Where } from './table.ts';

export const svefakturaNs = 'urn:sfti:documents:BasicInvoice:1:0';

/** Source of every way below: SFTI Basic Invoice 1.0, its schema and list of terms. Read only: nobody is to send it any more. */
const { term, id, ids, amount, quantity, attribute, turned, group, groups, readOnly, pick, way } = bind({
  namespaces: {
    sfti: svefakturaNs,
    cac: 'urn:sfti:CommonAggregateComponents:1:0',
    cbc: 'urn:oasis:names:tc:ubl:CommonBasicComponents:1:0',
  },
  attributes: {
    scheme: 'identificationSchemeID',
    schemeVersion: 'identificationSchemeVersionID',
    currency: 'amountCurrencyID',
    unit: 'quantityUnitCode',
    mimeCode: 'mimeCode',
    fileName: 'filename',
  },
});

const textAt = (element: XmlElement, ...names: readonly string[]): string => firstAt(element, ...names)?.text.trim() ?? '';

/** A party is registered with two authorities: VAT, and SWT for its organisation number and F-tax. */
const scheme = (code: 'VAT' | 'SWT'): Where => ({
  key: code,
  test: (element) => textAt(element, 'TaxScheme', 'ID').toUpperCase() === code,
  told: { way: way(['cac:TaxScheme', 'cac:ID']), text: code, stands: 'last' },
});
const vat = pick('cac:PartyTaxScheme', scheme('VAT'));
const swt = pick('cac:PartyTaxScheme', scheme('SWT'));

const chargeWhen = (isCharge: boolean): Where => ({
  key: String(isCharge),
  test: (element) => /^(true|1)$/.test(textAt(element, 'ChargeIndicator')) === isCharge,
  told: { way: way(['cbc:ChargeIndicator']), text: String(isCharge), stands: 'first' },
});

/** Of AdditionalDocumentReference: CT is a contract; every other is a document. */
const isContract: Where = { key: 'CT', test: (element) => childOf(element, 'ID')?.attributes.identificationSchemeID === 'CT' };
const isNoContract: Where = { key: 'not-CT', test: (element) => !isContract.test(element) };

/** '2003-11-01T00:00:00' is a day. */
const dayPart = (text: string): string => (/^\d{4}-\d{2}-\d{2}T/.test(text) ? text.slice(0, 10) : text);

const address: Table<Address> = {
  line1: term('cbc:StreetName'),
  line2: term('cbc:Postbox'),
  line3: term('cbc:Department'),
  city: term('cbc:CityName'),
  postCode: term('cbc:PostalZone'),
  subdivision: term('cbc:CountrySubentity'),
  countryCode: term('cac:Country', 'cac:IdentificationCode'),
};
const contact: Table<Contact> = {
  name: term('cbc:Name'),
  telephone: term('cbc:Telephone'),
  email: term('cbc:ElectronicMail'),
};
const buyer: Table<Buyer> = {
  ids: ids('cac:PartyIdentification', 'cac:ID'),
  name: term('cac:PartyName', 'cbc:Name'),
  tradingName: nowhere,
  legalRegistrationId: id(swt, 'cac:CompanyID'),
  vatId: term(vat, 'cac:CompanyID'),
  electronicAddress: nowhere,
  address: group(address, 'cac:Address'),
  contact: group(contact, 'cac:Contact'),
};
const seller: Table<Seller> = {
  ...buyer,
  creditorId: nowhere,
  taxRegistrationId: term(swt, 'cbc:ExemptionReason'),
  additionalLegalInformation: term(swt, 'cac:RegistrationAddress', 'cbc:CityName'),
};
const delivery: Table<Delivery> = {
  partyName: nowhere,
  locationId: nowhere,
  date: turned(dayPart, [], 'cbc:ActualDeliveryDateTime'),
  address: group(address, 'cac:DeliveryAddress'),
};
const account: Table<CreditTransfer> = {
  accountId: id('cac:ID'),
  accountName: nowhere,
  /** BGABSESS and PGSISESS stand for bankgiro and plusgiro. */
  serviceProviderId: term('cac:FinancialInstitutionBranch', 'cac:FinancialInstitution', 'cac:ID'),
};
const payment: Table<PaymentInstruction> = {
  meansCode: term('cac:PaymentMeansTypeCode'),
  meansText: nowhere,
  remittanceInformation: term('cac:PayeeFinancialAccount', 'cac:PaymentInstructionID'),
  account: group(account, 'cac:PayeeFinancialAccount'),
  card: nowhere,
  directDebit: nowhere,
};
const vatTerms: Table<VatTerms> = { category: term('cac:ID'), rate: term('cbc:Percent') };
const isVat = scheme('VAT');
const allowanceOrCharge: Table<AllowanceOrCharge> = {
  amount: amount('cbc:Amount'),
  baseAmount: amount('cac:AllowanceChargeBaseAmount'),
  percentage: term('cbc:MultiplierFactorNumeric'),
  reason: attribute('name', 'cac:ReasonCode'),
  reasonCode: term('cac:ReasonCode'),
  vat: group(vatTerms, pick('cac:TaxCategory', isVat)),
};
const category = pick('cac:TaxCategory', isVat);
const vatBreakdown: Table<VatBreakdown> = {
  taxableAmount: amount('cbc:TaxableAmount'),
  taxAmount: amount('cbc:TaxAmount'),
  category: term(category, 'cac:ID'),
  rate: term(category, 'cbc:Percent'),
  exemptionReason: term(category, 'cbc:ExemptionReason'),
  exemptionReasonCode: nowhere,
};
/** What is to be paid (TaxInclusiveTotalAmount) has the rounding in it already, so there is no sum with VAT before it. */
const totals: Table<Totals> = {
  lineNet: amount('cac:LegalTotal', 'cbc:LineExtensionTotalAmount'),
  allowances: nowhere,
  charges: nowhere,
  withoutVat: amount('cac:LegalTotal', 'cbc:TaxExclusiveTotalAmount'),
  vat: amount('cac:TaxTotal', 'cbc:TotalTaxAmount'),
  vatInAccountingCurrency: nowhere,
  withVat: nowhere,
  prepaid: nowhere,
  rounding: amount('cac:LegalTotal', 'cac:RoundOffAmount'),
  due: amount('cac:LegalTotal', 'cbc:TaxInclusiveTotalAmount'),
};
const item: Table<Item> = {
  name: term('cbc:Description'),
  description: nowhere,
  sellersId: term('cac:SellersItemIdentification', 'cac:ID'),
  buyersId: term('cac:BuyersItemIdentification', 'cac:ID'),
  standardId: id('cac:StandardItemIdentification', 'cac:ID'),
  classifications: ids('cac:CommodityClassification', 'cac:CommodityCode'),
  originCountryCode: nowhere,
  attributes: readOnly(() => []),
};
const price: Table<Price> = {
  net: amount('cbc:PriceAmount'),
  discount: nowhere,
  gross: nowhere,
  baseQuantity: quantity('cbc:BaseQuantity'),
};
const line: Table<Line> = {
  id: term('cac:ID'),
  note: term('cbc:Note'),
  objectId: nowhere,
  quantity: quantity('cbc:InvoicedQuantity'),
  net: amount('cbc:LineExtensionAmount'),
  orderLineReference: term('cac:OrderLineReference', 'cac:BuyersLineID'),
  buyerAccountingReference: nowhere,
  period: nowhere,
  allowances: groups(allowanceOrCharge, pick('cac:AllowanceCharge', chargeWhen(false))),
  charges: groups(allowanceOrCharge, pick('cac:AllowanceCharge', chargeWhen(true))),
  price: group(price, 'cac:Item', 'cac:BasePrice'),
  vat: group(vatTerms, 'cac:Item', category),
  item: group(item, 'cac:Item'),
};
const note: Table<Note> = {
  subjectCode: nowhere,
  text: readOnly((element, taken) => readLeaf({ attributes: {} }, element, taken)),
};
const precedingInvoice: Table<PrecedingInvoice> = { number: term('cac:ID'), issueDate: nowhere };
const supportingDocument: Table<SupportingDocument> = {
  reference: id('cac:ID'),
  description: nowhere,
  location: nowhere,
  attachment: nowhere,
};
const period: Table<Period> = {
  start: turned(dayPart, [], 'cbc:StartDateTime'),
  end: turned(dayPart, [], 'cbc:EndDateTime'),
};

/** The buyer's order number stands at each line; it is the invoice's when all lines that have one agree. */
const purchaseOrder = readOnly((element, taken) => {
  const numbers = allAt(element, 'InvoiceLine', 'OrderLineReference', 'OrderReference', 'BuyersID');
  const [first, ...others] = numbers;
  if (first === undefined || others.some(({ text }) => text.trim() !== first.text.trim())) return undefined;
  const [read] = numbers.map((number) => readLeaf({ attributes: {} }, number, taken));
  return read;
});

/** The due day stands with every way of paying, and is read of the first; the same day again says no more. */
const dueDate = readOnly((element, taken) => {
  const days = allAt(element, 'PaymentMeans', 'DuePaymentDate');
  const [first] = days;
  if (first === undefined) return undefined;
  const [read] = days
    .filter(({ text }) => text.trim() === first.text.trim())
    .map((day) => readLeaf({ attributes: {} }, day, taken) as Term);
  return read;
});

/** Svefaktura 1.0, invoices and credit notes alike. */
export const svefaktura: Table<EInvoice> = {
  number: term('sfti:ID'),
  issueDate: term('cbc:IssueDate'),
  typeCode: term('sfti:InvoiceTypeCode'),
  currencyCode: term('sfti:InvoiceCurrencyCode'),
  vatCurrencyCode: term('sfti:TaxCurrencyCode'),
  taxPointDate: term('cbc:TaxPointDate'),
  taxPointDateCode: nowhere,
  dueDate,
  buyerReference: term('sfti:RequisitionistDocumentReference', 'cac:ID'),
  projectReference: nowhere,
  contractReference: turned(
    (text) => text,
    ['identificationSchemeID'],
    pick('sfti:AdditionalDocumentReference', isContract),
    'cac:ID',
  ),
  purchaseOrderReference: purchaseOrder,
  salesOrderReference: nowhere,
  receivingAdviceReference: nowhere,
  despatchAdviceReference: nowhere,
  tenderOrLotReference: nowhere,
  invoicedObjectId: nowhere,
  buyerAccountingReference: nowhere,
  paymentTerms: term('cac:PaymentTerms', 'cbc:Note'),
  notes: groups(note, 'cbc:Note'),
  profileId: nowhere,
  specificationId: nowhere,
  precedingInvoices: groups(precedingInvoice, 'sfti:InitialInvoiceDocumentReference'),
  seller: group(seller, 'cac:SellerParty', 'cac:Party'),
  buyer: group(buyer, 'cac:BuyerParty', 'cac:Party'),
  payee: nowhere,
  taxRepresentative: nowhere,
  delivery: group(delivery, 'cac:Delivery'),
  period: group(period, 'sfti:InvoicingPeriod'),
  payments: groups(payment, 'cac:PaymentMeans'),
  allowances: groups(allowanceOrCharge, pick('cac:AllowanceCharge', chargeWhen(false))),
  charges: groups(allowanceOrCharge, pick('cac:AllowanceCharge', chargeWhen(true))),
  totals: group(totals),
  vatBreakdown: groups(vatBreakdown, 'cac:TaxTotal', 'cac:TaxSubTotal'),
  supportingDocuments: groups(supportingDocument, pick('sfti:AdditionalDocumentReference', isNoContract)),
  lines: groups(line, 'cac:InvoiceLine'),
};
