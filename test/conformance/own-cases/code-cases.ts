import { changed, kr, type OwnCase } from './own-case.ts';

const endpoint = '<cbc:EndpointID schemeID="0007">5566778899</cbc:EndpointID>';
const address = (rule: string, scheme: string, number: string): OwnCase =>
  changed(`PEPPOL-COMMON-${rule}`, endpoint, `<cbc:EndpointID schemeID="${scheme}">${number}</cbc:EndpointID>`);

/** Codes that are in no list, and numbers that are not built as their scheme says. */
export const codeCases: readonly OwnCase[] = [
  changed('BR-CL-01', '<cbc:InvoiceTypeCode>380<', '<cbc:InvoiceTypeCode>381<'),
  changed('BR-CL-05', '<cbc:BuyerReference>', '<cbc:TaxCurrencyCode>SKR</cbc:TaxCurrencyCode><cbc:BuyerReference>'),
  changed('BR-CL-08', '<cbc:Note>En not<', '<cbc:Note>#QQQ#En not<'),
  changed('BR-CL-10', '<cac:PartyIdentification><cbc:ID schemeID="0088">', '<cac:PartyIdentification><cbc:ID schemeID="9999">'),
  changed('BR-CL-14', '<cac:Country><cbc:IdentificationCode>SE<', '<cac:Country><cbc:IdentificationCode>QQ<'),
  changed('BR-CL-17', '<cac:TaxCategory><cbc:ID>S<', '<cac:TaxCategory><cbc:ID>Q<'),
  changed('BR-CL-20', '<cbc:AllowanceChargeReasonCode>FC<', '<cbc:AllowanceChargeReasonCode>95<'),
  changed(
    'BR-CL-22',
    '<cbc:DocumentDescription>',
    '<cbc:TaxExemptionReasonCode>DÄRFÖR</cbc:TaxExemptionReasonCode><cbc:DocumentDescription>',
  ),
  changed('PEPPOL-EN16931-CL002', '<cbc:AllowanceChargeReasonCode>95<', '<cbc:AllowanceChargeReasonCode>FC<'),
  changed('PEPPOL-EN16931-CL007', kr('PrepaidAmount', '12.00'), kr('PrepaidAmount', '12.00').replace('SEK', 'BGN')),
  address('R041', '0192', '974760674'),
  address('R042', '0184', 'DK1234567'),
  address('R045', '0210', 'RSSMRA85T10A562'),
  address('R052', '0096', '123456789'),
  address('R053', '0198', '12345678'),
  address('R054', '0106', '1234567'),
  address('R055', '0190', '0000000123'),
  address('R056-1', '9944', 'NL123456789'),
  address('R057', '0217', '12345678901'),
];
