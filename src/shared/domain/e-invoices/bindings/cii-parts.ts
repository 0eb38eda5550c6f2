import { firstAt, type XmlElement } from '../../../xml/index.ts';
import type { AllowanceOrCharge, Item, ItemAttribute, Line, Period, Price, VatTerms } from '../amounts.ts';
import type { Address, Buyer, Contact, Delivery, Payee, Seller, TaxRepresentative } from '../parties.ts';
import type { Group } from '../terms.ts';
import { bind, nowhere, type StepWord } from './bind.ts';
import { readSlot } from './read-table.ts';
import type { Slot, Table, Where } from './table.ts';

export const ciiNs = 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100';

/** Source of every way below: EN 16931's binding of UN/CEFACT CII D16B, as Factur-X and ZUGFeRD publish it. Read only. */
export const cii = bind({
  namespaces: {
    rsm: ciiNs,
    ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
    udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
    qdt: 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  },
  attributes: {
    scheme: 'schemeID',
    schemeVersion: 'schemeVersionID',
    currency: 'currencyID',
    unit: 'unitCode',
    mimeCode: 'mimeCode',
    fileName: 'filename',
  },
});
const { term, id, ids, codes, amount, quantity, turned, group, groups, readOnly, pick, way } = cii;

const textAt = (element: XmlElement, ...names: readonly string[]): string => firstAt(element, ...names)?.text.trim() ?? '';

/** '20260302' is 2026-03-02. */
export const dayOf102 = (text: string): string =>
  /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
export const day = (...steps: readonly StepWord[]): Slot => turned(dayOf102, ['format'], ...steps);

/** The first of some places that has anything. */
export const firstOf = (...slots: readonly Slot[]): Slot =>
  readOnly((element, taken) => {
    for (const slot of slots) {
      const value = readSlot(slot, element, taken, {});
      if (value !== undefined) return value;
    }
    return undefined;
  });

/** The values of some places in one list. */
const allOf = (...slots: readonly Slot[]): Slot =>
  readOnly((element, taken) => slots.flatMap((slot) => readSlot(slot, element, taken, {})));

/** A group that has no element of its own is there when any of its terms is. */
export const whenAny = <G extends Group>(table: Table<G>, ...steps: readonly StepWord[]): Slot =>
  readOnly((element, taken) => {
    const found = readSlot(group(table, ...steps), element, taken, {});
    return Object.keys(found ?? {}).length > 1 ? found : undefined;
  });

const told = (name: string, isMeant: (text: string) => boolean, text: string): Where => ({
  key: text,
  test: (element) => isMeant(textAt(element, name)),
  told: { way: way([`ram:${name}`]), text, stands: 'last' },
});
export const documentOfType = (code: string): Where => told('TypeCode', (type) => type === code, code);
export const isVat: Where = told('TypeCode', (type) => type.toUpperCase() === 'VAT' || type === '', 'VAT');

export const chargeWhen = (isCharge: boolean): Where => ({
  key: String(isCharge),
  test: (element) => /^(true|1)$/.test(textAt(element, 'ChargeIndicator', 'Indicator')) === isCharge,
  told: { way: way(['ram:ChargeIndicator', 'udt:Indicator']), text: String(isCharge), stands: 'first' },
});

/** A tax registration tells its kind by its number's scheme: VA is VAT, FC the tax office's own. */
const registration = (scheme: 'VA' | 'FC'): Where => ({
  key: scheme,
  test: (element) => firstAt(element, 'ID')?.attributes.schemeID === scheme,
});
const taxNumber = (scheme: 'VA' | 'FC'): Slot =>
  turned((text) => text, ['schemeID'], pick('ram:SpecifiedTaxRegistration', registration(scheme)), 'ram:ID');

