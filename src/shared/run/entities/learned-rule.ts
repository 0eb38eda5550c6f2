import type { LearnedRule } from '../../domain/learned-rules/index.ts';
import { defineEntity, json, moment, reference, text } from '../define-entity.ts';

export const learnedRule = defineEntity<LearnedRule>()('learnedRule', {
  table: 'learned_rules',
  columns: {
    state: text,
    unitId: reference,
    supplierId: reference,
    field: text,
    taughtBy: reference,
    taughtAtMs: moment,
    invoiceId: reference,
    correctionId: reference,
    exampleText: text,
    replacedBy: reference.orNone,
    anchor: json,
    replay: json.orNone,
  },
  derived: {},
  unique: {},
  lookups: { bySupplier: ['supplierId'], byCorrection: ['correctionId'], byState: ['state'] },
  indexes: {},
  scope: (row) => `unit:${row.unitId}`,
  buildsOn: ({ invoiceId }) => ({ entity: 'supplierInvoice', id: invoiceId }),
  cites: () => [],
});
