import type { SupplierInvoiceId } from '../../base/ids.ts';
import { normalNumber, type SupplierInvoice, type SupplierInvoiceState, senderKey } from './supplier-invoice.ts';

/** An invoice that may be the same one (dubblett), as the checks compare it. */
export type Twin = {
  readonly id: SupplierInvoiceId;
  readonly state: SupplierInvoiceState;
  readonly senderKey: string;
  readonly number: string | null;
  readonly totalMinor: number | null;
  readonly invoiceDate: string | null;
  /** Of a unit whose rows the clerk may not see: nothing of it is told but that it is there. */
  readonly hidden: boolean;
};

/** Somebody has vouched for it, so it is on its way to be paid. */
export const isLive = ({ state }: Pick<SupplierInvoice, 'state'>): boolean => state === 'verified' || state === 'approved';

/** What an invoice shares with its exact twins: who sent it, and its number as numbers are compared. Null where either is unknown. */
export function sameKey(invoice: Pick<SupplierInvoice, 'supplierId' | 'fields'>): string | null {
  const sender = senderKey(invoice);
  const number = invoice.fields.invoiceNumber.value;
  return sender === '' || number === null ? null : `${sender}:${normalNumber(number)}`;
}

/** At most one live invoice has it, but for those that were verified despite their twin. Source: docs/rules.md, double payment. */
export const liveKey = (invoice: SupplierInvoice): string | null =>
  (invoice.state === 'verified' || invoice.state === 'approved') && invoice.despiteDuplicate === undefined
    ? sameKey(invoice)
    : null;

export const asTwin = (other: SupplierInvoice, hidden: boolean): Twin => ({
  id: other.id,
  state: other.state,
  senderKey: senderKey(other),
  number: other.fields.invoiceNumber.value,
  totalMinor: other.fields.totalMinor.value,
  invoiceDate: other.fields.invoiceDate.value,
  hidden,
});

type Compared = Pick<SupplierInvoice, 'id' | 'supplierId' | 'fields'>;

/** The twins from the same sender. One that was set aside as a duplicate stands in nobody's way. */
export function twinsOfSender(invoice: Compared, twins: readonly Twin[]): readonly Twin[] {
  const sender = senderKey(invoice);
  return twins.filter(
    (twin) => twin.id !== invoice.id && twin.senderKey === sender && sender !== '' && twin.state !== 'duplicate',
  );
}

/** The twins from the same sender with the same number. */
export function exactTwins(invoice: Compared, twins: readonly Twin[]): readonly Twin[] {
  const number = invoice.fields.invoiceNumber.value;
  if (number === null) return [];
  return twinsOfSender(invoice, twins).filter(
    (twin) => twin.number !== null && normalNumber(twin.number) === normalNumber(number),
  );
}

/** The live one among the exact twins; one that may be shown before one that may not. */
export function liveTwin(invoice: Compared, twins: readonly Twin[]): Twin | undefined {
  const live = exactTwins(invoice, twins).filter(({ state }) => state === 'verified' || state === 'approved');
  return live.find(({ hidden }) => !hidden) ?? live[0];
}
