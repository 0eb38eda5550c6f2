import { companyStem, plainLetters } from './names.ts';
import type { Odds } from './odds.ts';
import { ibanOf, type PaperSupplier } from './suppliers.ts';

type Country = Exclude<PaperSupplier['country'], 'SE'>;
type Land = {
  readonly forms: readonly [string, ...string[]];
  readonly register: string;
  readonly numberDigits: number;
  readonly vat: (number: string, odds: Odds) => string;
  readonly account: (odds: Odds) => string;
  readonly postcode: (odds: Odds) => string;
  readonly towns: readonly [string, ...string[]];
  readonly streets: readonly [string, ...string[]];
  readonly phone: string;
};

const lands: Readonly<Record<Country, Land>> = {
  NO: {
    forms: ['AS', 'ASA'],
    register: 'Org.nr',
    numberDigits: 9,
    vat: (number) => `NO${number}MVA`,
    account: (odds) => odds.digits(11),
    postcode: (odds) => odds.digits(4),
    towns: ['Oslund', 'Bergvik', 'Trondheim Øst', 'Stavang'],
    streets: ['Storgata', 'Industriveien', 'Sjøgata'],
    phone: '+47',
  },
  DK: {
    forms: ['A/S', 'ApS'],
    register: 'CVR-nr.',
    numberDigits: 8,
    vat: (number) => `DK${number}`,
    account: (odds) => odds.digits(14),
    postcode: (odds) => odds.digits(4),
    towns: ['Københaven', 'Odenslev', 'Aarhusby'],
    streets: ['Industrivej', 'Havnegade', 'Nørregade'],
    phone: '+45',
  },
  FI: {
    forms: ['Oy', 'Oy Ab'],
    register: 'Y-tunnus',
    numberDigits: 8,
    vat: (number) => `FI${number}`,
    account: (odds) => odds.digits(14),
    postcode: (odds) => odds.digits(5),
    towns: ['Helsingby', 'Tampela', 'Esbola'],
    streets: ['Teollisuuskatu', 'Satamatie'],
    phone: '+358',
  },
  DE: {
    forms: ['GmbH', 'GmbH & Co. KG', 'AG'],
    register: 'HRB',
    numberDigits: 6,
    vat: (_, odds) => `DE${odds.digits(9)}`,
    account: (odds) => odds.digits(18),
    postcode: (odds) => odds.digits(5),
    towns: ['Musterstadt', 'Hamberg', 'Neudorf'],
    streets: ['Industriestraße', 'Hauptstraße', 'Am Hafen'],
    phone: '+49',
  },
  GB: {
    forms: ['Ltd', 'Limited', 'PLC'],
    register: 'Company No.',
    numberDigits: 8,
    vat: (_, odds) => `GB${odds.digits(9)}`,
    account: (odds) => `ABCD${odds.digits(14)}`,
    postcode: (odds) => `EX${odds.whole(1, 9)} ${odds.whole(1, 9)}AB`,
    towns: ['Exampleton', 'Northby', 'Kingsworth'],
    streets: ['High Street', 'Mill Road', 'Station Lane'],
    phone: '+44',
  },
  NL: {
    forms: ['B.V.', 'N.V.'],
    register: 'KvK',
    numberDigits: 8,
    vat: (_, odds) => `NL${odds.digits(9)}B01`,
    account: (odds) => `ABNA${odds.digits(10)}`,
    postcode: (odds) => `${odds.digits(4)} EX`,
    towns: ['Voorbeeld', 'Nieuwdam'],
    streets: ['Kerkstraat', 'Havenweg'],
    phone: '+31',
  },
  EE: {
    forms: ['OÜ', 'AS'],
    register: 'Reg. nr',
    numberDigits: 8,
    vat: (_, odds) => `EE${odds.digits(9)}`,
    account: (odds) => odds.digits(16),
    postcode: (odds) => odds.digits(5),
    towns: ['Tallinna', 'Näidisküla'],
    streets: ['Pärnu mnt', 'Tehase'],
    phone: '+372',
  },
};
const trades = [
  'Medical',
  'Solutions',
  'Software',
  'Instruments',
  'Logistics',
  'Publishing',
  'Trading',
  'Systems',
  'Diagnostics',
  'Books',
] as const;

/** A supplier abroad: no Swedish numbers, paid by IBAN. */
export function foreignSupplier(seed: number, odds: Odds): PaperSupplier {
  const country = odds.weighted<Country>({ NO: 3, DK: 3, FI: 2, DE: 4, GB: 3, NL: 2, EE: 1 });
  const land = lands[country];
  const stem = companyStem(odds);
  const domain = `${plainLetters(stem)}.example`;
  const number = odds.digits(land.numberDigits);
  return {
    seed,
    name: `${stem} ${odds.pick(trades)} ${odds.pick(land.forms)}`,
    brand: stem,
    street: `${odds.pick(land.streets)} ${odds.whole(1, 200)}`,
    postcode: land.postcode(odds),
    city: odds.pick(land.towns),
    country,
    phone: `${land.phone} ${odds.digits(3)} ${odds.digits(5)}`,
    email: `invoice@${domain}`,
    web: `www.${domain}`,
    organisationNumber: null,
    vatNumber: land.vat(number, odds),
    foreignNumber: { label: land.register, number },
    bankgiro: null,
    plusgiro: null,
    iban: ibanOf(country, land.account(odds)),
    bic: `${odds.pick(['DNBA', 'NDEA', 'DEUT', 'BARC', 'ABNA', 'HABA'] as const)}${country}22`,
    numbering: odds.pick(['INV-99999', '9999999', 'YYYY-9999', 'RE999999', '99999'] as const),
    ocr: 'none',
    termsDays: odds.pick([30, 14, 30, 45]),
    roundsToKronor: false,
  };
}
