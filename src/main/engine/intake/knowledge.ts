import { type Day, dayInSweden } from '../../../shared/base/day.ts';
import type { SupplierId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type {
  Around,
  KnownSupplier,
  LearnedAnchor,
  SupplierKeys,
  VerifiedPlaces,
} from '../../../shared/domain/extraction/index.ts';
import type { Proposal } from '../../../shared/domain/invoice-fields/index.ts';
import type { LearnedRule } from '../../../shared/domain/learned-rules/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { ibanOf, inForceOn } from '../../../shared/domain/suppliers/index.ts';
import type { Store } from '../../../shared/run/store.ts';

/** So many verified invoices of a supplier show where its fields stand. */
const placesOf = 3;
const allRules = 1_000;

export type Register = {
  readonly store: Store;
  readonly clock: () => number;
  /** A supplier's verified invoices, the latest first. */
  readonly verified: (supplierId: SupplierId, limit: number) => readonly SupplierInvoiceId[];
};

/** What the register knows of the suppliers that any of these numbers names, and of their layouts. */
export async function knowledgeOf({ store, clock, verified }: Register, keys: SupplierKeys): Promise<Around> {
  const today = dayInSweden(clock());
  const suppliers = await knownSuppliers(store, keys, today);
  const anchors = await Promise.all(suppliers.map(({ id }) => activeAnchors(store, id)));
  const repeated = await Promise.all(suppliers.map(({ id }) => verifiedPlaces(store, verified(id, placesOf))));
  return { suppliers, anchors: anchors.flat(), repeated: repeated.flat(), today };
}

const activeAnchors = async (store: Store, supplierId: SupplierId): Promise<readonly LearnedAnchor[]> =>
  (await store.find('learnedRule', 'bySupplier', [supplierId], allRules))
    .filter(({ state }) => state === 'active')
    .map(asLearnedAnchor);

export const asLearnedAnchor = ({ id, supplierId, anchor }: LearnedRule): LearnedAnchor => ({
  ...anchor,
  ruleId: id,
  supplierId,
});

/** Where the fields stand on these invoices. */
export async function verifiedPlaces(store: Store, ids: readonly SupplierInvoiceId[]): Promise<readonly VerifiedPlaces[]> {
  const invoices = await Promise.all(ids.map((id) => store.get('supplierInvoice', id)));
  return invoices.flatMap((invoice) => (invoice === undefined ? [] : placesOn(invoice)));
}

function placesOn({ id, supplierId, pages, fields }: SupplierInvoice): readonly VerifiedPlaces[] {
  const first = pages.find(({ isAppendix }) => isAppendix !== true)?.page;
  return supplierId === undefined || first === undefined ? [] : [{ invoiceId: id, supplierId, firstPage: first, fields }];
}

/** The suppliers of the register that any of these numbers names. */
async function knownSuppliers(store: Store, keys: SupplierKeys, today: Day): Promise<readonly KnownSupplier[]> {
  const byNumber = await Promise.all(
    organisationNumbersIn(keys).map((number) => store.find('supplier', 'byOrganisationNumber', [number])),
  );
  const paid = [
    ...keys.bankgiros.map((number) => ['bankgiro', number] as const),
    ...keys.plusgiros.map((number) => ['plusgiro', number] as const),
    ...keys.ibans.map((number) => ['iban', number] as const),
  ];
  const byGiro = await Promise.all(paid.map(([kind, number]) => store.find('paymentNumber', 'byNumber', [kind, number])));
  const payees = byGiro.flat().filter(inForceOn(today));
  const ids = new Set([...byNumber.flat().map(({ id }) => id), ...payees.map(({ supplierId }) => supplierId)]);
  const suppliers = await Promise.all([...ids].slice(0, 50).map((id) => withPaymentNumbers(store, id, today)));
  return suppliers.filter((supplier) => supplier !== undefined);
}

/** Those told by themselves, and those in Swedish VAT numbers. */
const organisationNumbersIn = ({ organisationNumbers, vatNumbers }: SupplierKeys): readonly string[] => [
  ...new Set([
    ...organisationNumbers,
    ...vatNumbers.filter((number) => number.startsWith('SE')).map((number) => number.slice(2, 12)),
  ]),
];

/** A supplier with the numbers that are in force: one that has ended is no sign of it, and proves nothing. */
export async function withPaymentNumbers(store: Store, id: KnownSupplier['id'], today: Day): Promise<KnownSupplier | undefined> {
  const supplier = await store.get('supplier', id);
  if (supplier === undefined) return undefined;
  const numbers = (await store.find('paymentNumber', 'bySupplier', [id])).filter(inForceOn(today));
  const ofKind = (kind: string) => numbers.filter((number) => number.kind === kind).map(({ number }) => number);
  const { name, organisationNumber, vatNumber } = supplier;
  return {
    id,
    name,
    ...(organisationNumber !== undefined && { organisationNumber }),
    ...(vatNumber !== undefined && { vatNumber }),
    bankgiros: ofKind('bankgiro'),
    plusgiros: ofKind('plusgiro'),
    ibans: [...new Set(numbers.flatMap((number) => ibanOf(number) ?? []))],
  };
}

/** The supplier of the register that a document's numbers name, when they name just one; by where to pay alone, it must be whom the reading takes for the sender. */
export function supplierOf({ fields }: Proposal, suppliers: readonly KnownSupplier[]): KnownSupplier | undefined {
  const owners = suppliers.filter(
    ({ name, organisationNumber, vatNumber, bankgiros, plusgiros, ibans }) =>
      (organisationNumber !== undefined && organisationNumber === fields.organisationNumber.value) ||
      (fields.organisationNumber.value === null &&
        fields.supplierName.value === name &&
        (includes(bankgiros, fields.bankgiro.value) ||
          includes(plusgiros, fields.plusgiro.value) ||
          includes(ibans, fields.iban.value) ||
          (vatNumber !== undefined && vatNumber === fields.vatNumber.value))),
  );
  return owners.length === 1 ? owners[0] : undefined;
}

const includes = (numbers: readonly string[], number: string | null): boolean => number !== null && numbers.includes(number);
