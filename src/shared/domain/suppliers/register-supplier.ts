import type { Id, SupplierId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import {
  type IdentifierFault,
  parseBankgiro,
  parseIban,
  parseOrganisationNumber,
  parsePlusgiro,
  parseVatNumber,
} from '../identifiers/index.ts';
import type { SupplierEvent } from './events.ts';
import type { PaymentNumberKind, Supplier } from './supplier.ts';

export type RegisterSupplier = {
  readonly supplierId: SupplierId;
  readonly name: string;
  readonly organisationNumber: string | null;
  readonly vatNumber: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly paymentNumbers: readonly {
    readonly id: Id<'paymentNumber'>;
    readonly kind: PaymentNumberKind;
    readonly number: string;
  }[];
};
export type SupplierRejection =
  | { readonly code: 'name-missing' }
  | { readonly code: 'wrong-organisation-number' }
  | { readonly code: 'wrong-vat-number' }
  | { readonly code: 'wrong-payment-number'; readonly number: string }
  | { readonly code: 'already-registered'; readonly supplierId: SupplierId; readonly name: string };

const paymentNumberParsers = { bankgiro: parseBankgiro, plusgiro: parsePlusgiro, iban: parseIban };

export const parsePaymentNumber = (kind: PaymentNumberKind, text: string): Result<string, IdentifierFault> =>
  paymentNumberParsers[kind](text);

/**
 * Puts a new supplier in the register (leverantörsupplägg).
 *
 * An organisation number is registered once; its check digit must be right, as must those of the payment numbers.
 */
export function decideSupplierRegistration(
  twins: readonly Supplier[],
  command: RegisterSupplier,
): Result<readonly SupplierEvent[], SupplierRejection> {
  const name = command.name.trim();
  if (name === '') return err({ code: 'name-missing' });
  const organisationNumber = command.organisationNumber === null ? null : parseOrganisationNumber(command.organisationNumber);
  if (organisationNumber !== null && !organisationNumber.ok) return err({ code: 'wrong-organisation-number' });
  const vatNumber = command.vatNumber === null ? null : parseVatNumber(command.vatNumber);
  if (vatNumber !== null && !vatNumber.ok) return err({ code: 'wrong-vat-number' });
  for (const { kind, number } of command.paymentNumbers)
    if (!parsePaymentNumber(kind, number).ok) return err({ code: 'wrong-payment-number', number });
  const twin = twins[0];
  if (twin !== undefined) return err({ code: 'already-registered', supplierId: twin.id, name: twin.name });

  return ok([
    {
      on: 'supplier',
      id: command.supplierId,
      type: 'supplier-registered',
      name,
      ...(organisationNumber !== null && { organisationNumber: organisationNumber.value }),
      ...(vatNumber !== null && { vatNumber: vatNumber.value }),
      ...(command.street !== null && { street: command.street }),
      ...(command.postcode !== null && { postcode: command.postcode }),
      ...(command.city !== null && { city: command.city }),
    },
    ...command.paymentNumbers.map(({ id, kind, number }): SupplierEvent => {
      const parsed = parsePaymentNumber(kind, number);
      return {
        on: 'paymentNumber',
        id,
        type: 'payment-number-registered',
        supplierId: command.supplierId,
        kind,
        number: parsed.ok ? parsed.value : number,
      };
    }),
  ]);
}
