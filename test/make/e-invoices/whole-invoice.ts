/** What of an invoice depends on the VAT category that everything on it has. Pieces of UBL. */
export type Taxed = {
  /** Of lines, of the allowance and of the charge: everything in the tax category but its scheme. */
  readonly line: string;
  readonly allowance: string;
  readonly charge: string;
  readonly breakdown: string;
  readonly taxAmount: string;
  readonly withVat: string;
  readonly payable: string;
  /** VAT registrations of seller, of its tax representative and of buyer. */
  readonly seller: string;
  readonly representative: string;
  readonly buyer: string;
};

const id = (code: string, rest = ''): string => `<cbc:ID>${code}</cbc:ID>${rest}`;
const percent = (rate: string): string => `<cbc:Percent>${rate}</cbc:Percent>`;
export const vatScheme = '<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>';
export const registration = (number: string): string =>
  `<cac:PartyTaxScheme><cbc:CompanyID>${number}</cbc:CompanyID>${vatScheme}</cac:PartyTaxScheme>`;

const registered = {
  seller: registration('SE556677889901'),
  representative: `<cac:TaxRepresentativeParty><cac:PartyName><cbc:Name>Ombudet AB</cbc:Name></cac:PartyName><cac:PostalAddress><cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>${registration('SE556000017501')}</cac:TaxRepresentativeParty>`,
  buyer: registration('SE232100013101'),
};

/** 25 % Swedish VAT. */
export const standardRate: Taxed = {
  ...registered,
  line: id('S', percent('25')),
  allowance: id('S', percent('25')),
  charge: id('S', percent('25')),
  breakdown: id('S', percent('25')),
  taxAmount: '362.50',
  withVat: '1812.50',
  payable: '1801.00',
};

const untaxed = { taxAmount: '0.00', withVat: '1450.00', payable: '1438.50' };

/** No VAT, in a category that says why (or not: `Z`). */
export const noVat = (code: string, rate: string | undefined, reason: string | undefined): Taxed => {
  const same = id(code, rate === undefined ? '' : percent(rate));
  const because = reason === undefined ? '' : `<cbc:TaxExemptionReason>${reason}</cbc:TaxExemptionReason>`;
  return { ...registered, ...untaxed, line: same, allowance: same, charge: same, breakdown: same + because };
};

/** 25 % of a tax that is not Swedish: IGIC and IPSI have any rate. */
export const ofCode = (code: string): Taxed => {
  const same = id(code, percent('25'));
  return { ...standardRate, line: same, allowance: same, charge: same, breakdown: same };
};

const kr = (name: string, amount: string): string => `<cbc:${name} currencyID="SEK">${amount}</cbc:${name}>`;
const address = (city: string): string =>
  `<cac:PostalAddress><cbc:CityName>${city}</cbc:CityName><cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>`;
const adjustment = (isCharge: boolean, code: string, amounts: string, category: string): string =>
  `<cac:AllowanceCharge><cbc:ChargeIndicator>${isCharge}</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>${code}</cbc:AllowanceChargeReasonCode>${amounts}${category}</cac:AllowanceCharge>`;
const line = (number: string, quantity: string, net: string, price: string, rest: string, category: string): string =>
  `<cac:InvoiceLine><cbc:ID>${number}</cbc:ID><cbc:Note>Not på raden</cbc:Note><cbc:InvoicedQuantity unitCode="H87">${quantity}</cbc:InvoicedQuantity>${kr('LineExtensionAmount', net)}<cac:InvoicePeriod><cbc:StartDate>2026-10-05</cbc:StartDate><cbc:EndDate>2026-10-20</cbc:EndDate></cac:InvoicePeriod><cac:OrderLineReference><cbc:LineID>7</cbc:LineID></cac:OrderLineReference>${rest}<cac:Item><cbc:Description>Beskrivning</cbc:Description><cbc:Name>Vara</cbc:Name><cac:StandardItemIdentification><cbc:ID schemeID="0160">7350012345679</cbc:ID></cac:StandardItemIdentification><cac:OriginCountry><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:OriginCountry><cac:CommodityClassification><cbc:ItemClassificationCode listID="TST">123</cbc:ItemClassificationCode></cac:CommodityClassification><cac:ClassifiedTaxCategory>${category}${vatScheme}</cac:ClassifiedTaxCategory></cac:Item>${price}</cac:InvoiceLine>`;

