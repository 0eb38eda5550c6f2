import { parseDay } from '../../../../base/day.ts';
import { mimeTypes, peppolCreditNoteTypes, peppolInvoiceTypes, taxPointCodes } from '../code-lists/documents.ts';
import { allowanceReasons, chargeReasons, peppolCurrencies } from '../code-lists/money.ts';
import { peppolAddressSchemes } from '../code-lists/parties.ts';
import { all, said } from '../place.ts';
import { must, type Rule } from '../rule.ts';
import { amounts } from '../ubl.ts';
import { isWithinGermany, profile } from './document.ts';

/** A reason's code by the indicator as it is written; Peppol reads `false` and `true` only. */
const reason = (id: string, indicator: string, list: ReadonlySet<string>, sv: string, en: string): Rule =>
  must(
    id,
    'cac:AllowanceCharge/cbc:AllowanceChargeReasonCode',
    ({ parent, value }) => !all(parent, 'cbc:ChargeIndicator').some(({ text }) => text === indicator) || list.has(value),
    sv,
    en,
  );

/** VATEX codes that belong to one VAT category. */
const exemptions: readonly (readonly [id: string, code: string, category: string])[] = [
  ['P0104', 'VATEX-EU-G', 'G'],
  ['P0105', 'VATEX-EU-O', 'O'],
  ['P0106', 'VATEX-EU-IC', 'K'],
  ['P0107', 'VATEX-EU-AE', 'AE'],
  ['P0108', 'VATEX-EU-D', 'E'],
  ['P0109', 'VATEX-EU-F', 'E'],
  ['P0110', 'VATEX-EU-I', 'E'],
  ['P0111', 'VATEX-EU-J', 'E'],
];

export const peppolCodeRules: readonly Rule[] = [
  must(
    'PEPPOL-EN16931-CL001',
    'cbc:EmbeddedDocumentBinaryObject',
    (file) => {
      const type = file.attribute('mimeCode');
      return type === undefined || mimeTypes.has(type) || { type };
    },
    'Bilagans filtyp ”{type}” får inte skickas; bara PDF, PNG, JPEG, CSV, XLSX och ODS (BT-125).',
    'The type of the attachment “{type}” may not be sent; only PDF, PNG, JPEG, CSV, XLSX and ODS (BT-125).',
  ),
  reason(
    'PEPPOL-EN16931-CL002',
    'false',
    allowanceReasons,
    'Orsaken till avdraget ”{value}” finns inte i kodlistan UNTDID 5189 (BT-98, BT-140).',
    'The reason of the allowance “{value}” is not in the list UNTDID 5189 (BT-98, BT-140).',
  ),
  reason(
    'PEPPOL-EN16931-CL003',
    'true',
    chargeReasons,
    'Orsaken till tillägget ”{value}” finns inte i kodlistan UNTDID 7161 (BT-105, BT-145).',
    'The reason of the charge “{value}” is not in the list UNTDID 7161 (BT-105, BT-145).',
  ),
  must(
    'PEPPOL-EN16931-CL006',
    'cac:InvoicePeriod/cbc:DescriptionCode',
    ({ value }) => taxPointCodes.has(value),
    'Koden för momsdatum ”{value}” finns inte i kodlistan UNTDID 2005 (BT-8).',
    'The code of the tax point “{value}” is not in the list UNTDID 2005 (BT-8).',
  ),
  must(
    'PEPPOL-EN16931-CL007',
    amounts.join(' | '),
    (amount) => {
      const code = amount.attribute('currencyID') ?? '';
      return peppolCurrencies.has(code) || { code };
    },
    'Beloppet {value} har valutan ”{code}”, som inte finns i ISO 4217.',
    'The amount {value} is in the currency “{code}”, which is not in ISO 4217.',
  ),
  must(
    'PEPPOL-EN16931-CL008',
    'cbc:EndpointID',
    (address) => {
      const code = address.attribute('schemeID');
      return code === undefined || peppolAddressSchemes.has(code) || { code };
    },
    'Adressen {value} är i systemet ”{code}”, dit Peppol inte levererar (BT-34, BT-49).',
    'The address {value} is in the scheme “{code}”, to which Peppol does not deliver (BT-34, BT-49).',
  ),
  must(
    'PEPPOL-EN16931-F001',
    ['IssueDate', 'DueDate', 'TaxPointDate', 'StartDate', 'EndDate', 'ActualDeliveryDate']
      .map((name) => `cbc:${name}`)
      .join(' | '),
    ({ text }) => parseDay(text).ok,
    'Datumet ”{value}” ska skrivas ÅÅÅÅ-MM-DD.',
    'The date “{value}” must be written YYYY-MM-DD.',
  ),
  must(
    'PEPPOL-EN16931-P0100',
    'cbc:InvoiceTypeCode',
    ({ value }, invoice) => profile(invoice) === undefined || peppolInvoiceTypes.has(value),
    'Fakturatypen {value} (BT-3) får inte skickas i den här affärsprocessen.',
    'In this business process an invoice may not be of type {value} (BT-3).',
  ),
  must(
    'PEPPOL-EN16931-P0101',
    'cbc:CreditNoteTypeCode',
    ({ value }, invoice) => profile(invoice) === undefined || peppolCreditNoteTypes.has(value),
    'Typen av kreditnota {value} (BT-3) får inte skickas i den här affärsprocessen.',
    'In this business process a credit note may not be of type {value} (BT-3).',
  ),
  must(
    'PEPPOL-EN16931-P0112',
    'cbc:InvoiceTypeCode',
    ({ value }, invoice) => (value !== '326' && value !== '384') || isWithinGermany(invoice),
    'Fakturatypen {value} (BT-3) är bara för fakturor inom Tyskland.',
    'The type of invoice {value} (BT-3) is only for invoices within Germany.',
  ),
  ...exemptions.map(([id, code, category]) =>
    must(
      `PEPPOL-EN16931-${id}`,
      'cac:TaxCategory',
      (place) => {
        const found = said(place, 'cbc:ID');
        return (
          !all(place, 'cbc:TaxExemptionReasonCode').some(({ text }) => text.toUpperCase() === code) ||
          found === category || { found }
        );
      },
      `Orsaken ${code} (BT-121) hör till momskategorin ${category}, inte {found}.`,
      `The reason ${code} (BT-121) belongs to the VAT category ${category}, not {found}.`,
    ),
  ),
];
