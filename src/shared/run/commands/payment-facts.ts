import type { Day } from '../../base/day.ts';
import type { SupplierId } from '../../base/ids.ts';
import { nameKey, type PaymentFacts, type Suspect, type WarningHit, warningHits } from '../../domain/supplier-control/index.ts';
import type { SupplierInvoice } from '../../domain/supplier-invoices/index.ts';
import { inForceOn } from '../../domain/suppliers/index.ts';
import type { Store } from '../store.ts';
import { familyOf, numbersOf } from './supplier-family.ts';

/** What a number or a name gives at most. */
const limit = 20;

/** What has to be known of an invoice's payee before money goes to it. Every look is by a key. */
export async function loadPaymentFacts(store: Store, invoice: SupplierInvoice, today: Day): Promise<PaymentFacts> {
  const { supplierId, fields } = invoice;
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
    girosPassedBy: await girosPassedBy(store, invoice, today),
  };
}

/** The giros of a supplier that is to be paid to a bank account, by an IBAN and no giro. */
async function girosPassedBy(
  store: Store,
  { supplierId, fields, documentType }: SupplierInvoice,
  today: Day,
): Promise<readonly string[]> {
  const toAccount = fields.iban.value !== null && fields.bankgiro.value === null && fields.plusgiro.value === null;
  if (supplierId === undefined || !toAccount || documentType !== 'invoice') return [];
  const numbers = (await numbersOf(store, await familyOf(store, supplierId))).filter(inForceOn(today));
  return numbers.filter(({ kind }) => kind === 'bankgiro' || kind === 'plusgiro').map(({ kind, number }) => `${kind} ${number}`);
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
