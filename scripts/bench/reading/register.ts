import { asId } from '../../../src/shared/base/ids.ts';
import type { KnownSupplier } from '../../../src/shared/domain/extraction/index.ts';
import { oddsOf } from '../../../test/make/papers/odds.ts';
import { supplierOf } from '../../../test/make/papers/suppliers.ts';

/** About seven in ten suppliers are in the register. */
export const isKnown = (supplierSeed: number): boolean => oddsOf(supplierSeed, 'register').often(0.7);

export function knownSupplier(supplierSeed: number): KnownSupplier {
  const { name, organisationNumber, vatNumber, bankgiro, plusgiro, iban } = supplierOf(supplierSeed);
  const all = (number: string | null): readonly string[] => (number === null ? [] : [number]);
  return {
    id: asId<'supplier'>(`00000000-0000-7000-8000-${supplierSeed.toString(16).padStart(12, '0')}`),
    name,
    ...(organisationNumber !== null && { organisationNumber }),
    ...(vatNumber !== null && { vatNumber }),
    bankgiros: all(bankgiro),
    plusgiros: all(plusgiro),
    ibans: all(iban),
  };
}
