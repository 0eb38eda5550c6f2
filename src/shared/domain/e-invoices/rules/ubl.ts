import { all, first, has, type Invoice, type Place, said } from './place.ts';

/** The words of UBL that many rules share. */

export const seller = 'cac:AccountingSupplierParty/cac:Party';
export const buyer = 'cac:AccountingCustomerParty/cac:Party';
export const allowanceWay = '/Invoice/cac:AllowanceCharge | /CreditNote/cac:AllowanceCharge';
export const lineAllowanceWay = 'line/cac:AllowanceCharge';
/** Every amount that bears a currency. */
export const amounts = [
  'Amount BaseAmount PriceAmount TaxAmount TaxableAmount LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount',
  'AllowanceTotalAmount ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount',
].flatMap((names) => names.split(' ').map((name) => `cbc:${name}`));

const saysNo = new Set(['false', '0']);
const saysYes = new Set(['true', '1']);

/** An allowance (avdrag) or a charge (tillägg), by its indicator. */
export const isAllowance = (place: Place): boolean => saysNo.has(said(place, 'cbc:ChargeIndicator'));
export const isCharge = (place: Place): boolean => saysYes.has(said(place, 'cbc:ChargeIndicator'));

/** Is a tax category or registration of VAT, and no other tax? */
export const isVat = (place: Place): boolean =>
  all(place, 'cac:TaxScheme/cbc:ID').some(({ value }) => value.toUpperCase() === 'VAT');

/** The VAT number of a party (`cac:Party` or a tax representative). */
export const vatNumber = (party: Place | undefined): Place | undefined => {
  const registration = all(party, 'cac:PartyTaxScheme').find((place) => isVat(place) && has(place, 'cbc:CompanyID'));
  return first(registration, 'cbc:CompanyID');
};

export const hasReason = (place: Place): boolean =>
  has(place, 'cbc:AllowanceChargeReason') || has(place, 'cbc:AllowanceChargeReasonCode');

/** How many decimals a number is written with. */
export const decimals = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);

export const currency = (invoice: Invoice): string => said(invoice.root, 'cbc:DocumentCurrencyCode');

/** Is a `cbc:CompanyID` the number of a registration for VAT? */
export const isVatRegistration = (number: Place): boolean =>
  all(number.parent, 'cac:TaxScheme/cbc:ID').some(({ value }) => value === 'VAT');
