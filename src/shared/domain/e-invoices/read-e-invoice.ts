import { err, ok, type Result } from '../../base/result.ts';
import { parseXml, type XmlElement, type XmlFault } from '../../xml/index.ts';
import { ciiInvoice } from './bindings/cii.ts';
import { ciiNs } from './bindings/cii-parts.ts';
import { newMarks, readTable, whatIsLeft } from './bindings/read-table.ts';
import { svefaktura, svefakturaNs } from './bindings/svefaktura.ts';
import { withEnvelopedObjects } from './bindings/svefaktura-objects.ts';
import type { AnyTable } from './bindings/table.ts';
import { ublCreditNote, ublInvoice } from './bindings/ubl.ts';
import { ublNs } from './bindings/ubl-parts.ts';
import type { EInvoice } from './e-invoice.ts';

/** The syntaxes that are read. The root element decides, never a file's name. */
export type Syntax = 'ubl-invoice' | 'ubl-credit-note' | 'svefaktura' | 'cii';

/** What a file gave. `tree` is all of it, for rules about the syntax itself. */
export type ReadEInvoice = {
  readonly syntax: Syntax;
  readonly invoice: EInvoice;
  readonly tree: XmlElement;
  /** What stands in the file and has no place in `invoice`, in the file's order. */
  readonly leftOver: readonly LeftOver[];
};

/** An element's own text, or an attribute (`path` ends in `/@name`), that no term holds. */
export type LeftOver = { readonly path: string; readonly raw: string };

/** Why a file is no e-invoice that can be read: the XML's own fault, or a root that is none of the syntaxes. */
export type EInvoiceFault =
  | (XmlFault & { readonly code: Exclude<XmlFault['code'], 'other-root'> })
  | { readonly code: 'not-an-e-invoice'; readonly root: string; readonly ns: string };

/** The bytes of an XML file → what it says, in the terms of EN 16931. Whether it is right is for the rules to say. */
export function readEInvoice(bytes: Uint8Array): Result<ReadEInvoice, EInvoiceFault> {
  const tree = parseXml(bytes, (root) => root.name === envelope || formOf(root) !== undefined);
  if (tree.ok) return readEInvoiceTree(tree.value);
  const { code, root = '', ns = '' } = tree.error;
  return err(code === 'other-root' ? { code: 'not-an-e-invoice', root, ns } : { ...tree.error, code });
}

/**
 * As `readEInvoice`, of a tree that was parsed. An invoice in a business document's envelope (SBDH) is taken out of it; what the envelope
 * says of sender and receiver is left over, and what it carries beside a Svefaktura is attached to it.
 */
export function readEInvoiceTree(whole: XmlElement): Result<ReadEInvoice, EInvoiceFault> {
  const tree = whole.name === envelope ? (whole.children.find(formOf) ?? whole) : whole;
  const form = formOf(tree);
  if (form === undefined) return err({ code: 'not-an-e-invoice', root: tree.name, ns: tree.ns });
  const marks = newMarks();
  const read = readTable(form.table, tree, marks) as unknown as EInvoice;
  const invoice = form.syntax === 'svefaktura' ? withEnvelopedObjects(read, whole, marks) : read;
  return ok({ syntax: form.syntax, invoice, tree, leftOver: whatIsLeft(whole, marks) });
}

/** The root of a business document's envelope, in the namespaces of UN/CEFACT and of SFTI. */
const envelope = 'StandardBusinessDocument';

type Form = { readonly syntax: Syntax; readonly ns: string; readonly root: string; readonly table: AnyTable };

const forms: readonly Form[] = [
  { syntax: 'ubl-invoice', ns: ublNs('Invoice'), root: 'Invoice', table: ublInvoice },
  { syntax: 'ubl-credit-note', ns: ublNs('CreditNote'), root: 'CreditNote', table: ublCreditNote },
  { syntax: 'svefaktura', ns: svefakturaNs, root: 'Invoice', table: svefaktura },
  { syntax: 'cii', ns: ciiNs, root: 'CrossIndustryInvoice', table: ciiInvoice },
];

const formOf = (element: Pick<XmlElement, 'ns' | 'name'>): Form | undefined =>
  forms.find(({ ns, root }) => element.name === root && element.ns === ns);
