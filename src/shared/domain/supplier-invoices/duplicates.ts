import type { SupplierInvoiceId } from '../../base/ids.ts';
import { type InvoiceTrace, judgeTwins, nameKey, normalNumber, type TwinVerdict } from '../supplier-control/index.ts';
import { isNotice, type SupplierInvoice, type SupplierInvoiceState, senderKey } from './supplier-invoice.ts';

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
  /** Somebody has said that it is another one. */
  readonly isReleased?: boolean;
} & Partial<Omit<InvoiceTrace, 'id' | 'number' | 'totalMinor' | 'invoiceDate'>>;

/** Somebody has vouched for it, so it is on its way to be paid. */
export const isLive = ({ state }: Pick<SupplierInvoice, 'state'>): boolean => state === 'verified' || state === 'approved';

/** It was set aside as a duplicate, or went back to its supplier: it stands in nobody's way. */
const isOut = ({ state }: Pick<Twin, 'state'>): boolean => state === 'duplicate' || state === 'returned';

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

/** What of an invoice is compared. `parties`: other keys of its sender in the register. */
export function traceOf(invoice: Compared, parties: readonly string[] = []): InvoiceTrace {
  const { supplierId, fields, documentType, pages } = invoice;
  const own = [supplierId, fields.organisationNumber.value, senderKey(invoice)].filter((key) => typeof key === 'string');
  return {
    id: invoice.id,
    parties: [...new Set([...own, ...parties])].filter((key) => key !== ''),
    name: nameKey(fields.supplierName.value ?? ''),
    payees: (['bankgiro', 'plusgiro', 'iban'] as const).flatMap((kind) => {
      const number = fields[kind].value;
      return number === null ? [] : `${kind}:${number}`;
    }),
    number: fields.invoiceNumber.value,
    ocrReference: fields.ocrReference.value,
    totalMinor: fields.totalMinor.value,
    invoiceDate: fields.invoiceDate.value,
    buyerReference: fields.buyerReference.value,
    pixelHash: pages[0]?.pixelHash ?? null,
    isNotice: isNotice(documentType),
  };
}

export const asTwin = (other: SupplierInvoice, hidden: boolean, parties: readonly string[] = []): Twin => ({
  ...traceOf(other, parties),
  state: other.state,
  senderKey: senderKey(other),
  hidden,
});

const traceOfTwin = ({ state: _, senderKey: sender, hidden: __, isReleased: ___, ...twin }: Twin): InvoiceTrace => ({
  ...{
    parties: sender === '' ? [] : [sender],
    name: '',
    payees: [],
    ocrReference: null,
    buyerReference: null,
    pixelHash: null,
    isNotice: false,
  },
  ...twin,
});

type Compared = Pick<SupplierInvoice, 'id' | 'supplierId' | 'fields' | 'documentType' | 'pages'>;

/** The twins from the same sender, but for those that stand in nobody's way. */
export function twinsOfSender(invoice: Compared, twins: readonly Twin[], parties: readonly string[] = []): readonly Twin[] {
  const own = traceOf(invoice, parties).parties;
  return twins.filter(
    (twin) => twin.id !== invoice.id && !isOut(twin) && traceOfTwin(twin).parties.some((key) => own.includes(key)),
  );
}

/** The twins from the same sender with the same number. */
export function exactTwins(invoice: Compared, twins: readonly Twin[], parties: readonly string[] = []): readonly Twin[] {
  const number = invoice.fields.invoiceNumber.value;
  if (number === null) return [];
  return twinsOfSender(invoice, twins, parties).filter(
    (twin) => twin.number !== null && normalNumber(twin.number) === normalNumber(number),
  );
}

/** The live one among the exact twins; one that may be shown before one that may not. */
export function liveTwin(invoice: Compared, twins: readonly Twin[], parties: readonly string[] = []): Twin | undefined {
  const live = exactTwins(invoice, twins, parties).filter(({ state }) => state === 'verified' || state === 'approved');
  return live.find(({ hidden }) => !hidden) ?? live[0];
}

/** The twins that are worth asking about, the strongest first, and what speaks for each. */
export function alikeTwins(
  invoice: Compared,
  twins: readonly Twin[],
  parties: readonly string[] = [],
): readonly { readonly twin: Twin; readonly verdict: TwinVerdict }[] {
  const others = twins.filter((twin) => !isOut(twin));
  return judgeTwins(traceOf(invoice, parties), others.map(traceOfTwin)).flatMap((verdict) => {
    const twin = others.find(({ id }) => id === verdict.otherId);
    return twin === undefined ? [] : { twin, verdict };
  });
}
