import type { Day } from '../../base/day.ts';
import { holds, type Scopes, unitScope } from '../../domain/access/index.ts';
import { bandsOf, normalNumber, numberSkeleton, numberTail } from '../../domain/supplier-control/index.ts';
import {
  type Around,
  asTwin,
  type NumberOwner,
  paidKinds,
  type SupplierInvoice,
  senderKey,
  type Twin,
} from '../../domain/supplier-invoices/index.ts';
import { inForceOn, type Supplier } from '../../domain/suppliers/index.ts';
import type { Context } from '../command.ts';
import type { LookupOf } from '../entities/index.ts';
import type { LookupKey, Store } from '../store.ts';
import { familyOf, numbersOf } from './supplier-family.ts';

/** What the checks look at besides the invoice. The screen asks for the same while the clerk types. */
export async function loadAround(
  store: Store,
  invoice: SupplierInvoice | undefined,
  { today, scopes }: Pick<Context, 'today' | 'scopes'>,
): Promise<Around> {
  if (invoice === undefined) return { today, supplier: undefined, paymentNumbers: [], twins: [] };
  const { supplierId } = invoice;
  const [supplier, paymentNumbers, otherOwners, { twins, parties }] = await Promise.all([
    supplierId === undefined ? undefined : store.get('supplier', supplierId),
    supplierId === undefined ? [] : familyOf(store, supplierId).then((family) => numbersOf(store, family)),
    ownersOf(store, invoice, today),
    findTwins(store, invoice, scopes),
  ]);
  const others = otherOwners.filter((owner) => owner.supplierId !== supplierId && !parties.includes(owner.supplierId));
  return { today, supplier, paymentNumbers, otherOwners: others, twins, parties };
}

/** Whose the invoice's payment numbers are in the register: a few suppliers, for a number that more share is nobody's own. */
async function ownersOf(store: Store, { fields }: SupplierInvoice, today: Day): Promise<readonly NumberOwner[]> {
  const found = await Promise.all(
    paidKinds.flatMap((kind) => {
      const number = fields[kind].value;
      return number === null ? [] : store.find('paymentNumber', 'byNumber', [kind, number], partyLimit);
    }),
  );
  return Promise.all(
    found
      .flat()
      .filter(inForceOn(today))
      .map(async ({ kind, number, supplierId }) => {
        const owner = await store.get('supplier', supplierId);
        return { kind, number, supplierId, name: owner?.name ?? '' };
      }),
  );
}

/** What a lookup gives at most. Every one is by a key that few invoices share, so a limit is seldom met: how many there are in all does not matter. */
const limit = 20;
/** The suppliers that one party is in the register as. */
const partyLimit = 5;

/**
 * Invoices that may be the same one: the live one with the same key, a number that looks alike from the same sender, the same total
 * with the same day, end of number or sender, the same payment reference, or a picture that looks the same. Those outside `scopes` are
 * hidden. `parties`: the other keys that the sender goes by in the register.
 */
export async function findTwins(
  store: Store,
  invoice: SupplierInvoice,
  scopes: Scopes,
): Promise<{ readonly twins: readonly Twin[]; readonly parties: readonly string[] }> {
  const { invoiceNumber, invoiceDate, totalMinor, ocrReference } = invoice.fields;
  const number = invoiceNumber.value;
  const skeleton = number === null ? null : numberSkeleton(number);
  const parties = await partiesOf(store, invoice);
  const senders = [...new Set([senderKey(invoice), ...parties])].filter((key) => key !== '');
  const hash = invoice.pages[0]?.pixelHash;
  const total = totalMinor.value;
  const find = (lookup: LookupOf<'supplierInvoice'>, key: LookupKey, most = limit) =>
    store.find('supplierInvoice', lookup, key, most);
  const found = await Promise.all([
    ...senders.flatMap((sender) => [
      find('bySenderAndSkeleton', [sender, skeleton]),
      find('bySenderAndTotal', [sender, total]),
      ...(number === null ? [] : [find('byLiveKey', [`${sender}:${normalNumber(number)}`], 1)]),
    ]),
    find('byTotalAndDay', [total, invoiceDate.value]),
    find('byTotalAndTail', [total, number === null ? null : numberTail(number)]),
    find('byOcrReference', [ocrReference.value]),
    ...(hash === undefined
      ? []
      : bandsOf(hash).map((band, place) => find(`byPictureBand${place as 0 | 1 | 2 | 3}`, [`${band}:${total ?? ''}`]))),
  ]);
  const others = new Map(found.flat().map((other) => [other.id, other]));
  others.delete(invoice.id);
  const twins = [...others.values()].map((other): Twin => {
    const twin = asTwin(other, !holds(scopes, unitScope(other.unitId)));
    return isReleased(invoice, other) ? { ...twin, isReleased: true } : twin;
  });
  return { twins, parties };
}

const isReleased = (one: SupplierInvoice, other: SupplierInvoice): boolean => names(one, other) || names(other, one);

const names = ({ releasedTwins = [] }: SupplierInvoice, { id }: SupplierInvoice): boolean =>
  releasedTwins.some(({ otherId }) => otherId === id);

/**
 * The keys by which the sender may stand on other invoices: its ids in the register, those that it was merged from or into, those with its
 * organisation number, and that number itself.
 */
async function partiesOf(store: Store, { supplierId, fields }: SupplierInvoice): Promise<readonly string[]> {
  const own = supplierId === undefined ? undefined : await store.get('supplier', supplierId);
  const numbers = new Set(
    [own?.organisationNumber, fields.organisationNumber.value].filter((number) => typeof number === 'string'),
  );
  const named = await Promise.all(
    [...numbers].map((number) => store.find('supplier', 'byOrganisationNumber', [number], partyLimit)),
  );
  const suppliers: readonly Supplier[] = [...(own === undefined ? [] : [own]), ...named.flat()];
  const merged = suppliers.some(({ mergedInto }) => mergedInto !== undefined) || (await isSurvivor(store, suppliers));
  const families = merged ? await Promise.all(suppliers.map(({ id }) => familyOf(store, id))) : [suppliers];
  return [...new Set<string>([...families.flat().map(({ id }) => id), ...numbers])].filter((key) => key !== supplierId);
}

/** Most suppliers were never merged: one look tells, and spares the families. */
async function isSurvivor(store: Store, suppliers: readonly Supplier[]): Promise<boolean> {
  const absorbed = await Promise.all(suppliers.map(({ id }) => store.find('supplier', 'byMergedInto', [id], 1)));
  return absorbed.flat().length > 0;
}
