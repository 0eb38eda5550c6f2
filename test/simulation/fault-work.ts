import { addDays, dayInSweden } from '../../src/shared/base/day.ts';
import { faultOutcomes, faultReasons } from '../../src/shared/domain/supplier-invoices/index.ts';
import { blobName } from './founding.ts';
import { onInvoice, pick, type Worker } from './sight.ts';
import type { StepKind } from './steps.ts';

/** What is found wrong with invoices, and what is noted on them. */
export const faultWorkers: { readonly [Kind in StepKind]?: Worker } = {
  reportFault: onInvoice('supplier-invoices/report-fault', 'scanned', (_, { atMs }, { b, c }) => ({
    ...{ reason: pick(faultReasons, b), note: c % 3 === 0 ? '' : 'rätta', field: null, isDisputed: c % 2 === 0 },
    ...{ outcome: pick(faultOutcomes, c), returnsOn: b % 3 === 0 ? addDays(dayInSweden(atMs), b % 2) : null },
  })),
  settleFault: onInvoice('supplier-invoices/settle-fault', 'parked', () => ({ reason: 'ny faktura' })),
  fetchBack: onInvoice('supplier-invoices/fetch-back', 'returned', () => ({})),
  writeNote: onInvoice('supplier-invoices/write-note', 'scanned', (_, __, { b }) => ({ text: `anteckning ${b}` })),
  noteLetter: onInvoice('supplier-invoices/note-letter', 'parked', (_, __, { b }) => ({
    ...{ letterSha256: blobName('c', b % 2), language: b % 2 === 0 ? 'sv' : 'en' },
  })),
};
