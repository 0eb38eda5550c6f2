import type { ReadEInvoice } from '../read-e-invoice.ts';

/**
 * What an e-invoice says that it follows (BT-24).
 *
 * - `peppol-bis-billing-3`: Peppol BIS Billing 3, also with a national extension behind it
 * - `en16931`: the standard itself, or another specification that builds on it (XRechnung, Factur-X)
 * - `svefaktura-1`: told by its namespace · `unknown`: another specification, or none
 */
export type Profile = 'peppol-bis-billing-3' | 'en16931' | 'svefaktura-1' | 'unknown';

const standard = 'urn:cen.eu:en16931:2017';
const peppol = `${standard}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0`;

export function profileOf({ syntax, invoice }: Pick<ReadEInvoice, 'syntax' | 'invoice'>): Profile {
  const specification = invoice.specificationId?.raw ?? '';
  if (syntax === 'svefaktura') return 'svefaktura-1';
  if (specification.startsWith(peppol)) return 'peppol-bis-billing-3';
  return specification.startsWith(standard) ? 'en16931' : 'unknown';
}
