import { queues } from '../../../src/shared/domain/supplier-invoices/index.ts';
import { systemViews, valuesOf } from '../../../src/shared/domain/work-queue/index.ts';

/** Views that people save: an amount, a sender, a period, a word. */
const saved = [
  'belopp>100000 status:att-verifiera',
  'leverantör:bygg status:verifierad',
  'fakturadatum:2026K2 status:parkerad',
  'fakturadatum:2026-10 status:verifierad',
  'förfaller:2026-10 status:verifierad',
  'vård',
  'inkom>=2026-10-01 typ:kredit',
];

export const views = [
  ...queues
    .map((queue) => `status:${valuesOf('status')[queue]?.[0]}`)
    .map((filter) => ({ name: filter, filter, sort: 'received' as const })),
  ...systemViews.map(({ name, ...view }) => ({ ...view, name: `${name}: ${view.filter}` })),
  ...saved.map((filter) => ({ name: filter, filter, sort: 'received' as const })),
];
