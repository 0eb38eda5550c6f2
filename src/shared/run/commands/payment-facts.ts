import type { SupplierId } from '../../base/ids.ts';
import { nameKey, type PaymentFacts, type Suspect, type WarningHit, warningHits } from '../../domain/supplier-control/index.ts';
import type { SupplierInvoice } from '../../domain/supplier-invoices/index.ts';
import type { Store } from '../store.ts';

/** What a number or a name gives at most. */
const limit = 20;

/** What has to be known of an invoice's payee before money goes to it. Every look is by a key. */
export async function loadPaymentFacts(store: Store, { supplierId, fields }: SupplierInvoice): Promise<PaymentFacts> {
  const known = supplierId === undefined ? nobody : await supplierSuspect(store, supplierId);
  const suspect: Suspect = {
    names: [...known.names, fields.supplierName.value].filter(isText),
    organisationNumbers: [...known.organisationNumbers, fields.organisationNumber.value].filter(isText),
    bankgiros: [...known.bankgiros, fields.bankgiro.value].filter(isText),
    plusgiros: [...known.plusgiros, fields.plusgiro.value].filter(isText),
  };
  return {
    verdicts: supplierId === undefined ? [] : await store.find('controlVerdict', 'bySupplier', [supplierId]),
    findings: supplierId === undefined ? [] : await store.find('controlFinding', 'bySupplier', [supplierId]),
    hits: await suspicious(store, suspect),
  };
}

const nobody: Suspect = { names: [], organisationNumbers: [], bankgiros: [], plusgiros: [] };

/** By what a supplier in the register may be known on a warning list. */
export async function supplierSuspect(store: Store, supplierId: SupplierId): Promise<Suspect> {
  const supplier = await store.get('supplier', supplierId);
  if (supplier === undefined) return nobody;
  const numbers = await store.find('paymentNumber', 'bySupplier', [supplierId]);
  return {
    names: [supplier.name],
    organisationNumbers: [supplier.organisationNumber].filter(isText),
    bankgiros: numbers.filter(({ kind }) => kind === 'bankgiro').map(({ number }) => number),
    plusgiros: numbers.filter(({ kind }) => kind === 'plusgiro').map(({ number }) => number),
  };
}

const isText = (value: string | null | undefined): value is string => typeof value === 'string' && value !== '';

/** Who on the warning lists it may be. */
export async function suspicious(store: Store, suspect: Suspect): Promise<readonly WarningHit[]> {
  const found = await Promise.all([
    ...suspect.organisationNumbers.map((number) => store.find('warningListEntry', 'byOrganisationNumber', [number], limit)),
    ...suspect.bankgiros.map((number) => store.find('warningListEntry', 'byBankgiro', [number], limit)),
    ...suspect.plusgiros.map((number) => store.find('warningListEntry', 'byPlusgiro', [number], limit)),
    ...suspect.names.map((name) => store.find('warningListEntry', 'byNameKey', [nameKey(name)], limit)),
  ]);
  return warningHits(suspect, [...new Map(found.flat().map((entry) => [entry.id, entry])).values()]);
}
