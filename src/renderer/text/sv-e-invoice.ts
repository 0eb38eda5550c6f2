import { swedishWords } from '../../shared/domain/e-invoices/index.ts';

/** Svenska: e-fakturan som sida. */
export const svEInvoice = {
  eInvoice: {
    name: 'E-fakturan',
    syntax: {
      'ubl-invoice': 'UBL-faktura',
      'ubl-credit-note': 'UBL-kreditnota',
      svefaktura: 'Svefaktura 1.0',
      cii: 'CII (Factur-X, ZUGFeRD)',
    },
    profile: {
      'peppol-bis-billing-3': 'Peppol BIS Billing 3',
      en16931: 'EN 16931',
      'svefaktura-1': 'Svefaktura 1.0',
      unknown: 'okänd specifikation: det som kunde läsas visas',
    },
    group: swedishWords.group,
    more: 'Raderna 1–{shown} av {count} visas. Alla finns i filen.',
    leftOver: 'Står också i filen',
    where: '{label} · {term} · {path}',
    term: swedishWords.term,
  },
} as const;
