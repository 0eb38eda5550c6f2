import { childOf, firstAt, type XmlElement } from '../../../xml/index.ts';
import type { AllowanceOrCharge, Item, ItemAttribute, Line, Period, Price, VatTerms } from '../amounts.ts';
import type { Address, Buyer, Contact, Delivery, Payee, Seller, TaxRepresentative } from '../parties.ts';
import { bind } from './bind.ts';
import { readSlot } from './read-table.ts';
import type { Table, Where } from './table.ts';
import { writeSlot } from './write-table.ts';

export const ublNamespaces = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
} as const;

export const ublNs = (root: 'Invoice' | 'CreditNote'): string => `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`;

/** Source of every way below: Peppol BIS Billing 3, the syntax tables for Invoice and CreditNote. */
export const ubl = bind({
  namespaces: ublNamespaces,
  attributes: {
    scheme: 'schemeID',
    schemeVersion: 'schemeVersionID',
    currency: 'currencyID',
    unit: 'unitCode',
    mimeCode: 'mimeCode',
    fileName: 'filename',
  },
});
const { term, id, ids, codes, amount, quantity, group, groups, own, pick, way } = ubl;

const textAt = (element: XmlElement, ...names: readonly string[]): string => firstAt(element, ...names)?.text.trim() ?? '';

/** Within a tax category or a party's tax scheme: whether it is VAT, which is told last. */
export const isVat: Where = {
  key: 'vat',
  test: (element) => textAt(element, 'TaxScheme', 'ID').toUpperCase() === 'VAT',
  told: { way: way(['cac:TaxScheme', 'cbc:ID']), text: 'VAT', stands: 'last' },
};
const isOtherTax: Where = {
  key: 'other-tax',
  test: (element) => !isVat.test(element),
  told: { way: way(['cac:TaxScheme', 'cbc:ID']), text: 'TAX', stands: 'last' },
};

export const chargeWhen = (isCharge: boolean): Where => ({
  key: String(isCharge),
  test: (element) => /^(true|1)$/.test(textAt(element, 'ChargeIndicator')) === isCharge,
  told: { way: way(['cbc:ChargeIndicator']), text: String(isCharge), stands: 'first' },
});

/** UNCL 1001: 130 is the invoiced object, 50 a project. */
export const documentOfType = (code: string): Where => ({
  key: code,
  test: (element) => textAt(element, 'DocumentTypeCode') === code,
  told: { way: way(['cbc:DocumentTypeCode']), text: code, stands: 'last' },
});

const isSepa: Where = { key: 'sepa', test: (element) => childOf(element, 'ID')?.attributes.schemeID === 'SEPA' };
const isNotSepa: Where = { key: 'not-sepa', test: (element) => !isSepa.test(element) };

const address: Table<Address> = {
  line1: term('cbc:StreetName'),
  line2: term('cbc:AdditionalStreetName'),
  city: term('cbc:CityName'),
  postCode: term('cbc:PostalZone'),
  subdivision: term('cbc:CountrySubentity'),
  line3: term('cac:AddressLine', 'cbc:Line'),
  countryCode: term('cac:Country', 'cbc:IdentificationCode'),
};

const contact: Table<Contact> = {
  name: term('cbc:Name'),
  telephone: term('cbc:Telephone'),
  email: term('cbc:ElectronicMail'),
};

export const seller: Table<Seller> = {
  electronicAddress: id('cbc:EndpointID'),
  ids: ids(pick('cac:PartyIdentification', isNotSepa), 'cbc:ID'),
  creditorId: id(pick('cac:PartyIdentification', isSepa), 'cbc:ID'),
  tradingName: term('cac:PartyName', 'cbc:Name'),
  address: group(address, 'cac:PostalAddress'),
  vatId: term(pick('cac:PartyTaxScheme', isVat), 'cbc:CompanyID'),
  taxRegistrationId: term(pick('cac:PartyTaxScheme', isOtherTax), 'cbc:CompanyID'),
  name: term('cac:PartyLegalEntity', 'cbc:RegistrationName'),
  legalRegistrationId: id('cac:PartyLegalEntity', 'cbc:CompanyID'),
  additionalLegalInformation: term('cac:PartyLegalEntity', 'cbc:CompanyLegalForm'),
  contact: group(contact, 'cac:Contact'),
};

export const buyer: Table<Buyer> = {
  electronicAddress: id('cbc:EndpointID'),
  ids: ids('cac:PartyIdentification', 'cbc:ID'),
  tradingName: term('cac:PartyName', 'cbc:Name'),
  address: group(address, 'cac:PostalAddress'),
  vatId: term(pick('cac:PartyTaxScheme', isVat), 'cbc:CompanyID'),
  name: term('cac:PartyLegalEntity', 'cbc:RegistrationName'),
  legalRegistrationId: id('cac:PartyLegalEntity', 'cbc:CompanyID'),
  contact: group(contact, 'cac:Contact'),
};

