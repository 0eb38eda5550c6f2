import { err, ok, type Result } from '../../base/result.ts';
import { parseXml, type XmlElement, type XmlFault } from '../../xml/index.ts';
import { newMarks, readTable, whatIsLeft } from './bindings/read-table.ts';
import type { AnyTable } from './bindings/table.ts';
import { ublCreditNote, ublInvoice } from './bindings/ubl.ts';
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
export type EInvoiceFault = XmlFault | { readonly code: 'not-an-e-invoice'; readonly root: string; readonly ns: string };

/** The bytes of an XML file → what it says, in the terms of EN 16931. Whether it is right is for the rules to say. */
export function readEInvoice(bytes: Uint8Array): Result<ReadEInvoice, EInvoiceFault> {
  const tree = parseXml(bytes);
  return tree.ok ? readEInvoiceTree(tree.value) : tree;
}

/** As `readEInvoice`, of a tree, which may be part of another file's. */
export function readEInvoiceTree(tree: XmlElement): Result<ReadEInvoice, EInvoiceFault> {
  const form = forms.find(({ ns, root }) => tree.name === root && tree.ns === ns);
  if (form === undefined) return err({ code: 'not-an-e-invoice', root: tree.name, ns: tree.ns });
  const marks = newMarks();
  const invoice = readTable(form.table, tree, marks) as unknown as EInvoice;
  return ok({ syntax: form.syntax, invoice, tree, leftOver: whatIsLeft(tree, marks) });
}

type Form = { readonly syntax: Syntax; readonly ns: string; readonly root: string; readonly table: AnyTable };

const forms: readonly Form[] = [
  {
    syntax: 'ubl-invoice',
    ns: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
    root: 'Invoice',
    table: ublInvoice,
  },
  {
    syntax: 'ubl-credit-note',
    ns: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
    root: 'CreditNote',
    table: ublCreditNote,
  },
];
