import { z } from 'zod';
import type { Profile, ReadEInvoice, Sheet } from '../domain/e-invoices/index.ts';
import { id } from '../run/schemas.ts';
import { takes } from './called.ts';

/** An e-invoice as it is shown in place of a picture, with what it says that no term is for. */
export type EInvoicePage = {
  readonly syntax: ReadEInvoice['syntax'];
  readonly profile: Profile;
  readonly sheet: Sheet;
  readonly leftOver: ReadEInvoice['leftOver'];
};

export const eInvoiceQueries = {
  /** Null when the invoice's file is no XML, or there is no such invoice. */
  'e-invoices/page': takes(z.object({ invoiceId: id<'supplierInvoice'>() })).gives<EInvoicePage | null>(),
};
