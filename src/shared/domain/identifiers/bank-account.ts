import { modulus10Digit, passesModulus10, passesModulus11 } from '../../base/check-digits.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type AccountRule, type ClearingRange, clearingRanges } from './clearing-numbers.ts';
import type { IdentifierFault } from './identifiers.ts';
import { squeeze } from './squeeze.ts';

/** A Swedish bank account (bankkonto). */
export type BankAccount = {
  /** 4 digits: the fifth that some banks write after them is a check digit, and is left out. */
  readonly clearing: string;
  /** As many digits as the bank's accounts have, zeros before. */
  readonly account: string;
  /** Whose clearing number it is; null: unknown to us. */
  readonly bank: string | null;
  /** Its check digit has been seen to be right. False where the clearing number is unknown, or the bank has accounts that pass no check. */
  readonly isChecked: boolean;
};

const lengths: Readonly<Record<AccountRule, number>> = {
  'seven-with-three': 7,
  'seven-with-four': 7,
  ten: 10,
  nine: 9,
  'up-to-ten': 10,
};

const passes: Readonly<Record<AccountRule, (clearing: string, account: string) => boolean>> = {
  'seven-with-three': (clearing, account) => passesModulus11(clearing.slice(1) + account),
  'seven-with-four': (clearing, account) => passesModulus11(clearing + account),
  ten: (_, account) => passesModulus10(account),
  nine: (_, account) => passesModulus11(account),
  'up-to-ten': (_, account) => passesModulus10(account),
};

export const clearingRangeOf = (clearing: string): ClearingRange | undefined =>
  clearingRanges.find(({ from, through }) => Number(clearing) >= from && Number(clearing) <= through);

/** Clearing number and account in one text: '5001-123 45 63', '8103-4, 904 123 4567'. The first four digits are the clearing number. */
export function parseBankAccount(text: string): Result<BankAccount, IdentifierFault> {
  const digits = squeeze(text).replaceAll(',', '');
  if (!/^\d+$/.test(digits)) return err('not-digits');
  if (digits.length < 6 || digits.length > 15) return err('wrong-length');
  const clearing = digits.slice(0, 4);
  const range = clearingRangeOf(clearing);
  const rest = digits.slice(writesFifthDigit(text, clearing) ? 5 : 4);
  if (/^0*$/.test(rest)) return err('wrong-check-digit');
  if (range === undefined) return ok({ clearing, account: rest, bank: null, isChecked: false });

  const { rule, bank } = range;
  // Zeros before are no part of the number, also where more of them are written than the bank has digits.
  const bare = rest.replace(/^0+/, '');
  const most = lengths[rule];
  if (bare.length > most) return err('wrong-length');
  const account = bare.padStart(most, '0');
  const isChecked = passes[rule](clearing, account);
  return isChecked || rule === 'up-to-ten' ? ok({ clearing, account, bank, isChecked }) : err('wrong-check-digit');
}

/** Swedbank's clearing numbers from 8000 are written with a check digit of their own, apart from the account: '8103-4'. */
function writesFifthDigit(text: string, clearing: string): boolean {
  const apart = /^\s*8\d{3}\s*[-\u2010-\u2015\u2212]?\s*(\d)[\s,\u00a0-]/.exec(text);
  return apart !== null && apart[1] === modulus10Digit(clearing);
}

/** The normal form of an account in one text: '5001-1234563'. */
export const bankAccountText = ({ clearing, account }: Pick<BankAccount, 'clearing' | 'account'>): string =>
  `${clearing}-${account}`;

/** The first three digits of the account in an IBAN, and how the rest is made up, by bank. Source: docs/identifiers.md, IBAN. */
const bankIds: { readonly [bank: string]: string } = {
  Nordea: '300',
  SEB: '500',
  Handelsbanken: '600',
  Swedbank: '800',
  'Danske Bank': '120',
  'Länsförsäkringar Bank': '902',
  Skandiabanken: '915',
};

/** The IBAN of a Swedish account; undefined where it is not known how its bank writes it. */
export function accountIban({ clearing, account, bank }: BankAccount): string | undefined {
  const bankId = bankIds[bank ?? ''];
  const range = clearingRangeOf(clearing);
  if (bankId === undefined || range === undefined) return undefined;
  const tail = ibanTail(range.rule, clearing, account);
  if (tail === undefined) return undefined;
  const digits = `${bankId}${tail.padStart(17, '0')}`;
  const check = 98n - (BigInt(`${digits}281400`) % 97n); // S is 28, E is 14 (ISO 13616)
  return `SE${String(check).padStart(2, '0')}${digits}`;
}

function ibanTail(rule: AccountRule, clearing: string, account: string): string | undefined {
  switch (rule) {
    case 'seven-with-three':
    case 'seven-with-four':
      return `${clearing}${account}`;
    case 'nine':
      return account;
    case 'ten':
      return clearing === '3300' || clearing === '3782' ? account : undefined;
    case 'up-to-ten':
      return clearing.startsWith('8') ? `${clearing}${modulus10Digit(clearing)}${account}` : undefined;
  }
}
