import { behind, changed, type OwnCase, twice } from './own-case.ts';

const entity = '<cac:PartyLegalEntity><cbc:RegistrationName>Säljaren AB</cbc:RegistrationName>';
const seller = '<cac:PartyName><cbc:Name>Säljarens firma</cbc:Name></cac:PartyName>';
const buyer = '<cac:PartyName><cbc:Name>Köparens namn</cbc:Name></cac:PartyName>';
const buyerEntity = '<cac:PartyLegalEntity><cbc:RegistrationName>Regionen</cbc:RegistrationName>';
const payee = '<cac:PartyName><cbc:Name>Fakturaköparen AB</cbc:Name></cac:PartyName>';
const payeeEntity = '<cac:PartyLegalEntity><cbc:CompanyID schemeID="0007">5560000175</cbc:CompanyID></cac:PartyLegalEntity>';
const otherTax =
  '<cac:PartyTaxScheme><cbc:CompanyID>Godkänd för F-skatt</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>';
const reasons =
  '<cbc:AllowanceChargeReason>a</cbc:AllowanceChargeReason><cbc:AllowanceChargeReason>b</cbc:AllowanceChargeReason>';
const object =
  '<cac:AdditionalDocumentReference><cbc:ID schemeID="ABT">O-1</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>';
const code = '<cbc:PaymentMeansCode name="Girering">30</cbc:PaymentMeansCode>';
const classified = '<cac:ClassifiedTaxCategory>';
const lineReference =
  '<cac:DocumentReference><cbc:ID schemeID="ABT">O-2</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference>';

