import type { Day } from '../../base/day.ts';
import type { SupplierId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { parseVatNumber } from '../identifiers/index.ts';
import type { PlainFacts, SupplierEvent } from './events.ts';
import { plainFacts } from './events.ts';
import type { Supplier } from './supplier.ts';

/** Null: no longer known. Those that are not named stay as they are. */
export type ChangeFacts = { readonly supplierId: SupplierId; readonly facts: PlainFacts };
export type FactsRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'name-missing' }
  | { readonly code: 'wrong-vat-number' }
  | { readonly code: 'nothing-to-do' };
export type EndSupplier = { readonly supplierId: SupplierId; readonly endedOn: Day | null };
export type EndSupplierRejection = { readonly code: 'not-found' } | { readonly code: 'nothing-to-do' };

/** Changes what one person may change alone: names, addresses, how to reach them. What money hangs on is asked for: see register-changes. */
export function decideFacts(
  supplier: Supplier | undefined,
  { facts }: ChangeFacts,
): Result<readonly SupplierEvent[], FactsRejection> {
  if (supplier === undefined) return err({ code: 'not-found' });
  const tidy = tidied(facts);
  if (tidy.name === null) return err({ code: 'name-missing' });
  const vatNumber = typeof tidy.vatNumber === 'string' ? parseVatNumber(tidy.vatNumber) : undefined;
  if (vatNumber?.ok === false) return err({ code: 'wrong-vat-number' });
  const changed: PlainFacts = vatNumber === undefined ? tidy : { ...tidy, vatNumber: vatNumber.value };
  if (plainFacts.every((name) => changed[name] === undefined || changed[name] === (supplier[name] ?? null)))
    return err({ code: 'nothing-to-do' });
  return ok([{ on: 'supplier', id: supplier.id, type: 'supplier-facts-changed', facts: changed }]);
}

/** Without space at the ends; an empty text is none. */
const tidied = (facts: PlainFacts): PlainFacts =>
  Object.fromEntries(
    plainFacts.flatMap((name) => {
      const value = facts[name];
      return value === undefined ? [] : [[name, value === null || value.trim() === '' ? null : value.trim()]];
    }),
  );

/** Ends a supplier (avslutar), or takes it into use again: null. */
export function decideSupplierEnd(
  supplier: Supplier | undefined,
  { endedOn }: EndSupplier,
): Result<readonly SupplierEvent[], EndSupplierRejection> {
  if (supplier === undefined) return err({ code: 'not-found' });
  if ((supplier.endedOn ?? null) === endedOn) return err({ code: 'nothing-to-do' });
  const { id } = supplier;
  return ok([
    endedOn === null ? { on: 'supplier', id, type: 'supplier-resumed' } : { on: 'supplier', id, type: 'supplier-ended', endedOn },
  ]);
}
