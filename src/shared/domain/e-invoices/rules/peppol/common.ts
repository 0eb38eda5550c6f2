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
  readonly isWarning?: true;
  /** As it stands, with any white space; else without it. */
  readonly isVerbatim?: true;
};

const eachNumber = 'cbc:EndpointID | cac:PartyIdentification/cbc:ID | cbc:CompanyID';
const pattern = (form: RegExp) => (number: string) => form.test(number);

/** Numbers of companies and places, by the scheme that they are given in. */
const schemes: readonly Scheme[] = [
  { id: 'R040', scheme: '0088', is: isGln, sv: 'GLN', en: 'The GLN' },
  { id: 'R041', scheme: '0192', is: isNorwegian, sv: 'Det norska organisationsnumret', en: 'The Norwegian organisation number' },
  {
    id: 'R042',
    scheme: '0184',
    is: pattern(/^(DK)?\d{8}$/),
    isVerbatim: true,
    sv: 'Det danska CVR-numret',
    en: 'The Danish CVR number',
  },
  { id: 'R052', scheme: '0096', is: pattern(/^\d{10}$/), isVerbatim: true, sv: 'Det danska P-numret', en: 'The Danish P number' },
  {
    id: 'R053',
    scheme: '0198',
    is: pattern(/^DK\d{8}$/),
    isVerbatim: true,
    sv: 'Det danska SE-numret',
    en: 'The Danish SE number',
  },
  { id: 'R043', scheme: '0208', is: isBelgian, sv: 'Det belgiska företagsnumret', en: 'The Belgian enterprise number' },
  {
    id: 'R044',
    scheme: '0201',
    is: pattern(/^[A-Za-z0-9]{6}$/),
    isWarning: true,
    sv: 'Den italienska IPA-koden',
    en: 'The Italian IPA code',
  },
  {
    id: 'R045',
    scheme: '0210',
    is: isItalianTaxCode,
    isWarning: true,
    sv: 'Den italienska skattekoden',
    en: 'The Italian tax code',
  },
  {
    id: 'R047',
    scheme: '0211',
    is: isItalianVat,
    isWarning: true,
    sv: 'Det italienska momsnumret',
    en: 'The Italian VAT number',
  },
  {
    id: 'R049',
    scheme: '0007',
    is: (number) => number.length === 10 && isSwedishLuhn(number),
    sv: 'Organisationsnumret',
    en: 'The Swedish organisation number',
  },
  { id: 'R050', scheme: '0151', is: isAustralian, sv: 'Det australiska ABN', en: 'The Australian ABN' },
  {
    id: 'R054',
    scheme: '0106',
    is: pattern(/^\d{8}$/),
    isWarning: true,
    sv: 'Det nederländska KvK-numret',
    en: 'The Dutch KvK number',
  },
  {
    id: 'R055',
    scheme: '0190',
    is: pattern(/^\d{20}$/),
    isWarning: true,
    sv: 'Det nederländska OIN-numret',
    en: 'The Dutch OIN number',
  },
  {
    id: 'R056-1',
    scheme: '9944',
    is: pattern(/^NL\d{9}B\d{2}$/),
    isWarning: true,
    sv: 'Det nederländska momsnumret',
    en: 'The Dutch VAT number',
  },
  {
    id: 'R057',
    scheme: '0217',
    is: pattern(/^\d{12}$/),
    isWarning: true,
    sv: 'Det nederländska driftställenumret',
    en: 'The Dutch establishment number',
  },
];

const wrongSv = (what: string): string => `${what} {value} är inte rätt uppbyggt.`;
const wrongEn = (what: string): string => `${what} {value} is not built as it must be.`;
const schemesAsked = new Set(schemes.map(({ scheme }) => scheme));

const asked = ({ id, scheme, is, sv, en, isWarning, isVerbatim }: Scheme): Rule =>
  (isWarning === true ? should : must)(
    `PEPPOL-COMMON-${id}`,
    eachNumber,
    (place) => place.attribute('schemeID') !== scheme || is(isVerbatim === true ? place.text : place.value),
    wrongSv(sv),
    wrongEn(en),
  );

const isAskedByScheme = (place: Place): boolean => schemesAsked.has(place.attribute('schemeID') ?? '');

export const peppolCommonRules: readonly Rule[] = [
  ...schemes.map(asked),
  should(
    'PEPPOL-COMMON-R046',
    'cbc:EndpointID',
    (place) => place.attribute('schemeID') !== '9907' || isItalianTaxCode(place.value),
    wrongSv('Den italienska skattekoden'),
    wrongEn('The Italian tax code'),
  ),
  should(
    'PEPPOL-COMMON-R056-2',
    'cac:PartyTaxScheme/cbc:CompanyID',
    (place) =>
      isAskedByScheme(place) || !isVatRegistration(place) || !/^NL/.test(place.value) || /^NL\d{9}B\d{2}$/.test(place.value),
    wrongSv('Det nederländska momsnumret'),
    wrongEn('The Dutch VAT number'),
  ),
];
