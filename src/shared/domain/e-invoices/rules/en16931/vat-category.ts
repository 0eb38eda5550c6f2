/**
 * A VAT category, and what sets it apart from the others.
 *
 * - `id`, `code`: how its rules are numbered, and what stands in the file
 * - `breakdown`: `isCounted`: exactly one part, else at least one; `isVatOnly`: what other taxes have under the same letter does not count
 * - `parties`: who must be registered: `seller` in any tax, `seller-vat`, `both` (the buyer by any number), `both-vat`, or `none` may be
 * - `anyTax`: for these, an item under the letter counts even when it does not say that the tax is VAT
 * - `rate`: above zero, zero, zero or above, or none at all
 * - `isByRate`: one part of the breakdown a rate, within one unit of the currency; else the category's whole sum, exactly
 * - `isExplained`: must have a reason why no VAT is charged, else must not
 */
export type Category = {
  readonly id: string;
  readonly code: string;
  readonly sv: string;
  readonly en: string;
  readonly breakdown: { readonly isCounted: boolean; readonly isVatOnly: boolean };
  readonly parties: 'seller' | 'seller-vat' | 'both' | 'both-vat' | 'none';
  readonly partiesSv: string;
  readonly partiesEn: string;
  readonly anyTax?: readonly ('line' | 'allowance' | 'charge')[];
  readonly rate: 'positive' | 'zero' | 'any' | 'none';
  readonly rateSv: string;
  readonly rateEn: string;
  readonly isByRate: boolean;
  readonly isExplained: boolean;
};

const seller = {
  parties: 'seller',
  partiesSv: 'ska säljaren eller dess skatteombud ha ett momsregistrerings- eller skattenummer (BT-31, BT-32, BT-63)',
  partiesEn: 'the seller or its tax representative must have a VAT number or tax registration (BT-31, BT-32, BT-63)',
} as const;
const exactlyOne = { isCounted: true, isVatOnly: true };
const zeroRate = { rate: 'zero', rateSv: 'vara 0', rateEn: 'be 0', isByRate: false, breakdown: exactlyOne } as const;
const island = {
  ...seller,
  breakdown: { isCounted: false, isVatOnly: true },
  rate: 'any',
  rateSv: 'vara 0 eller mer',
  rateEn: 'be 0 or more',
  isByRate: true,
  isExplained: false,
} as const;

/** Source: EN 16931-1, the rules on VAT categories; UNTDID 5305 for the codes. */
export const categories: readonly Category[] = [
  {
    ...seller,
    id: 'BR-S',
    code: 'S',
    sv: 'S (vanlig moms)',
    en: 'S (standard rate)',
    breakdown: { isCounted: false, isVatOnly: false },
    anyTax: ['line'],
    rate: 'positive',
    rateSv: 'vara större än 0',
    rateEn: 'be above 0',
    isByRate: true,
    isExplained: false,
  },
  { ...seller, ...zeroRate, id: 'BR-Z', code: 'Z', sv: 'Z (nollsats)', en: 'Z (zero rated)', isExplained: false },
  { ...seller, ...zeroRate, id: 'BR-E', code: 'E', sv: 'E (undantagen från moms)', en: 'E (exempt from VAT)', isExplained: true },
  {
    ...zeroRate,
    id: 'BR-AE',
    code: 'AE',
    sv: 'AE (omvänd skattskyldighet)',
    en: 'AE (reverse charge)',
    parties: 'both',
    partiesSv:
      'ska säljaren ha ett momsregistrerings- eller skattenummer, och köparen ett momsregistrerings- eller organisationsnummer',
    partiesEn: 'the seller must have a VAT number or tax registration, and the buyer a VAT number or legal registration',
    isExplained: true,
  },
  {
    ...zeroRate,
    id: 'BR-IC',
    code: 'K',
    sv: 'K (försäljning inom EU)',
    en: 'K (intra-community supply)',
    parties: 'both-vat',
    partiesSv: 'ska både säljaren (eller dess skatteombud) och köparen ha momsregistreringsnummer (BT-31, BT-63, BT-48)',
    partiesEn: 'both the seller (or its tax representative) and the buyer must have a VAT number (BT-31, BT-63, BT-48)',
    isExplained: true,
  },
  {
    ...zeroRate,
    id: 'BR-G',
    code: 'G',
    sv: 'G (export utanför EU)',
    en: 'G (export outside the EU)',
    parties: 'seller-vat',
    partiesSv: 'ska säljaren eller dess skatteombud ha ett momsregistreringsnummer (BT-31, BT-63)',
    partiesEn: 'the seller or its tax representative must have a VAT number (BT-31, BT-63)',
    anyTax: ['allowance'],
    isExplained: true,
  },
  {
    ...zeroRate,
    id: 'BR-O',
    code: 'O',
    sv: 'O (utanför momsen)',
    en: 'O (not subject to VAT)',
    parties: 'none',
    partiesSv: 'får varken säljaren, dess skatteombud eller köparen ange momsregistreringsnummer (BT-31, BT-63, BT-48)',
    partiesEn: 'neither the seller, its tax representative nor the buyer may give a VAT number (BT-31, BT-63, BT-48)',
    rate: 'none',
    rateSv: 'inte finnas',
    rateEn: 'not be there',
    isExplained: true,
  },
  { ...island, id: 'BR-AF', code: 'L', sv: 'L (IGIC, Kanarieöarna)', en: 'L (IGIC, Canary Islands)' },
  { ...island, id: 'BR-AG', code: 'M', sv: 'M (IPSI, Ceuta och Melilla)', en: 'M (IPSI, Ceuta and Melilla)' },
];
