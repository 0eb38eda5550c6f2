import { parseDecimal } from '../../../base/decimal.ts';
import { isSame, numberAt } from './decimal.ts';
import { isSwedishLuhn } from './peppol/numbers.ts';
import { all, first, has, type Invoice, type Place, said } from './place.ts';
import { must, type Rule, should } from './rule.ts';
import { isVatRegistration, seller } from './ubl.ts';

const country = 'cac:PostalAddress/cac:Country/cbc:IdentificationCode';
const isSwedish = (party: Place | undefined): boolean => all(party, country).some(({ text }) => text === 'SE');
const vatOf = (party: Place | undefined): Place | undefined =>
  all(party, 'cac:PartyTaxScheme/cbc:CompanyID').find(isVatRegistration);
/** A seller in Sweden with a Swedish VAT number. */
const hasSwedishVat = (party: Place | undefined): boolean =>
  isSwedish(party) &&
  all(party, 'cac:PartyTaxScheme/cbc:CompanyID').some((one) => isVatRegistration(one) && one.text.startsWith('SE'));

/** A number as XPath reads it: digits with a sign, decimals or an exponent, and white space around. */
const isNumeric = (text: string): boolean => /^\s*-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/.test(text);

const rates = ['25', '12', '6'].map(parseDecimal);

/** Is an account of a giro: means 30 and the giro as the bank's branch? */
const isGiro = (account: Place, giro: 'SE:PLUSGIRO' | 'SE:BANKGIRO', invoice: Invoice): boolean => {
  const means = account.parent?.parent;
  return (
    isSwedish(invoice.seller) &&
    said(means, 'cbc:PaymentMeansCode') === '30' &&
    said(means, 'cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID') === giro
  );
};

const accountWay = 'cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID';
const onGiro = (id: string, giro: 'SE:PLUSGIRO' | 'SE:BANKGIRO', is: (value: string) => boolean, sv: string, en: string): Rule =>
  should(id, accountWay, (account, invoice) => !isGiro(account, giro, invoice) || is(account.value), sv, en);

/** The Swedish rules, asked when the seller is in Sweden. Source: Peppol BIS Billing 2026.5, SE-R-001…013 (there is none of number 014 on). */
export const swedishRules: readonly Rule[] = [
  must(
    'SE-R-001',
    seller,
    (party) => !hasSwedishVat(party) || vatOf(party)?.value.length === 14 || { vat: vatOf(party)?.value },
    'Momsregistreringsnumret {vat} ska ha 14 tecken: SE, organisationsnumret och två siffror till (BT-31).',
    'The VAT number {vat} must have 14 characters: SE, the organisation number and two more digits (BT-31).',
  ),
  must(
    'SE-R-002',
    seller,
    (party) => !hasSwedishVat(party) || isNumeric((vatOf(party)?.text ?? '').slice(2, 14)) || { vat: vatOf(party)?.value },
    'Momsregistreringsnumret {vat} ska bara ha siffror efter SE (BT-31).',
    'The VAT number {vat} must have nothing but digits after SE (BT-31).',
  ),
  ...(
    [
      ['SE-R-003', isNumeric, 'ska bara ha siffror', 'must have nothing but digits'],
      [
        'SE-R-004',
        (value: string) => value.length === 10,
        'ska ha tio siffror, utan bindestreck',
        'must have ten digits, and no hyphen',
      ],
      ['SE-R-013', isSwedishLuhn, 'har fel kontrollsiffra', 'has a wrong check digit'],
    ] as const
  ).map(([id, is, sv, en]) =>
    must(
      id,
      `${seller}/cac:PartyLegalEntity`,
      (entity) => {
        const organisation = first(entity, 'cbc:CompanyID')?.value;
        return organisation === undefined || !isSwedish(entity.parent) || is(organisation) || { organisation };
      },
      `Säljarens organisationsnummer {organisation} ${sv} (BT-30).`,
      `The organisation number of the seller, {organisation}, ${en} (BT-30).`,
    ),
  ),
  must(
    'SE-R-005',
    `${seller}/cac:PartyTaxScheme/cbc:CompanyID`,
    (registration) => {
      const party = registration.parent?.parent;
      const isOtherTax = all(registration.parent, 'cac:TaxScheme/cbc:ID').every(({ value }) => value.toUpperCase() !== 'VAT');
      const isAsked = isOtherTax && isSwedish(party) && has(party, 'cac:PartyLegalEntity/cbc:CompanyID');
      return !isAsked || registration.value.toUpperCase() === 'GODKÄND FÖR F-SKATT';
    },
    'Säljarens skatteregistrering är ”{value}”; där ska det stå ”Godkänd för F-skatt” (BT-32).',
    'The tax registration of the seller is “{value}”; it must read “Godkänd för F-skatt” (BT-32).',
  ),
  must(
    'SE-R-006',
    'cac:TaxCategory | cac:ClassifiedTaxCategory',
    (category, invoice) => {
      const isAsked = all(category, 'cbc:ID').some(({ text }) => text === 'S') && hasSwedishVat(invoice.seller);
      return (
        !isAsked ||
        rates.some((rate) => isSame(rate, numberAt(category, 'cbc:Percent'))) || { rate: said(category, 'cbc:Percent') }
      );
    },
    'Momssatsen {rate} finns inte i Sverige; med kategorin S är den 25, 12 eller 6 procent.',
    'There is no rate of {rate} in Sweden; in the category S it is 25, 12 or 6 per cent.',
  ),
  onGiro(
    'SE-R-007',
    'SE:PLUSGIRO',
    isNumeric,
    'Plusgironumret {value} ska bara ha siffror (BT-84).',
    'The Plusgiro number {value} must have nothing but digits (BT-84).',
  ),
  onGiro(
    'SE-R-008',
    'SE:BANKGIRO',
    isNumeric,
    'Bankgironumret {value} ska bara ha siffror (BT-84).',
    'The Bankgiro number {value} must have nothing but digits (BT-84).',
  ),
  onGiro(
    'SE-R-009',
    'SE:BANKGIRO',
    ({ length }) => length === 7 || length === 8,
    'Bankgironumret {value} ska ha 7 eller 8 siffror (BT-84).',
    'The Bankgiro number {value} must have 7 or 8 digits (BT-84).',
  ),
  onGiro(
    'SE-R-010',
    'SE:PLUSGIRO',
    ({ length }) => length >= 2 && length <= 8,
    'Plusgironumret {value} ska ha 2 till 8 siffror (BT-84).',
    'The Plusgiro number {value} must have 2 to 8 digits (BT-84).',
  ),
  should(
    'SE-R-011',
    'cac:PaymentMeans',
    (means, invoice) => {
      const code = said(means, 'cbc:PaymentMeansCode');
      return !isSwedish(invoice.seller) || (code !== '50' && code !== '56') || { code };
    },
    'Betalningssätt {code} används inte för svenska giron; bankgiro och plusgiro anges med 30 och SE:BANKGIRO eller SE:PLUSGIRO (BT-81).',
    'Means of payment {code} is not for Swedish giros; say Bankgiro and Plusgiro by 30 and SE:BANKGIRO or SE:PLUSGIRO (BT-81).',
  ),
  should(
    'SE-R-012',
    'cac:PaymentMeans',
    (means, invoice) => !isSwedish(invoice.seller) || !isSwedish(invoice.buyer) || said(means, 'cbc:PaymentMeansCode') !== '31',
    'Mellan svenska parter anges girering med betalningssätt 30, inte 31 (BT-81).',
    'Between Swedish parties a credit transfer is means of payment 30, not 31 (BT-81).',
  ),
];
