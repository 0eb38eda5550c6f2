import type { Place } from '../place.ts';
import { must, type Rule, should } from '../rule.ts';
import { isVatRegistration } from '../ubl.ts';
import { isAustralian, isBelgian, isGln, isItalianTaxCode, isItalianVat, isNorwegian, isSwedishLuhn } from './numbers.ts';

type Scheme = {
  readonly id: string;
  readonly scheme: string;
  readonly is: (number: string) => boolean;
  readonly sv: string;
  readonly en: string;
  /** How it must be built, in both languages. */
  readonly form: readonly [sv: string, en: string];
  readonly isWarning?: true;
  /** As it stands, with any white space; else without it. */
  readonly isVerbatim?: true;
};

const eachNumber = 'cbc:EndpointID | cac:PartyIdentification/cbc:ID | cbc:CompanyID';
const pattern = (form: RegExp) => (number: string) => form.test(number);

const wrongSv = (what: string, form: Scheme['form']): string => `${what} {value} är fel: det ska vara ${form[0]}.`;
const wrongEn = (what: string, form: Scheme['form']): string => `${what} {value} is wrong: it must be ${form[1]}.`;
const taxCode: Scheme['form'] = [
  'sexton tecken för en person eller elva siffror',
  'sixteen characters for a person or eleven digits',
];
const dutchVat: Scheme['form'] = ['NL, nio siffror, B och två siffror', 'NL, nine digits, B and two digits'];
/** Numbers of companies and places, by the scheme that they are given in. */
const schemes: readonly Scheme[] = [
  {
    id: 'R040',
    scheme: '0088',
    is: isGln,
    sv: 'GLN',
    en: 'The GLN',
    form: ['siffror, den sista rätt kontrollsiffra', 'digits, the last the right check digit'],
  },
  {
    id: 'R041',
    scheme: '0192',
    is: isNorwegian,
    sv: 'Det norska organisationsnumret',
    en: 'The Norwegian organisation number',
    form: ['nio siffror, den sista rätt kontrollsiffra', 'nine digits, the last the right check digit'],
  },
  {
    id: 'R042',
    scheme: '0184',
    is: pattern(/^(DK)?\d{8}$/),
    isVerbatim: true,
    sv: 'Det danska CVR-numret',
    en: 'The Danish CVR number',
    form: ['åtta siffror, med eller utan DK före', 'eight digits, with or without DK before them'],
  },
  {
    id: 'R052',
    scheme: '0096',
    is: pattern(/^\d{10}$/),
    isVerbatim: true,
    sv: 'Det danska P-numret',
    en: 'The Danish P number',
    form: ['tio siffror', 'ten digits'],
  },
  {
    id: 'R053',
    scheme: '0198',
    is: pattern(/^DK\d{8}$/),
    isVerbatim: true,
    sv: 'Det danska SE-numret',
    en: 'The Danish SE number',
    form: ['DK och åtta siffror', 'DK and eight digits'],
  },
  {
    id: 'R043',
    scheme: '0208',
    is: isBelgian,
    sv: 'Det belgiska företagsnumret',
    en: 'The Belgian enterprise number',
    form: ['tio siffror, de två sista rätt kontrollsiffror', 'ten digits, the last two the right check digits'],
  },
  {
    id: 'R044',
    scheme: '0201',
    is: pattern(/^[A-Za-z0-9]{6}$/),
    isWarning: true,
    sv: 'Den italienska IPA-koden',
    en: 'The Italian IPA code',
    form: ['sex bokstäver eller siffror', 'six letters or digits'],
  },
  {
    id: 'R045',
    scheme: '0210',
    is: isItalianTaxCode,
    isWarning: true,
    sv: 'Den italienska skattekoden',
    en: 'The Italian tax code',
    form: taxCode,
  },
  {
    id: 'R047',
    scheme: '0211',
    is: isItalianVat,
    isWarning: true,
    sv: 'Det italienska momsnumret',
    en: 'The Italian VAT number',
    form: ['IT och elva siffror med rätt kontrollsiffra', 'IT and eleven digits with the right check digit'],
  },
  {
    id: 'R049',
    scheme: '0007',
    is: (number) => number.length === 10 && isSwedishLuhn(number),
    sv: 'Organisationsnumret',
    en: 'The Swedish organisation number',
    form: [
      'tio siffror utan bindestreck, den sista rätt kontrollsiffra',
      'ten digits without a hyphen, the last the right check digit',
    ],
  },
  {
    id: 'R050',
    scheme: '0151',
    is: isAustralian,
    sv: 'Det australiska ABN',
    en: 'The Australian ABN',
    form: ['elva siffror med rätt kontrollsiffror', 'eleven digits with the right check digits'],
  },
  {
    id: 'R054',
    scheme: '0106',
    is: pattern(/^\d{8}$/),
    isWarning: true,
    sv: 'Det nederländska KvK-numret',
    en: 'The Dutch KvK number',
    form: ['åtta siffror', 'eight digits'],
  },
  {
    id: 'R055',
    scheme: '0190',
    is: pattern(/^\d{20}$/),
    isWarning: true,
    sv: 'Det nederländska OIN-numret',
    en: 'The Dutch OIN number',
    form: ['tjugo siffror', 'twenty digits'],
  },
  {
    id: 'R056-1',
    scheme: '9944',
    is: pattern(/^NL\d{9}B\d{2}$/),
    isWarning: true,
    sv: 'Det nederländska momsnumret',
    en: 'The Dutch VAT number',
    form: dutchVat,
  },
  {
    id: 'R057',
    scheme: '0217',
    is: pattern(/^\d{12}$/),
    isWarning: true,
    sv: 'Det nederländska driftställenumret',
    en: 'The Dutch establishment number',
    form: ['tolv siffror', 'twelve digits'],
  },
];

const schemesAsked = new Set(schemes.map(({ scheme }) => scheme));

const asked = ({ id, scheme, is, sv, en, form, isWarning, isVerbatim }: Scheme): Rule =>
  (isWarning === true ? should : must)(
    `PEPPOL-COMMON-${id}`,
    eachNumber,
    (place) => place.attribute('schemeID') !== scheme || is(isVerbatim === true ? place.text : place.value),
    wrongSv(sv, form),
    wrongEn(en, form),
  );

const isAskedByScheme = (place: Place): boolean => schemesAsked.has(place.attribute('schemeID') ?? '');

export const peppolCommonRules: readonly Rule[] = [
  ...schemes.map(asked),
  should(
    'PEPPOL-COMMON-R046',
    'cbc:EndpointID',
    (place) => place.attribute('schemeID') !== '9907' || isItalianTaxCode(place.value),
    wrongSv('Den italienska skattekoden', taxCode),
    wrongEn('The Italian tax code', taxCode),
  ),
  should(
    'PEPPOL-COMMON-R056-2',
    'cac:PartyTaxScheme/cbc:CompanyID',
    (place) =>
      isAskedByScheme(place) || !isVatRegistration(place) || !/^NL/.test(place.value) || /^NL\d{9}B\d{2}$/.test(place.value),
    wrongSv('Det nederländska momsnumret', dutchVat),
    wrongEn('The Dutch VAT number', dutchVat),
  ),
];
