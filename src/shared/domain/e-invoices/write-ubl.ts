import { type AnyTable, written } from './bindings/table.ts';
import { ublCreditNote, ublInvoice } from './bindings/ubl.ts';
import { ublNamespaces, ublNs } from './bindings/ubl-parts.ts';
import { toXmlText, writeTable } from './bindings/write-table.ts';
import type { EInvoice } from './e-invoice.ts';

/** UNCL 1001's codes for what UBL writes as a CreditNote. Source: EN 16931, the code list of BT-3 in UBL. */
const creditNoteCodes: ReadonlySet<string> = new Set(
  ['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532'], // biome-ignore format: one list
);

export const isCreditNote = ({ typeCode }: EInvoice): boolean => creditNoteCodes.has(typeCode?.raw ?? '');

/**
 * An invoice as UBL 2.1, a CreditNote when its type says so: what is read of the text is the invoice again, but for the paths.
 * Writes what the model holds and adds nothing, so a model that lacks what the schema demands gives a file that lacks it too.
 */
export function writeUbl(invoice: EInvoice): string {
  const [name, table] = isCreditNote(invoice) ? (['CreditNote', ublCreditNote] as const) : (['Invoice', ublInvoice] as const);
  const root = written(name);
  writeTable(table as AnyTable, invoice, root);
  return toXmlText(root, { '': ublNs(name), ...ublNamespaces });
}
