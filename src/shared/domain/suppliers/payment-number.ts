import { err, ok, type Result } from '../../base/result.ts';
import {
  accountIban,
  bankAccountText,
  type IdentifierFault,
  parseBankAccount,
  parseBankgiro,
  parseBic,
  parseIban,
  parsePlusgiro,
} from '../identifiers/index.ts';
import type { PaymentNumber, PaymentNumberKind } from './supplier.ts';

/** '5001-123 45 63' → '5001-1234563'. */
function parseAccount(text: string): Result<string, IdentifierFault> {
  const account = parseBankAccount(text);
  return account.ok ? ok(bankAccountText(account.value)) : account;
}

const parsers = {
  bankgiro: parseBankgiro,
  plusgiro: parsePlusgiro,
  iban: parseIban,
  'bank-account': parseAccount,
} satisfies Record<PaymentNumberKind, (text: string) => Result<string, IdentifierFault>>;

/** A payment number as people write it → its normal form. */
export const parsePaymentNumber = (kind: PaymentNumberKind, text: string): Result<string, IdentifierFault> => parsers[kind](text);

export type NumberFault =
  | { readonly code: 'wrong-payment-number'; readonly number: string }
  /** A BIC is of eight or eleven characters, and goes with an IBAN. */
  | { readonly code: 'wrong-bic'; readonly number: string };

/** A number and what belongs with it in their normal forms. */
export function normalNumber<Said extends { readonly kind: PaymentNumberKind; readonly number: string; readonly bic?: string }>(
  said: Said,
): Result<Said, NumberFault> {
  const number = parsePaymentNumber(said.kind, said.number);
  if (!number.ok) return err({ code: 'wrong-payment-number', number: said.number });
  if (said.bic === undefined) return ok({ ...said, number: number.value });
  const bic = parseBic(said.bic);
  if (!bic.ok || said.kind !== 'iban') return err({ code: 'wrong-bic', number: said.bic });
  return ok({ ...said, number: number.value, bic: bic.value });
}

type Number = Pick<PaymentNumber, 'kind' | 'number'>;

/**
 * Whether two numbers lead to the same account. A Swedish account and its IBAN do, where it is known how the bank writes that; a bankgiro
 * and a plusgiro never do.
 */
export function isSamePayee(one: Number, other: Number): boolean {
  if (one.kind === other.kind) return one.number === other.number;
  const iban = ibanOf(one);
  return iban !== undefined && iban === ibanOf(other);
}

/** The IBAN that a number is, or that its account has; undefined where there is none, or it is not known how its bank writes it. */
export function ibanOf({ kind, number }: Number): string | undefined {
  if (kind !== 'bank-account') return kind === 'iban' ? number : undefined;
  const account = parseBankAccount(number);
  return account.ok ? accountIban(account.value) : undefined;
}
