import type { Lease } from '../../domain/work-queue/index.ts';
import { defineEntity, integer, moment, reference, text } from '../define-entity.ts';

export const lease = defineEntity<Lease>()('lease', {
  table: 'leases',
  columns: {
    unitId: reference,
    holder: reference,
    device: text,
    token: integer,
    untilMs: moment,
    takenFrom: reference.orNone,
    takeOverReason: text.orNone,
  },
  derived: {},
  unique: {},
  lookups: {},
  indexes: { byHolder: ['holder', 'untilMs'], byUntil: ['untilMs'] },
  scope: (row) => `unit:${row.unitId}`,
  cites: () => [],
});
