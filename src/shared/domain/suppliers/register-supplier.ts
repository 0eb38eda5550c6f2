import type { Id, SupplierId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { parseTraderNumber } from '../identifiers/index.ts';
import { type FactsRejection, normalFacts } from './change-facts.ts';
import type { PlainFacts, SupplierEvent, SupplierFacts } from './events.ts';
import { type NumberFault, normalNumber } from './payment-number.ts';
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
    /** The bank of an IBAN. */
    readonly bic?: string;
    readonly holder?: string;
  }[];
  /** What more is known of it. */
  readonly facts?: Omit<SupplierFacts, 'name' | 'vatNumber' | 'street' | 'postcode' | 'city'>;
};
type FactsFault = Exclude<FactsRejection, { readonly code: 'not-found' | 'nothing-to-do' }>;
export type SupplierRejection =
  | FactsFault
  | NumberFault
  | { readonly code: 'wrong-organisation-number' }
  | { readonly code: 'already-registered'; readonly supplierId: SupplierId; readonly name: string };

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
  const organisationNumber = command.organisationNumber === null ? null : parseTraderNumber(command.organisationNumber);
  if (organisationNumber !== null && !organisationNumber.ok) return err({ code: 'wrong-organisation-number' });
  const facts = normalFacts({ ...command.facts, ...pickPlain(command), name });
  if (!facts.ok) return err(facts.error as FactsFault); // it is there, and there is something to do
  const numbers: SupplierEvent[] = [];
  for (const { id, ...said } of command.paymentNumbers) {
    const number = normalNumber(said);
    if (!number.ok) return number;
    const { supplierId } = command;
    numbers.push({ on: 'paymentNumber', id, type: 'payment-number-registered', supplierId, ...number.value });
  }
  const twin = twins[0];
  if (twin !== undefined) return err({ code: 'already-registered', supplierId: twin.id, name: twin.name });

  const number = organisationNumber === null ? {} : { organisationNumber: organisationNumber.value };
  const { supplierId: id } = command;
  return ok([{ on: 'supplier', id, type: 'supplier-registered', name, ...number, ...knownOf(facts.value) }, ...numbers]);
}

const pickPlain = ({ vatNumber, street, postcode, city }: RegisterSupplier): PlainFacts => ({
  vatNumber,
  street,
  postcode,
  city,
});

/** Without what is not known. */
const knownOf = (facts: SupplierFacts): Partial<Supplier> =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
