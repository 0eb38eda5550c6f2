import type { EInvoicePage, EInvoiceSource } from '../../../shared/contract/e-invoices.ts';
import {
  attachedFiles,
  kindOfAttachment,
  profileOf,
  type ReadEInvoice,
  sheetOf,
} from '../../../shared/domain/e-invoices/index.ts';

/** More of what has no place than anybody reads. */
const mostLeftOver = 500;

export const eInvoicePage = ({ syntax, invoice, leftOver }: ReadEInvoice): EInvoicePage => ({
  syntax,
  profile: profileOf({ syntax, invoice }),
  sheet: sheetOf(invoice),
  leftOver: leftOver.slice(0, mostLeftOver),
});

/** As much of the XML as a window shows without effort. */
const mostCharacters = 200_000;

/** The attachments of an e-invoice and its XML as text, embedded files cut short: their Base64 is for nobody to read. */
export function eInvoiceSource({ invoice }: Pick<ReadEInvoice, 'invoice'>, bytes: Uint8Array): EInvoiceSource {
  const whole = new TextDecoder().decode(bytes).replace(/[A-Za-z0-9+/=\s]{2000,}/g, (base64) => `${base64.slice(0, 60)} …`);
  return {
    attachments: attachedFiles(invoice).map(({ name, mimeCode, base64 }) => {
      const file = Buffer.from(base64, 'base64');
      return { name: name.slice(0, 200), sizeBytes: file.length, kind: kindOfAttachment(file, mimeCode) ?? null };
    }),
    xml: whole.slice(0, mostCharacters),
    xmlLength: whole.length,
  };
}
