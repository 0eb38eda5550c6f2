import { passesModulus10 } from '../../../../base/check-digits.ts';

/** How numbers under each scheme of ISO 6523 are built: true where the number is right. Digits come without white space around. */

const digits = (text: string): readonly number[] => [...text].map(Number);
const weighted = (numbers: readonly number[], weights: readonly number[]): number =>
  numbers.reduce((sum, digit, place) => sum + digit * (weights[place % weights.length] ?? 0), 0);

/** GLN (GS1), scheme 0088: weights 3, 1, 3, 1… from the right before the check digit. The published rule asks for no length. */
export const isGln = (text: string): boolean =>
  /^\d+$/.test(text) && (10 - (weighted(digits(text.slice(0, -1)).toReversed(), [3, 1]) % 10)) % 10 === Number(text.slice(-1));

/**
 * Swedish organisation number, scheme 0007, by Luhn over ten digits. A number of zeros passes the published rule, and ours.
 * Source: PEPPOL-COMMON-R049, SE-R-013.
 */
export const isSwedishLuhn = (text: string): boolean =>
  /^\d{10,}$/.test(text) && (passesModulus10(text.slice(0, 10)) || /^0+$/.test(text.slice(0, 10)));

/** Norwegian organisation number, scheme 0192: nine digits, modulus 11 with weights 2…7 from the right. */
export const isNorwegian = (text: string): boolean =>
  /^\d{9}$/.test(text) &&
  Number(text) > 0 &&
  (11 - (weighted(digits(text.slice(0, -1)).toReversed(), [2, 3, 4, 5, 6, 7]) % 11)) % 11 === Number(text.slice(-1));

/** Belgian enterprise number, scheme 0208: ten digits, the last two are 97 less the rest modulo 97. */
export const isBelgian = (text: string): boolean =>
  /^\d{10}$/.test(text) && 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8));

/** Australian business number, scheme 0151: eleven digits, modulus 89, the first digit less one. */
export const isAustralian = (text: string): boolean =>
  /^\d{11}$/.test(text) &&
  weighted([Number(text[0]) - 1, ...digits(text.slice(1))], [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 === 0;

/** Italian tax code, schemes 0210 and 9907: sixteen characters of the right kinds, or eleven digits. */
export const isItalianTaxCode = (text: string): boolean =>
  /^[A-Za-z]{6}\d{2}[A-Za-z]\d{2}.{3}\d[A-Za-z]$/.test(text) || /^\d{11}$/.test(text);

/** Italian VAT number, scheme 0211: IT and eleven digits, by Luhn from the left; another country's is not asked. */
export function isItalianVat(text: string): boolean {
  if (!/^it/i.test(text)) return true;
  const number = text.slice(2);
  if (!/^\d{11}$/.test(number)) return false;
  const sum = digits(number).reduce((total, digit, place) => {
    const product = place % 2 === 0 ? digit : digit * 2;
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