export const payee: Table<Payee> = {
  id: id(pick('cac:PartyIdentification', isNotSepa), 'cbc:ID'),
  creditorId: id(pick('cac:PartyIdentification', isSepa), 'cbc:ID'),
  name: term('cac:PartyName', 'cbc:Name'),
  legalRegistrationId: id('cac:PartyLegalEntity', 'cbc:CompanyID'),
};

export const taxRepresentative: Table<TaxRepresentative> = {
  name: term('cac:PartyName', 'cbc:Name'),
  address: group(address, 'cac:PostalAddress'),
  vatId: term(pick('cac:PartyTaxScheme', isVat), 'cbc:CompanyID'),
};

export const delivery: Table<Delivery> = {
  date: term('cbc:ActualDeliveryDate'),
  locationId: id('cac:DeliveryLocation', 'cbc:ID'),
  address: group(address, 'cac:DeliveryLocation', 'cac:Address'),
  partyName: term('cac:DeliveryParty', 'cac:PartyName', 'cbc:Name'),
};

export const period: Table<Period> = { start: term('cbc:StartDate'), end: term('cbc:EndDate') };

const vatTerms: Table<VatTerms> = { category: term('cbc:ID'), rate: term('cbc:Percent') };

export const allowanceOrCharge: Table<AllowanceOrCharge> = {
  reasonCode: term('cbc:AllowanceChargeReasonCode'),
  reason: term('cbc:AllowanceChargeReason'),
  percentage: term('cbc:MultiplierFactorNumeric'),
  amount: amount('cbc:Amount'),
  baseAmount: amount('cbc:BaseAmount'),
  vat: group(vatTerms, pick('cac:TaxCategory', isVat)),
};

const itemAttribute: Table<ItemAttribute> = { name: term('cbc:Name'), value: term('cbc:Value') };

const item: Table<Item> = {
  description: term('cbc:Description'),
  name: term('cbc:Name'),
  buyersId: term('cac:BuyersItemIdentification', 'cbc:ID'),
  sellersId: term('cac:SellersItemIdentification', 'cbc:ID'),
  standardId: id('cac:StandardItemIdentification', 'cbc:ID'),
  originCountryCode: term('cac:OriginCountry', 'cbc:IdentificationCode'),
  classifications: codes('cac:CommodityClassification', 'cbc:ItemClassificationCode'),
  attributes: groups(itemAttribute, 'cac:AdditionalItemProperty'),
};

const price: Table<Price> = {
  net: amount('cbc:PriceAmount'),
  baseQuantity: quantity('cbc:BaseQuantity'),
  discount: amount(pick('cac:AllowanceCharge', chargeWhen(false)), 'cbc:Amount'),
  gross: amount(pick('cac:AllowanceCharge', chargeWhen(false)), 'cbc:BaseAmount'),
};

const lineVat = group(vatTerms, 'cac:Item', pick('cac:ClassifiedTaxCategory', isVat));

/** A credit note's line is the same but for the name of its quantity. */
export const line = (quantityName: 'cbc:InvoicedQuantity' | 'cbc:CreditedQuantity'): Table<Line> => ({
  id: term('cbc:ID'),
  note: term('cbc:Note'),
  quantity: quantity(quantityName),
  net: amount('cbc:LineExtensionAmount'),
  buyerAccountingReference: term('cbc:AccountingCost'),
  period: group(period, 'cac:InvoicePeriod'),
  orderLineReference: term('cac:OrderLineReference', 'cbc:LineID'),
  objectId: id(pick('cac:DocumentReference', documentOfType('130')), 'cbc:ID'),
  allowances: groups(allowanceOrCharge, pick('cac:AllowanceCharge', chargeWhen(false))),
  charges: groups(allowanceOrCharge, pick('cac:AllowanceCharge', chargeWhen(true))),
  item: group(item, 'cac:Item'),
  vat: own(
    (element, taken) => readSlot(lineVat, element, taken, {}),
    (value, into) => {
      if (value === undefined) return;
      writeSlot(lineVat, value, into, {});
      const { children = [] } = into.children.findLast(({ name }) => name === 'cac:Item') ?? {};
      const properties = children.findIndex(({ name }) => name === 'cac:AdditionalItemProperty');
      if (properties >= 0) children.splice(properties, 0, ...children.splice(-1)); // where the schema wants it
    },
  ),
  price: group(price, 'cac:Price'),
});
