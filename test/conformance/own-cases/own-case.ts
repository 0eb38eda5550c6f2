import { standardRate, type Taxed, wholeInvoice } from '../../make/e-invoices/whole-invoice.ts';

/** A case of our own: a right invoice with one thing changed, so that a rule speaks. */
export type OwnCase = { readonly rule: string; readonly xml: string };

/** `was` must stand in the invoice; its first place is changed. */
export function change(xml: string, was: string, is: string): string {
  if (!xml.includes(was)) throw new Error(`${was} is not in the invoice`);
  return xml.replace(was, () => is);
}

export const changed = (rule: string, was: string, is: string, taxed: Taxed = standardRate): OwnCase => ({
  rule,
  xml: change(wholeInvoice(taxed), was, is),
});

/** The same piece once more, right behind itself. */
export const twice = (rule: string, piece: string): OwnCase => changed(rule, piece, piece + piece);

/** Something more, right behind a piece. */
export const behind = (rule: string, piece: string, more: string): OwnCase => changed(rule, piece, piece + more);

export const kr = (name: string, amount: string): string => `<cbc:${name} currencyID="SEK">${amount}</cbc:${name}>`;

/** The whole invoice as a credit note. */
export const asCreditNote = (xml: string): string =>
  xml
    .replace(
      '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"',
      '<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"',
    )
    .replace('</Invoice>', '</CreditNote>')
    .replaceAll('InvoiceLine>', 'CreditNoteLine>')
    .replaceAll('InvoicedQuantity', 'CreditedQuantity')
    .replace('<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>', '<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>')
    .replace('<cbc:DueDate>2026-12-02</cbc:DueDate>', '');
