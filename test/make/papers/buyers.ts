import { modulus10Digit } from '../../../src/shared/base/check-digits.ts';
import { companyStem, personName, postcode, street, town } from './names.ts';
import type { Odds } from './odds.ts';

/** Who is billed: a public body that does not exist, and the things it wants printed. */
export type PaperBuyer = {
  readonly name: string;
  readonly unit: string | null;
  readonly attention: string | null;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly organisationNumber: string;
  readonly deliveryName: string;
  readonly deliveryStreet: string;
};

const units = [
  'Servicecentrum',
  'Ekonomi',
  'Fakturaenheten',
  'Leverantörsfakturor',
  'Skanningcentralen',
  'FE 4410',
  'Redovisning',
  'Gemensam service',
] as const;
const places = [
  'Lasarettet',
  'Skolan Norr',
  'Kök 4',
  'Förråd B',
  'Hus 12',
  'Vårdcentralen',
  'Tekniska kontoret',
  'Biblioteket',
  'Centrallagret',
] as const;

export function buyerOf(odds: Odds): PaperBuyer {
  const place = companyStem(odds);
  const kind = odds.weighted({ Region: 3, kommun: 5, stad: 1, myndighet: 2, universitet: 1, bolag: 1 });
  const name =
    kind === 'Region'
      ? `Region ${place}`
      : kind === 'kommun'
        ? `${place}s kommun`
        : kind === 'stad'
          ? `${place}s stad`
          : kind === 'universitet'
            ? `${place}s universitet`
            : kind === 'bolag'
              ? `${place}s Bostäder AB`
              : `Myndigheten för ${place.toLowerCase()}`;
  return {
    name,
    unit: odds.often(0.6) ? odds.pick(units) : null,
    attention: odds.often(0.2) ? `Att: ${personName(odds)}` : null,
    street: odds.often(0.5) ? `Box ${odds.whole(100, 9_000)}` : street(odds),
    postcode: postcode(odds),
    city: town(odds),
    organisationNumber: checked(`${odds.pick(['2129', '2329', '2029'] as const)}${odds.digits(5)}`),
    deliveryName: `${name.split(' ').at(0)} ${odds.pick(places)}`,
    deliveryStreet: street(odds),
  };
}

const checked = (base: string): string => `${base}${modulus10Digit(base)}`;
