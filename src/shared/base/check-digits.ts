/**
 * The check digits that Swedish identifiers use. Digits come as text, since leading zeros matter.
 * An all-zero number passes both sums and is no identifier: it is refused here.
 *
 * Source: Bankgirot, "Bankernas kontonummer" (2019-08-21), the parts on 10-modul and 11-modul.
 */

const onlyDigits = (text: string): boolean => /^\d+$/.test(text) && !/^0+$/.test(text);

/** Modulus 10 (Luhn): weights 1, 2, 1, 2… from the right, digits of a product added. The last digit is the check digit. */
export function passesModulus10(digits: string): boolean {
  return digits.length > 1 && onlyDigits(digits) && luhnSum(digits) % 10 === 0;
}

/** The check digit to append to `base` by modulus 10. */
export function modulus10Digit(base: string): string {
  return String((10 - (luhnSum(`${base}0`) % 10)) % 10);
}

/** Modulus 11: weights 1, 2, … 10, 1, 2, … from the right. The last digit is the check digit. */
export function passesModulus11(digits: string): boolean {
  if (digits.length < 2 || !onlyDigits(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => total + Number(digit) * ((place % 10) + 1), 0);
  return sum % 11 === 0;
}

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
}

/** ISO 7064 modulus 97-10 as an IBAN uses it: the first four characters moved last, letters as A=10 … Z=35, remainder 1. */
export function passesModulus97(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return false;
  const moved = iban.slice(4) + iban.slice(0, 4);
  let remainder = 0;
  for (const character of moved) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
