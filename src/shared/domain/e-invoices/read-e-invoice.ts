import type { XmlElement, XmlFault } from '../../xml/index.ts';
import type { EInvoice } from './e-invoice.ts';

/** The syntaxes that are read. A root element decides, never a file's name. */
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
