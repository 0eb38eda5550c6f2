import { noVat, ofCode, wholeInvoice } from '../../make/e-invoices/whole-invoice.ts';
import { amountCases } from './amount-cases.ts';
import { codeCases } from './code-cases.ts';
import { documentCases } from './document-cases.ts';
import { idleCases } from './idle-cases.ts';
import { asCreditNote, type OwnCase } from './own-case.ts';
import { structureCases } from './structure-cases.ts';
import { vatCases } from './vat-cases.ts';

/** Right invoices, on which no rule has anything to say: one for each VAT category, and a credit note. */
export const rightInvoices: { readonly [name: string]: string } = {
  S: wholeInvoice(),
  Z: wholeInvoice(noVat('Z', '0', undefined)),
  E: wholeInvoice(noVat('E', '0', 'Undantaget')),
  AE: wholeInvoice(noVat('AE', '0', 'Omvänd skattskyldighet')),
  K: wholeInvoice(noVat('K', '0', 'Inom EU')),
  G: wholeInvoice(noVat('G', '0', 'Export')),
  O: wholeInvoice({ ...noVat('O', undefined, 'Utanför momsen'), seller: '', representative: '', buyer: '' }),
  L: wholeInvoice(ofCode('L')),
  M: wholeInvoice(ofCode('M')),
  creditNote: asCreditNote(wholeInvoice()),
};

/** For each rule that no published case breaks, one of our own that does. */
export const ownCases: readonly OwnCase[] = [
  ...documentCases,
  ...amountCases,
  ...vatCases,
  ...codeCases,
  ...structureCases,
  ...idleCases,
];
