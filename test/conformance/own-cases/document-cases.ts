import { wholeInvoice } from '../../make/e-invoices/whole-invoice.ts';
import { asCreditNote, behind, change, changed, kr, type OwnCase } from './own-case.ts';

const itsReason = (code: string): string => `<cbc:AllowanceChargeReasonCode>${code}</cbc:AllowanceChargeReasonCode>`;
const country = '<cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country>';
const means = '</cac:PayeeFinancialAccount>';

/** What must be there, and what may not. */
export const documentCases: readonly OwnCase[] = [
  changed('BR-03', '<cbc:IssueDate>2026-11-02</cbc:IssueDate>', ''),
  changed('BR-06', '<cbc:RegistrationName>Säljaren AB</cbc:RegistrationName>', ''),
  changed('BR-09', `Skövde</cbc:CityName>${country}`, 'Skövde</cbc:CityName>'),
  changed('BR-18', '<cbc:Name>Ombudet AB</cbc:Name>', ''),
  changed('BR-21', '<cbc:ID>1</cbc:ID>', ''),
  changed('BR-24', kr('LineExtensionAmount', '1000.00'), ''),
  changed('BR-27', kr('PriceAmount', '250'), kr('PriceAmount', '-250')),
  changed('BR-30', '<cbc:StartDate>2026-10-05</cbc:StartDate>', '<cbc:StartDate>2026-10-25</cbc:StartDate>'),
  changed('BR-33', itsReason('95'), ''),
  changed('BR-38', itsReason('FC'), ''),
  changed('BR-CO-23', `${itsReason('95')}<cbc:MultiplierFactorNumeric>5<`, '<cbc:MultiplierFactorNumeric>5<'),
  changed(
    'BR-43',
    `${itsReason('FC')}<cbc:MultiplierFactorNumeric>5</cbc:MultiplierFactorNumeric>${kr('Amount', '50.00')}`,
    itsReason('FC'),
  ),
  changed('BR-49', '<cbc:PaymentMeansCode name="Girering">30</cbc:PaymentMeansCode>', ''),
  changed('BR-52', '<cbc:ID>Bilaga 1</cbc:ID>', '<cbc:ID> </cbc:ID>'),
  changed('BR-55', '<cbc:ID>F-900</cbc:ID>', ''),
  changed('UBL-SR-07', '<cbc:ID>F-900</cbc:ID>', ''),
  changed('BR-61', '<cbc:ID>9912346</cbc:ID>', ''),
  changed('BR-64', ' schemeID="0160"', ''),
  behind('BR-66', means, '<cac:CardAccount/><cac:CardAccount/>'),
  behind('BR-67', means, '<cac:PaymentMandate/><cac:PaymentMandate/>'),
  changed('BR-CO-09', 'SE556677889901', 'QQ556677889901'),
  changed('BR-CO-20', '<cbc:StartDate>2026-10-05</cbc:StartDate><cbc:EndDate>2026-10-20</cbc:EndDate>', ''),
  {
    rule: 'BR-CO-25',
    xml: change(change(wholeInvoice(), '<cbc:DueDate>2026-12-02</cbc:DueDate>', ''), '<cbc:Note>30 dagar netto</cbc:Note>', ''),
  },
  changed('UBL-DT-07', ' filename="a.csv"', ''),
  changed('PEPPOL-EN16931-R002', '<cbc:Note>En not</cbc:Note>', '<cbc:Note>En not</cbc:Note><cbc:Note>En till</cbc:Note>'),
  {
    rule: 'PEPPOL-EN16931-R080',
    xml: asCreditNote(wholeInvoice()).replace(
      '<cac:AdditionalDocumentReference>',
      `${'<cac:AdditionalDocumentReference><cbc:ID>P-1</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>'.repeat(
        2,
      )}<cac:AdditionalDocumentReference>`,
    ),
  },
  changed('PEPPOL-EN16931-R110', '<cbc:StartDate>2026-10-05</cbc:StartDate>', '<cbc:StartDate>2026-09-30</cbc:StartDate>'),
  changed('PEPPOL-EN16931-R121', '<cbc:BaseQuantity unitCode="H87">1<', '<cbc:BaseQuantity unitCode="H87">0<'),
];
