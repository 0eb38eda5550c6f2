import { modulus10Digit, passesModulus97 } from '../../../src/shared/base/check-digits.ts';

/** An invented company. Its numbers have right check digits and lie outside the series that are given to real companies. */
export type Company = {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly domain: string;
  /** Ten digits. */
  readonly organisationNumber: string;
  readonly vatNumber: string;
  readonly bankgiros: readonly string[];
  readonly plusgiros: readonly string[];
  readonly ibans: readonly string[];
};

const checked = (base: string): string => `${base}${modulus10Digit(base)}`;

/** A Swedish IBAN of an account: the check digits are the two that make the sum right. */
function ibanOf(account: string): string {
  for (let digits = 2; digits <= 98; digits += 1) {
    const iban = `SE${String(digits).padStart(2, '0')}${account}`;
    if (passesModulus97(iban)) return iban;
  }
  return '';
}

type Seed = Pick<Company, 'id' | 'name' | 'street' | 'postcode' | 'city' | 'phone' | 'domain'> & {
  readonly organisation: string;
  readonly bankgiro?: string;
  readonly plusgiro?: string;
  readonly account?: string;
};

/** 5559 is no series of the companies register, and 991 is Bankgirot's own series for examples. */
function company({ organisation, bankgiro, plusgiro, account, ...rest }: Seed): Company {
  const organisationNumber = checked(organisation);
  return {
    ...rest,
    organisationNumber,
    vatNumber: `SE${organisationNumber}01`,
    bankgiros: bankgiro === undefined ? [] : [checked(bankgiro)],
    plusgiros: plusgiro === undefined ? [] : [checked(plusgiro)],
    ibans: account === undefined ? [] : [ibanOf(account)],
  };
}

export const companies = {
  office: company({
    id: '0b6d3c1e-5a4f-4c58-9a51-1d7a60c2f001',
    name: 'Påhittade Kontorsvaror AB',
    street: 'Gemgatan 4',
    postcode: '999 12',
    city: 'Exempelköping',
    phone: '099-12 34 56',
    domain: 'pahittadekontorsvaror.example',
    organisation: '555901012',
    bankgiro: '991101',
  }),
  cleaning: company({
    id: '0b6d3c1e-5a4f-4c58-9a51-1d7a60c2f002',
    name: 'Låtsas Städ & Service AB',
    street: 'Moppvägen 17 B',
    postcode: '999 34',
    city: 'Låtsasby',
    phone: '099-44 55 66',
    domain: 'latsasstad.example',
    organisation: '555902234',
    bankgiro: '991202',
    account: '50000000050011234563',
  }),
  medical: company({
    id: '0b6d3c1e-5a4f-4c58-9a51-1d7a60c2f003',
    name: 'Sagolika Medicinteknik AB',
    street: 'Pulsgränd 9',
    postcode: '999 56',
    city: 'Sagostad',
    phone: '099-77 88 99',
    domain: 'sagolikamedicin.example',
    organisation: '555903345',
    bankgiro: '991303',
    plusgiro: '990123',
  }),
  energy: company({
    id: '0b6d3c1e-5a4f-4c58-9a51-1d7a60c2f004',
    name: 'Exempelkraft Energi AB',
    street: 'Strömgatan 230',
    postcode: '999 78',
    city: 'Voltinge',
    phone: '099-20 20 20',
    domain: 'exempelkraft.example',
    organisation: '555904456',
    bankgiro: '991404',
  }),
  food: company({
    id: '0b6d3c1e-5a4f-4c58-9a51-1d7a60c2f005',
    name: 'Fantasifrukt Grossist AB',
    street: 'Äppelallén 2',
    postcode: '999 90',
    city: 'Päronhamn',
    phone: '099-31 32 33',
    domain: 'fantasifrukt.example',
    organisation: '555905567',
    bankgiro: '991505',
  }),
  transport: company({
    id: '0b6d3c1e-5a4f-4c58-9a51-1d7a60c2f006',
    name: 'Tänkta Transporter Handelsbolag',
    street: 'Lastkajen 6',
    postcode: '999 21',
    city: 'Omvägen',
    phone: '099-60 61 62',
    domain: 'tanktatransporter.example',
    organisation: '959906678',
    bankgiro: '991606',
    plusgiro: '990456',
  }),
  /** Not in the register. */
  garden: company({
    id: '0b6d3c1e-5a4f-4c58-9a51-1d7a60c2f007',
    name: 'Okända Trädgårdar AB',
    street: 'Spadvägen 33',
    postcode: '999 43',
    city: 'Ogräshult',
    phone: '099-81 82 83',
    domain: 'okandatradgardar.example',
    organisation: '555907789',
    bankgiro: '991707',
  }),
} as const;

/** The buyer on every demonstration document: a region that does not exist. */
export const buyer = {
  name: 'Region Exempel',
  unit: 'Servicecentrum',
  street: 'Box 1001',
  postcode: '999 01',
  city: 'Exempelstad',
  organisationNumber: checked('212900123'),
} as const;