/** What may be there once. */
const onceCases: readonly OwnCase[] = [
  twice('UBL-SR-01', '<cac:ContractDocumentReference><cbc:ID>A-1</cbc:ID></cac:ContractDocumentReference>'),
  twice('UBL-SR-02', '<cac:ReceiptDocumentReference><cbc:ID>M-1</cbc:ID></cac:ReceiptDocumentReference>'),
  twice('UBL-SR-03', '<cac:DespatchDocumentReference><cbc:ID>D-1</cbc:ID></cac:DespatchDocumentReference>'),
  twice('UBL-SR-04', object),
  twice('UBL-SR-05', '<cbc:Note>30 dagar netto</cbc:Note>'),
  twice('UBL-SR-06', '<cac:InvoiceDocumentReference><cbc:ID>F-900</cbc:ID></cac:InvoiceDocumentReference>'),
  twice(
    'UBL-SR-08',
    '<cac:InvoicePeriod><cbc:StartDate>2026-10-01</cbc:StartDate><cbc:EndDate>2026-10-31</cbc:EndDate></cac:InvoicePeriod>',
  ),
  twice('UBL-SR-09', '<cbc:RegistrationName>Säljaren AB</cbc:RegistrationName>'),
  twice('UBL-SR-10', seller),
  behind('UBL-SR-11', entity, '<cbc:CompanyID schemeID="0007">5566778899</cbc:CompanyID>'),
  behind('UBL-SR-13', seller, otherTax + otherTax),
  twice('UBL-SR-14', '<cbc:CompanyLegalForm>Säte i Skövde</cbc:CompanyLegalForm>'),
  twice('UBL-SR-15', '<cbc:RegistrationName>Regionen</cbc:RegistrationName>'),
  changed('UBL-SR-16', buyer, `<cac:PartyIdentification><cbc:ID>2</cbc:ID></cac:PartyIdentification>${buyer}`),
  behind('UBL-SR-17', buyerEntity, '<cbc:CompanyID schemeID="0007">2321000131</cbc:CompanyID>'),
  twice('UBL-SR-19', payee),
  behind('UBL-SR-20', '<cac:PayeeParty>', '<cac:PartyIdentification><cbc:ID>1</cbc:ID></cac:PartyIdentification>'),
  twice('UBL-SR-21', payeeEntity),
  twice('UBL-SR-22', '<cac:PartyName><cbc:Name>Ombudet AB</cbc:Name></cac:PartyName>'),
  behind(
    'UBL-SR-24',
    '</cac:Delivery>',
    '<cac:Delivery><cbc:ActualDeliveryDate>2026-10-21</cbc:ActualDeliveryDate></cac:Delivery>',
  ),
  twice('UBL-SR-25', '<cac:PartyName><cbc:Name>Lasarettet</cbc:Name></cac:PartyName>'),
  twice('UBL-SR-26', '<cbc:PaymentID>10023489</cbc:PaymentID>'),
  twice('UBL-SR-27', code),
  behind(
    'UBL-SR-28',
    '</cac:PayeeFinancialAccount>',
    '<cac:PaymentMandate><cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID></cac:PaymentMandate>',
  ),
  behind(
    'UBL-SR-29',
    '<cac:PayeeParty>',
    '<cac:PartyIdentification><cbc:ID schemeID="SEPA">1</cbc:ID></cac:PartyIdentification>'.repeat(2),
  ),
  changed('UBL-SR-30', '<cbc:AllowanceChargeReasonCode>95</cbc:AllowanceChargeReasonCode>', reasons),
  changed('UBL-SR-31', '<cbc:AllowanceChargeReasonCode>FC</cbc:AllowanceChargeReasonCode>', reasons),
  behind(
    'UBL-SR-32',
    '</cac:AllowanceCharge>\n<cac:TaxTotal>',
    '<cac:TaxSubtotal><cac:TaxCategory><cbc:TaxExemptionReason>a</cbc:TaxExemptionReason><cbc:TaxExemptionReason>b</cbc:TaxExemptionReason></cac:TaxCategory></cac:TaxSubtotal>',
  ),
  twice('UBL-SR-33', '<cbc:DocumentDescription>En bilaga</cbc:DocumentDescription>'),
  twice('UBL-SR-34', '<cbc:Note>Not på raden</cbc:Note>'),
  twice('UBL-SR-35', '<cac:OrderLineReference><cbc:LineID>7</cbc:LineID></cac:OrderLineReference>'),
  twice(
    'UBL-SR-36',
    '<cac:InvoicePeriod><cbc:StartDate>2026-10-05</cbc:StartDate><cbc:EndDate>2026-10-20</cbc:EndDate></cac:InvoicePeriod>',
  ),
  twice('UBL-SR-37', '<cbc:Amount currencyID="SEK">10</cbc:Amount>'),
  twice('UBL-SR-39', '<cac:ProjectReference><cbc:ID>P-1</cbc:ID></cac:ProjectReference>'),
  twice('UBL-SR-40', buyer),
  changed('UBL-SR-43', '<cbc:ID>Bilaga 1</cbc:ID>', '<cbc:ID>Bilaga 1</cbc:ID><cbc:DocumentTypeCode>916</cbc:DocumentTypeCode>'),
  behind('UBL-SR-45', code, '<cbc:PaymentDueDate>2026-12-02</cbc:PaymentDueDate>'.repeat(2)),
  twice('UBL-SR-46', code),
  behind('UBL-SR-48', '<cbc:Name>Vara</cbc:Name>', `${classified}<cbc:ID>S</cbc:ID></cac:ClassifiedTaxCategory>`),
  behind('UBL-SR-49', '<cac:InvoicePeriod>', '<cbc:DescriptionCode>3</cbc:DescriptionCode>'.repeat(2)),
  twice('UBL-SR-50', '<cbc:Description>Beskrivning</cbc:Description>'),
  behind('UBL-SR-51', '<cac:PostalAddress>', '<cac:AddressLine><cbc:Line>a</cbc:Line></cac:AddressLine>'.repeat(2)),
  twice('UBL-SR-52', lineReference),
  changed('UBL-SR-53', '<cbc:CompanyID>SE556677889901</cbc:CompanyID>', ''),
];

/** Attributes without a use, by the number of their rule. */
const idle = {
  ...{ '08': 'schemeName', '09': 'schemeAgencyName', 10: 'schemeDataURI', 11: 'schemeURI', 12: 'format' },
  ...{ 13: 'unitCodeListIdentifier', 14: 'unitCodeListAgencyIdentifier', 15: 'unitCodeListAgencyName', 16: 'listAgencyName' },
  ...{ 17: 'listName', 18: 'name', 19: 'languageID', 20: 'listURI', 21: 'listSchemeURI', 22: 'languageLocaleID', 23: 'uri' },
  ...{ 24: 'currencyCodeListVersionID', 25: 'characterSetCode', 26: 'encodingCode', 27: 'schemeAgencyID', 28: 'listAgencyID' },
};

export const structureCases: readonly OwnCase[] = [
  ...onceCases,
  ...Object.entries(idle).map(([number, attribute]) =>
    changed(`UBL-DT-${number}`, '<cbc:BuyerReference>', `<cbc:BuyerReference ${attribute}="x">`),
  ),
];
