import type { Day } from '../../base/day.ts';
import type { PersonId, SupplierId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { parseGln, parsePeppolId, parseVatNumber } from '../identifiers/index.ts';
import { type AddressFault, addressFault, tidyAddress } from '../party-facts/index.ts';
import { type ContactFault, contactFault, tidyContact } from './contacts.ts';
import { type EInvoiceFault, normalChannel } from './e-invoice-channel.ts';
import {
  type FactsToChange,
  type PlainFact,
  plainFacts,
  type SupplierEvent,
  type SupplierFacts,
  supplierFacts,
} from './events.ts';
import { bearsPersonalNumber } from './shown-supplier.ts';
import type { Supplier } from './supplier.ts';

/** Null: no longer known. Those that are not named stay as they are. `protect`: its identity is to be protected from now on. */
export type ChangeFacts = { readonly supplierId: SupplierId; readonly facts: FactsToChange; readonly protect?: boolean };
export type FactsRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'name-missing' }
  | { readonly code: 'wrong-vat-number' }
  | { readonly code: 'wrong-gln' }
  | { readonly code: 'wrong-peppol-id' }
  | AddressFault
  | ContactFault
  | EInvoiceFault
  | { readonly code: 'nothing-to-do' };
/** Null: no longer known. */
export type SetPhone = { readonly supplierId: SupplierId; readonly phone: string | null };
export type EndSupplier = { readonly supplierId: SupplierId; readonly endedOn: Day | null };
export type EndSupplierRejection = { readonly code: 'not-found' } | { readonly code: 'nothing-to-do' };

/**
 * Changes what one person may change alone: names, addresses, how to reach them, how their invoices come. What money hangs on is asked for: see
 * register-changes. One person may protect an identity, for it does no harm; two lift it.
 */
export function decideFacts(
  supplier: Supplier | undefined,
  { facts: said, protect = false }: ChangeFacts,
  { actor }: { readonly actor: PersonId },
): Result<readonly SupplierEvent[], FactsRejection> {
  if (supplier === undefined) return err({ code: 'not-found' });
  const { id } = supplier;
  const facts = normalFacts(said);
  if (!facts.ok) return facts;
  const changed = Object.fromEntries(
    supplierFacts.filter((name) => differs(facts.value[name], supplier[name])).map((name) => [name, facts.value[name]]),
  );
  const events: readonly SupplierEvent[] = [
    ...(Object.keys(changed).length > 0 ? [{ on: 'supplier', id, type: 'supplier-facts-changed', facts: changed } as const] : []),
    ...(protect && supplier.protectedBy === undefined
      ? [{ on: 'supplier', id, type: 'identity-protected', by: actor } as const]
      : []),
  ];
  return events.length === 0 ? err({ code: 'nothing-to-do' }) : ok(events);
}

/**
 * Sets the telephone number. One person may, but it is the number that is rung about a payment number, and whoever put it there may not be told to
 * ring it: so it must be known who did, which is not so of what is done without a network.
 */
export function decidePhone(
  supplier: Supplier | undefined,
  { phone: said }: SetPhone,
): Result<readonly SupplierEvent[], { readonly code: 'not-found' | 'nothing-to-do' }> {
  if (supplier === undefined) return err({ code: 'not-found' });
  const phone = said === null || said.trim() === '' ? null : said.trim();
  if (!differs(phone, supplier.phone)) return err({ code: 'nothing-to-do' });
  return ok([{ on: 'supplier', id: supplier.id, type: 'supplier-facts-changed', facts: { phone } }]);
}

/** `said`: undefined where nothing was said. Nothing known, null and an empty list are the same. */
function differs(said: unknown, known: unknown): boolean {
  const form = (value: unknown): string => JSON.stringify(Array.isArray(value) && value.length === 0 ? null : (value ?? null));
  return said !== undefined && form(said) !== form(known);
}

const parsers = {
  vatNumber: { parse: parseVatNumber, code: 'wrong-vat-number' },
  gln: { parse: parseGln, code: 'wrong-gln' },
  peppolId: { parse: parsePeppolId, code: 'wrong-peppol-id' },
} as const;
type Parsed = keyof typeof parsers;

/** Facts in their normal forms, or the first that is wrong. Nothing is asked of those that are not named. */
export function normalFacts(facts: SupplierFacts): Result<SupplierFacts, FactsRejection> {
  const tidy: { [Name in PlainFact]?: string | null } = {};
  for (const name of plainFacts) {
    const value = facts[name];
    if (value === undefined) continue;
    tidy[name] = value === null || value.trim() === '' ? null : value.trim();
  }
  if (tidy.name === null) return err({ code: 'name-missing' });
  for (const name of Object.keys(parsers) as Parsed[]) {
    const value = tidy[name];
    if (typeof value !== 'string') continue;
    const parsed = parsers[name].parse(value);
    if (!parsed.ok) return err({ code: parsers[name].code });
    tidy[name] = parsed.value;
  }
  const addresses = facts.addresses?.map(tidyAddress);
  const contacts = facts.contacts?.map(tidyContact);
  const channel = facts.eInvoice === undefined || facts.eInvoice === null ? undefined : normalChannel(facts.eInvoice);
  const fault =
    addresses?.map(addressFault).find((one) => one !== undefined) ??
    contacts?.map(contactFault).find((one) => one !== undefined) ??
    (channel?.ok === false ? channel.error : undefined);
  if (fault !== undefined) return err(fault);
  return ok({
    ...tidy,
    ...(addresses !== undefined && { addresses }),
    ...(contacts !== undefined && { contacts }),
    ...(facts.eInvoice === null && { eInvoice: null }),
    ...(channel?.ok === true && { eInvoice: channel.value }),
  });
}

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

/**
 * Shows what is covered of a supplier: a sole trader's number, where a protected identity is. Keeps who saw it and why.
 *
 * Source: dataskyddslagen (2018:218) 3 kap. 10 §: a personal number is handled without consent only where there is a weighty reason.
 */
export function decideSupplierReveal(
  supplier: Supplier | undefined,
  { reason }: { readonly reason: string },
): Result<readonly SupplierEvent[], { readonly code: 'not-found' | 'nothing-covered' }> {
  if (supplier === undefined) return err({ code: 'not-found' });
  if (!bearsPersonalNumber(supplier) && supplier.protectedBy === undefined) return err({ code: 'nothing-covered' });
  return ok([{ on: 'supplier', id: supplier.id, type: 'personal-number-revealed', reason }]);
}