const address: Table<Address> = {
  line1: term('ram:LineOne'),
  line2: term('ram:LineTwo'),
  line3: term('ram:LineThree'),
  city: term('ram:CityName'),
  postCode: term('ram:PostcodeCode'),
  subdivision: term('ram:CountrySubDivisionName'),
  countryCode: term('ram:CountryID'),
};
const contact: Table<Contact> = {
  name: firstOf(term('ram:PersonName'), term('ram:DepartmentName')),
  telephone: term('ram:TelephoneUniversalCommunication', 'ram:CompleteNumber'),
  email: term('ram:EmailURIUniversalCommunication', 'ram:URIID'),
};
export const buyer: Table<Buyer> = {
  name: term('ram:Name'),
  tradingName: term('ram:SpecifiedLegalOrganization', 'ram:TradingBusinessName'),
  ids: allOf(ids('ram:GlobalID'), ids('ram:ID')),
  legalRegistrationId: id('ram:SpecifiedLegalOrganization', 'ram:ID'),
  vatId: taxNumber('VA'),
  electronicAddress: id('ram:URIUniversalCommunication', 'ram:URIID'),
  address: group(address, 'ram:PostalTradeAddress'),
  contact: group(contact, 'ram:DefinedTradeContact'),
};
/** Its creditor id stands with the payment: see `cii.ts`. */
export const seller: Table<Seller> = {
  ...buyer,
  creditorId: nowhere,
  taxRegistrationId: taxNumber('FC'),
  additionalLegalInformation: term('ram:Description'),
};
export const payee: Table<Payee> = {
  name: term('ram:Name'),
  id: firstOf(id('ram:GlobalID'), id('ram:ID')),
  legalRegistrationId: id('ram:SpecifiedLegalOrganization', 'ram:ID'),
  creditorId: nowhere,
};
export const taxRepresentative: Table<TaxRepresentative> = {
  name: term('ram:Name'),
  vatId: taxNumber('VA'),
  address: group(address, 'ram:PostalTradeAddress'),
};
export const delivery: Table<Delivery> = {
  partyName: term('ram:ShipToTradeParty', 'ram:Name'),
  locationId: firstOf(id('ram:ShipToTradeParty', 'ram:GlobalID'), id('ram:ShipToTradeParty', 'ram:ID')),
  date: day('ram:ActualDeliverySupplyChainEvent', 'ram:OccurrenceDateTime', 'udt:DateTimeString'),
  address: group(address, 'ram:ShipToTradeParty', 'ram:PostalTradeAddress'),
};
export const period: Table<Period> = {
  start: day('ram:StartDateTime', 'udt:DateTimeString'),
  end: day('ram:EndDateTime', 'udt:DateTimeString'),
};
const vatTerms: Table<VatTerms> = { category: term('ram:CategoryCode'), rate: term('ram:RateApplicablePercent') };
export const allowanceOrCharge: Table<AllowanceOrCharge> = {
  amount: amount('ram:ActualAmount'),
  baseAmount: amount('ram:BasisAmount'),
  percentage: term('ram:CalculationPercent'),
  reason: term('ram:Reason'),
  reasonCode: term('ram:ReasonCode'),
  vat: group(vatTerms, pick('ram:CategoryTradeTax', isVat)),
};
const itemAttribute: Table<ItemAttribute> = { name: term('ram:Description'), value: term('ram:Value') };
const item: Table<Item> = {
  name: term('ram:Name'),
  description: term('ram:Description'),
  sellersId: term('ram:SellerAssignedID'),
  buyersId: term('ram:BuyerAssignedID'),
  standardId: id('ram:GlobalID'),
  classifications: codes('ram:DesignatedProductClassification', 'ram:ClassCode'),
  originCountryCode: term('ram:OriginTradeCountry', 'ram:ID'),
  attributes: groups(itemAttribute, 'ram:ApplicableProductCharacteristic'),
};
const price: Table<Price> = {
  net: amount('ram:NetPriceProductTradePrice', 'ram:ChargeAmount'),
  discount: amount(
    'ram:GrossPriceProductTradePrice',
    pick('ram:AppliedTradeAllowanceCharge', chargeWhen(false)),
    'ram:ActualAmount',
  ),
  gross: amount('ram:GrossPriceProductTradePrice', 'ram:ChargeAmount'),
  baseQuantity: firstOf(
    quantity('ram:NetPriceProductTradePrice', 'ram:BasisQuantity'),
    quantity('ram:GrossPriceProductTradePrice', 'ram:BasisQuantity'),
  ),
};
const settlement = 'ram:SpecifiedLineTradeSettlement';
export const line: Table<Line> = {
  id: term('ram:AssociatedDocumentLineDocument', 'ram:LineID'),
  note: term('ram:AssociatedDocumentLineDocument', 'ram:IncludedNote', 'ram:Content'),
  objectId: referenceWithType(settlement),
  quantity: quantity('ram:SpecifiedLineTradeDelivery', 'ram:BilledQuantity'),
  net: amount(settlement, 'ram:SpecifiedTradeSettlementLineMonetarySummation', 'ram:LineTotalAmount'),
  orderLineReference: term('ram:SpecifiedLineTradeAgreement', 'ram:BuyerOrderReferencedDocument', 'ram:LineID'),
  buyerAccountingReference: term(settlement, 'ram:ReceivableSpecifiedTradeAccountingAccount', 'ram:ID'),
  period: group(period, settlement, 'ram:BillingSpecifiedPeriod'),
  allowances: groups(allowanceOrCharge, settlement, pick('ram:SpecifiedTradeAllowanceCharge', chargeWhen(false))),
  charges: groups(allowanceOrCharge, settlement, pick('ram:SpecifiedTradeAllowanceCharge', chargeWhen(true))),
  price: group(price, 'ram:SpecifiedLineTradeAgreement'),
  vat: group(vatTerms, settlement, pick('ram:ApplicableTradeTax', isVat)),
  item: group(item, 'ram:SpecifiedTradeProduct'),
};

/** The invoiced object, of the invoice or of a line: its scheme stands in an element of its own. */
export function referenceWithType(within: string): Slot {
  const document = pick('ram:AdditionalReferencedDocument', documentOfType('130'));
  return readOnly((element, taken) => {
    const number = readSlot(id(within, document, 'ram:IssuerAssignedID'), element, taken, {}) as object | undefined;
    const scheme = readSlot(term(within, document, 'ram:ReferenceTypeCode'), element, taken, {}) as
      | { readonly raw: string }
      | undefined;
    return number && { ...number, ...(scheme && { scheme: scheme.raw }) };
  });
}
