import { modulus10Digit, passesModulus97 } from '../../../src/shared/base/check-digits.ts';
import { foreignSupplier } from './foreign-suppliers.ts';
import { companyName, phone, plainLetters, postcode, street, town } from './names.ts';
import { type Odds, oddsOf } from './odds.ts';

/** Who sends invoices. Numbers have right check digits and lie outside the series that are given to real companies. */
export type PaperSupplier = {
  readonly seed: number;
  /** As registered, with its legal form. */
  readonly name: string;
  /** What stands in the logo. */
  readonly brand: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: 'SE' | 'NO' | 'DK' | 'FI' | 'DE' | 'GB' | 'NL' | 'EE';
  readonly phone: string;
  readonly email: string;
  readonly web: string;
  /** Ten digits; null for a foreign company. */
  readonly organisationNumber: string | null;
  readonly vatNumber: string | null;
  /** What a foreign register calls it: 'CVR 12345678'. */
  readonly foreignNumber: { readonly label: string; readonly number: string } | null;
  readonly bankgiro: string | null;
  readonly plusgiro: string | null;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly numbering: Numbering;
  readonly ocr: OcrStyle;
  readonly termsDays: number;
  readonly roundsToKronor: boolean;
};
/** How its invoices are numbered; a letter stands for itself, 9 for a counting digit, Y for the year. */
export type Numbering = string;
/** How it forms its OCR references; `none`: is paid by invoice number or free text; `same`: the invoice number is one. */
export type OcrStyle = 'none' | 'same' | 'number' | 'number-with-length' | 'customer-and-number' | 'own';

const checked = (base: string): string => `${base}${modulus10Digit(base)}`;

/** The check digits of an IBAN are the two that make its sum right. */
export function ibanOf(country: string, account: string): string {
  for (let digits = 2; digits <= 98; digits += 1) {
    const iban = `${country}${String(digits).padStart(2, '0')}${account}`;
    if (passesModulus97(iban)) return iban;
  }
  throw new Error(`No check digits fit ${country} ${account}`);
}

/** 5559, 7159, 7699 and 8029 are no series of the companies register. */
const organisationNumberOf = (form: string, odds: Odds): string => {
  const series =
    form === 'Ek. för.'
      ? '7699'
      : form === 'Stiftelsen'
        ? '8029'
        : form === 'HB' || form === 'KB' || form === 'Handelsbolag'
          ? '9699'
          : '5559';
  return checked(`${series}${String(odds.whole(0, 99_999)).padStart(5, '0')}`);
};

const banks = { '5000': 'ESSESESS', '6000': 'HANDSESS', '8000': 'SWEDSESS', '3000': 'NDEASESS', '1200': 'DABASESX' } as const;

export function supplierOf(seed: number): PaperSupplier {
  const odds = oddsOf(seed, 'supplier');
  if (odds.often(0.09)) return foreignSupplier(seed, odds);
  const { name, stem, form } = companyName(odds);
  const organisationNumber = organisationNumberOf(form, odds);
  const paid = odds.weighted({ bankgiro: 66, plusgiro: 6, both: 16, iban: 2, 'bankgiro and iban': 10 });
  const hasBankgiro = paid !== 'plusgiro' && paid !== 'iban';
  const hasPlusgiro = paid === 'plusgiro' || paid === 'both';
  const hasIban = paid === 'iban' || paid === 'bankgiro and iban' || odds.often(0.2);
  const bank = odds.pick(Object.keys(banks) as [keyof typeof banks]);
  const domain = `${plainLetters(stem)}.${odds.often(0.6) ? 'example' : 'se.example'}`;
  return {
    seed,
    name,
    brand: odds.weighted({ name: 5, stem: 3, upper: 2 }) === 'name' ? name : odds.often(0.5) ? stem : stem.toUpperCase(),
    street: street(odds),
    postcode: postcode(odds),
    city: town(odds),
    country: 'SE',
    phone: phone(odds),
    email: `${odds.pick(['info', 'faktura', 'ekonomi', 'kontakt', 'order'] as const)}@${domain}`,
    web: odds.often(0.7) ? `www.${domain}` : domain,
    organisationNumber,
    vatNumber: `SE${organisationNumber}01`,
    foreignNumber: null,
    bankgiro: hasBankgiro ? checked(`99${odds.digits(odds.often(0.55) ? 4 : 5)}`) : null,
    plusgiro: hasPlusgiro ? checked(`99${odds.digits(odds.whole(2, 5))}`) : null,
    iban: hasIban ? ibanOf('SE', `${bank.slice(0, 1)}00${odds.digits(17)}`) : null,
    bic: hasIban ? banks[bank] : null,
    numbering: odds.pick(numberings),
    ocr: odds.weighted({ none: 30, same: 12, number: 14, 'number-with-length': 18, 'customer-and-number': 16, own: 16 }),
    termsDays: odds.pick([30, 30, 30, 30, 20, 10, 14, 15, 28, 60]),
    roundsToKronor: odds.often(0.4),
  };
}

const numberings = [
  '999',
  '9999',
  '99999',
  '99999',
  '999999',
  '999999',
  '9999999',
  '99999999',
  '9999999999',
  'F99999',
  'F-9999',
  'YYYY-999',
  'YYYY9999',
  'YY-9999',
  'YY9999',
  '1-99999',
  'INV-YYYY-9999',
  'FA999999',
  'S9999',
  'YYYY/999',
  'K99-9999',
  'FV-999999',
  '99 9999',
  '99-999-9',
  'AB99999',
  'SI9999999',
] as const;