/** A right invoice with a little of everything: every rule has something to look at, and none has anything to say. */
export const wholeInvoice = (taxed: Taxed = standardRate): string => `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
<cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
<cbc:ID>F-1001</cbc:ID>
<cbc:IssueDate>2026-11-02</cbc:IssueDate>
<cbc:DueDate>2026-12-02</cbc:DueDate>
<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
<cbc:Note>En not</cbc:Note>
<cbc:DocumentCurrencyCode>SEK</cbc:DocumentCurrencyCode>
<cbc:BuyerReference>4711</cbc:BuyerReference>
<cac:InvoicePeriod><cbc:StartDate>2026-10-01</cbc:StartDate><cbc:EndDate>2026-10-31</cbc:EndDate></cac:InvoicePeriod>
<cac:OrderReference><cbc:ID>B-1</cbc:ID></cac:OrderReference>
<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>F-900</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>
<cac:DespatchDocumentReference><cbc:ID>D-1</cbc:ID></cac:DespatchDocumentReference>
<cac:ReceiptDocumentReference><cbc:ID>M-1</cbc:ID></cac:ReceiptDocumentReference>
<cac:ContractDocumentReference><cbc:ID>A-1</cbc:ID></cac:ContractDocumentReference>
<cac:AdditionalDocumentReference><cbc:ID schemeID="ABT">O-1</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>
<cac:AdditionalDocumentReference><cbc:ID>Bilaga 1</cbc:ID><cbc:DocumentDescription>En bilaga</cbc:DocumentDescription><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="a.csv">YQ==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>
<cac:ProjectReference><cbc:ID>P-1</cbc:ID></cac:ProjectReference>
<cac:AccountingSupplierParty><cac:Party><cbc:EndpointID schemeID="0007">5566778899</cbc:EndpointID><cac:PartyIdentification><cbc:ID schemeID="0088">7350012345679</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Säljarens firma</cbc:Name></cac:PartyName>${address('Skövde')}${taxed.seller}<cac:PartyLegalEntity><cbc:RegistrationName>Säljaren AB</cbc:RegistrationName><cbc:CompanyID schemeID="0007">5566778899</cbc:CompanyID><cbc:CompanyLegalForm>Säte i Skövde</cbc:CompanyLegalForm></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cbc:EndpointID schemeID="0088">7362222222220</cbc:EndpointID><cac:PartyIdentification><cbc:ID schemeID="0088">7362222222220</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Köparens namn</cbc:Name></cac:PartyName>${address('Göteborg')}${taxed.buyer}<cac:PartyLegalEntity><cbc:RegistrationName>Regionen</cbc:RegistrationName><cbc:CompanyID schemeID="0007">2321000131</cbc:CompanyID></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
<cac:PayeeParty><cac:PartyIdentification><cbc:ID schemeID="0088">7362222222220</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Fakturaköparen AB</cbc:Name></cac:PartyName><cac:PartyLegalEntity><cbc:CompanyID schemeID="0007">5560000175</cbc:CompanyID></cac:PartyLegalEntity></cac:PayeeParty>
${taxed.representative}
<cac:Delivery><cbc:ActualDeliveryDate>2026-10-20</cbc:ActualDeliveryDate><cac:DeliveryLocation><cbc:ID schemeID="0088">7362222222220</cbc:ID><cac:Address><cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country></cac:Address></cac:DeliveryLocation><cac:DeliveryParty><cac:PartyName><cbc:Name>Lasarettet</cbc:Name></cac:PartyName></cac:DeliveryParty></cac:Delivery>
<cac:PaymentMeans><cbc:PaymentMeansCode name="Girering">30</cbc:PaymentMeansCode><cbc:PaymentID>10023489</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>9912346</cbc:ID><cac:FinancialInstitutionBranch><cbc:ID>SE:BANKGIRO</cbc:ID></cac:FinancialInstitutionBranch></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:PaymentTerms><cbc:Note>30 dagar netto</cbc:Note></cac:PaymentTerms>
${adjustment(false, '95', `<cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>${kr('Amount', '100.00')}${kr('BaseAmount', '1000.00')}`, `<cac:TaxCategory>${taxed.allowance}${vatScheme}</cac:TaxCategory>`)}
${adjustment(true, 'FC', kr('Amount', '50.00'), `<cac:TaxCategory>${taxed.charge}${vatScheme}</cac:TaxCategory>`)}
<cac:TaxTotal>${kr('TaxAmount', taxed.taxAmount)}<cac:TaxSubtotal>${kr('TaxableAmount', '1450.00')}${kr('TaxAmount', taxed.taxAmount)}<cac:TaxCategory>${taxed.breakdown}${vatScheme}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal>${kr('LineExtensionAmount', '1500.00')}${kr('TaxExclusiveAmount', '1450.00')}${kr('TaxInclusiveAmount', taxed.withVat)}${kr('AllowanceTotalAmount', '100.00')}${kr('ChargeTotalAmount', '50.00')}${kr('PrepaidAmount', '12.00')}${kr('PayableRoundingAmount', '0.50')}${kr('PayableAmount', taxed.payable)}</cac:LegalMonetaryTotal>
${line('1', '10', '1000.00', `<cac:Price>${kr('PriceAmount', '100')}<cbc:BaseQuantity unitCode="H87">1</cbc:BaseQuantity><cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>${kr('Amount', '10')}${kr('BaseAmount', '110')}</cac:AllowanceCharge></cac:Price>`, `<cac:DocumentReference><cbc:ID schemeID="ABT">O-2</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference>${adjustment(false, '95', `<cbc:MultiplierFactorNumeric>5</cbc:MultiplierFactorNumeric>${kr('Amount', '50.00')}${kr('BaseAmount', '1000.00')}`, '')}${adjustment(true, 'FC', `<cbc:MultiplierFactorNumeric>5</cbc:MultiplierFactorNumeric>${kr('Amount', '50.00')}${kr('BaseAmount', '1000.00')}`, '')}`, taxed.line)}
${line('2', '2', '500.00', `<cac:Price>${kr('PriceAmount', '250')}</cac:Price>`, '', taxed.line)}
</Invoice>`;
