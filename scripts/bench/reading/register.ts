import { asId } from '../../../src/shared/base/ids.ts';
import type { PaymentNumberKind } from '../../../src/shared/domain/suppliers/index.ts';
import type { WritableStore } from '../../../src/shared/run/store.ts';
import { oddsOf } from '../../../test/make/papers/odds.ts';
import { type PaperSupplier, supplierOf } from '../../../test/make/papers/suppliers.ts';
import { supplierIdOf } from './read-through.ts';

/** About seven in ten suppliers are in the register. */
export const isKnown = (supplierSeed: number): boolean => oddsOf(supplierSeed, 'register').often(0.7);

/** Puts suppliers in the register as a clerk would have, with all their numbers; one organisation number is one supplier. */
export async function registerSuppliers(store: WritableStore, supplierSeeds: readonly number[]): Promise<void> {
  for (const seed of new Set(supplierSeeds)) await putSupplier(store, supplierOf(seed));
}

export async function putSupplier(store: WritableStore, supplier: PaperSupplier): Promise<void> {
  const { seed, name, organisationNumber, vatNumber, street, postcode, city, bankgiro, plusgiro, iban } = supplier;
  if (organisationNumber !== null && (await store.find('supplier', 'byOrganisationNumber', [organisationNumber])).length > 0)
    return;
  const supplierId = supplierIdOf(seed);
  await store.put('supplier', {
    id: supplierId,
    rev: 1,
    name,
    street,
    postcode,
    city,
    ...(organisationNumber !== null && { organisationNumber }),
    ...(vatNumber !== null && { vatNumber }),
  });
  const numbers: readonly (readonly [PaymentNumberKind, string | null])[] = [
    ['bankgiro', bankgiro],
    ['plusgiro', plusgiro],
    ['iban', iban],
  ];
  for (const [place, [kind, number]] of numbers.entries())
    if (number !== null)
      await store.put('paymentNumber', {
        id: asId<'paymentNumber'>(`${supplierId.slice(0, -13)}${place + 1}${supplierId.slice(-12)}`),
        rev: 1,
        supplierId,
        kind,
        number,
      });
}
